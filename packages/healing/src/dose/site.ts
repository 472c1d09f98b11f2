/** Where a site counts: the pigment risk differs (`body` raises it), and so does what is known of the skin. */
export type SkinArea = 'face' | 'body'

/**
 * Where the needles go. The protocol's zones name the first thirteen; `face` stands for trials that print no more than that,
 * `body` for a place that has no name of its own here.
 */
const areas = {
  forehead: 'face',
  glabella: 'face',
  temple: 'face',
  aroundEye: 'face',
  nose: 'face',
  cheekbone: 'face',
  cheek: 'face',
  upperLip: 'face',
  chin: 'face',
  jaw: 'face',
  neck: 'face',
  back: 'body',
  body: 'body',
  face: 'face',
  scalp: 'face',
  decollete: 'body',
  breast: 'body',
  shoulder: 'body',
  upperArm: 'body',
  forearm: 'body',
  hand: 'body',
  abdomen: 'body',
  flank: 'body',
  hip: 'body',
  buttock: 'body',
  thigh: 'body',
  knee: 'body',
  calf: 'body',
} as const satisfies Record<string, SkinArea>

export type Site = keyof typeof areas

export const sites = Object.keys(areas) as readonly Site[]

export function isSite(value: unknown): value is Site {
  return typeof value === 'string' && Object.hasOwn(areas, value)
}

export function areaOf(site: Site): SkinArea {
  return areas[site]
}
