/** What a patient may ask for. 'unsure' = a consultation chooses. */
export const indications = [
  'wrinkles',
  'texture',
  'acne-scars',
  'surgical-scars',
  'pores',
  'stretch-marks',
  'hyperpigmentation',
  'unsure',
] as const

export type Indication = (typeof indications)[number]

/** What a plan may treat. */
export type TreatableIndication = Exclude<Indication, 'unsure'>

export function isIndication(value: unknown): value is Indication {
  return indications.some((indication) => indication === value)
}

export function isTreatableIndication(value: unknown): value is TreatableIndication {
  return isIndication(value) && value !== 'unsure'
}

export const indicationNames = {
  fr: {
    wrinkles: 'Rides et ridules',
    texture: 'Texture et teint',
    'acne-scars': 'Cicatrices d’acné',
    'surgical-scars': 'Cicatrices d’opération',
    pores: 'Pores',
    'stretch-marks': 'Vergetures',
    hyperpigmentation: 'Hyperpigmentation',
    unsure: 'Je ne sais pas',
  },
  en: {
    wrinkles: 'Wrinkles and fine lines',
    texture: 'Texture and complexion',
    'acne-scars': 'Acne scars',
    'surgical-scars': 'Surgical scars',
    pores: 'Pores',
    'stretch-marks': 'Stretch marks',
    hyperpigmentation: 'Hyperpigmentation',
    unsure: 'I don’t know',
  },
} as const satisfies Record<'fr' | 'en', Record<Indication, string>>
