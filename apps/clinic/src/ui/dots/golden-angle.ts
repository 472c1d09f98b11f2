import tokens from '../tokens.json' with { type: 'json' }

export type Place = { readonly x: number; readonly y: number }

const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))

/** Places on a sunflower disc around 0,0 in px: one person each, so that the area of the disc is their number. */
export const goldenAngleDisc = (people: number): Place[] =>
  Array.from({ length: people }, (_, at) => {
    const r = tokens.dots.person.step * Math.sqrt(at + 0.5)
    const angle = at * GOLDEN_ANGLE
    return { x: Math.round(10 * r * Math.cos(angle)) / 10, y: Math.round(10 * r * Math.sin(angle)) / 10 }
  })

/** Radius of the disc with its outermost dots, px. */
export const discRadius = (people: number): number =>
  tokens.dots.person.step * Math.sqrt(people) + tokens.dots.person.diameter / 2
