import type { Bilingual } from './language.ts'

/** Part of the skin that is treated as one. No zone lies inside the orbital rim (CI39). */
export interface Zone {
  /** Which rows of the settings table speak about it. */
  site: ZoneSite
  area: 'face' | 'body'
  name: Bilingual
}

export type ZoneSite =
  | 'forehead'
  | 'glabella'
  | 'temple'
  | 'aroundEye'
  | 'nose'
  | 'cheekbone'
  | 'cheek'
  | 'upperLip'
  | 'chin'
  | 'jaw'
  | 'neck'
  | 'back'
  | 'body'

const face = (site: ZoneSite, fr: string, en: string): Zone => ({ site, area: 'face', name: { fr, en } })
const body = (site: ZoneSite, fr: string, en: string): Zone => ({ site, area: 'body', name: { fr, en } })

/** Every zone, by id. Left and right are the patient's. */
export const zones = {
  forehead: face('forehead', 'Front', 'Forehead'),
  glabella: face('glabella', 'Entre les sourcils', 'Between the eyebrows'),
  'temple-left': face('temple', 'Tempe gauche', 'Left temple'),
  'temple-right': face('temple', 'Tempe droite', 'Right temple'),
  'crows-feet-left': face('aroundEye', 'Patte d’oie gauche', 'Left crow’s feet'),
  'crows-feet-right': face('aroundEye', 'Patte d’oie droite', 'Right crow’s feet'),
  nose: face('nose', 'Nez', 'Nose'),
  'cheekbone-left': face('cheekbone', 'Pommette gauche', 'Left cheekbone'),
  'cheekbone-right': face('cheekbone', 'Pommette droite', 'Right cheekbone'),
  'cheek-left': face('cheek', 'Joue gauche', 'Left cheek'),
  'cheek-right': face('cheek', 'Joue droite', 'Right cheek'),
  'upper-lip': face('upperLip', 'Lèvre supérieure', 'Upper lip'),
  chin: face('chin', 'Menton', 'Chin'),
  'jaw-left': face('jaw', 'Mâchoire gauche', 'Left jaw'),
  'jaw-right': face('jaw', 'Mâchoire droite', 'Right jaw'),
  neck: face('neck', 'Cou', 'Neck'),
  decollete: body('body', 'Décolleté', 'Décolleté'),
  'breast-left': body('body', 'Sein gauche', 'Left breast'),
  'breast-right': body('body', 'Sein droit', 'Right breast'),
  'upper-back': body('back', 'Haut du dos', 'Upper back'),
  'lower-back': body('back', 'Bas du dos', 'Lower back'),
  'shoulder-left': body('body', 'Épaule gauche', 'Left shoulder'),
  'shoulder-right': body('body', 'Épaule droite', 'Right shoulder'),
  'upper-arm-left': body('body', 'Bras gauche', 'Left upper arm'),
  'upper-arm-right': body('body', 'Bras droit', 'Right upper arm'),
  'forearm-left': body('body', 'Avant-bras gauche', 'Left forearm'),
  'forearm-right': body('body', 'Avant-bras droit', 'Right forearm'),
  'hand-left': body('body', 'Dos de la main gauche', 'Back of the left hand'),
  'hand-right': body('body', 'Dos de la main droite', 'Back of the right hand'),
  abdomen: body('body', 'Ventre', 'Abdomen'),
  'flank-left': body('body', 'Flanc gauche', 'Left flank'),
  'flank-right': body('body', 'Flanc droit', 'Right flank'),
  'hip-left': body('body', 'Hanche gauche', 'Left hip'),
  'hip-right': body('body', 'Hanche droite', 'Right hip'),
  'buttock-left': body('body', 'Fesse gauche', 'Left buttock'),
  'buttock-right': body('body', 'Fesse droite', 'Right buttock'),
  'thigh-left': body('body', 'Cuisse gauche', 'Left thigh'),
  'thigh-right': body('body', 'Cuisse droite', 'Right thigh'),
  'knee-left': body('body', 'Genou gauche', 'Left knee'),
  'knee-right': body('body', 'Genou droit', 'Right knee'),
  'calf-left': body('body', 'Mollet gauche', 'Left calf'),
  'calf-right': body('body', 'Mollet droit', 'Right calf'),
} as const satisfies Record<string, Zone>

export type ZoneId = keyof typeof zones

export const zoneIds = Object.keys(zones) as readonly ZoneId[]

export function isZoneId(value: unknown): value is ZoneId {
  return typeof value === 'string' && Object.hasOwn(zones, value)
}

export function getZone(id: ZoneId): Zone {
  return zones[id]
}
