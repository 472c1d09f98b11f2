import { NEEDLING_DEVICES, type NeedlingDevice, type NeedlingTreatment, type Site, sites } from '@pointille/healing'
import type { Asked, Option } from '../command-line/command.ts'
import { InputFault } from '../command-line/input-fault.ts'

/** Options that describe one treatment of one site; limits are what needles can do at all, not advice. */
export const treatmentOptions = {
  device: { kind: 'text', shows: NEEDLING_DEVICES.join('|'), oneOf: NEEDLING_DEVICES, says: 'what the needles are on' },
  'needle-mm': { kind: 'number', shows: 'MM', low: 0.1, high: 3, says: 'needle length, 0.1 to 3 mm' },
  passes: { kind: 'number', shows: 'N', low: 0, high: 40, says: 'times that every place is gone over, 0 to 40' },
  site: { kind: 'text', shows: 'SITE', oneOf: sites, says: 'where, such as cheek, forehead, back (face unless told)' },
  age: { kind: 'number', shows: 'YEARS', low: 0, high: 120, says: 'of the person (40 unless told)' },
  pressure: { kind: 'number', shows: 'X', low: 0.25, high: 4, says: 'of the hand, 1 = usual' },
  stretch: { kind: 'number', shows: 'X', low: 0, high: 1, says: 'of the skin, 0 = slack, 1 = held taut, as usual' },
  needles: {
    kind: 'number',
    shows: 'N',
    low: 1,
    high: 600,
    isWhole: true,
    says: 'of the roller, the tip or the stamp',
  },
  'diameter-mm': { kind: 'number', shows: 'MM', low: 0.05, high: 0.5, says: 'of a needle at its base' },
  'holes-per-pass': { kind: 'number', shows: 'N', low: 1, high: 5000, says: 'holes per cm² and pass, where counted' },
  lang: { kind: 'text', shows: 'en|fr', oneOf: ['en', 'fr'], says: 'language of the words' },
} as const satisfies Record<string, Option>

export type TreatmentOption = keyof typeof treatmentOptions

/** Those that say what is done; with a COURSE.json they have no place. */
export const describing = Object.keys(treatmentOptions).filter((name) => name !== 'lang') as TreatmentOption[]

export type AskedTreatment = { treatment: NeedlingTreatment; site: Site; ageYears: number }

/** The treatment of the options; throws InputFault naming what is missing. */
export function readTreatment(asked: Asked): AskedTreatment {
  const need = <T>(name: TreatmentOption, value: T | undefined): T => {
    if (value !== undefined) return value
    throw new InputFault(`--${name} is missing. Write --${name} ${treatmentOptions[name].shows}.`)
  }
  return {
    treatment: {
      device: need('device', asked.text('device')) as NeedlingDevice,
      needleMm: need('needle-mm', asked.number('needle-mm')),
      passes: need('passes', asked.number('passes')),
      pressure: asked.number('pressure'),
      stretch: asked.number('stretch'),
      needles: asked.number('needles'),
      needleDiameterMm: asked.number('diameter-mm'),
      holesPerCm2PerPass: asked.number('holes-per-pass'),
    },
    site: (asked.text('site') ?? 'face') as Site,
    ageYears: asked.number('age') ?? 40,
  }
}
