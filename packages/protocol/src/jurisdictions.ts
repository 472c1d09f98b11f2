import { addDays, type LocalDate } from './local-date.ts'

export const jurisdictionCodes = ['FR', 'BE', 'other'] as const
export type JurisdictionCode = (typeof jurisdictionCodes)[number]

export function isJurisdictionCode(value: unknown): value is JurisdictionCode {
  return jurisdictionCodes.some((code) => code === value)
}

/**
 * The rules of a country, as far as sources were read. Every one waits for a lawyer or a doctor to confirm it, and says so.
 * A country without a source stays restrictive: no PRP, a doctor only.
 */
export interface Jurisdiction {
  code: JurisdictionCode
  /** 'off-until-director': off until the clinic's medical director switches it on with a stated purpose. */
  prp: 'prohibited' | 'off-until-director' | 'off'
  whoMayNeedle: 'doctor'
  /** Days between the dated quote and the first treatment. `configurable`: the clinic may set its own number. */
  coolingOff: { fromEuros: number; daysFrom: number; daysBelow: number; configurable: boolean }
  /** Years from the last care, of which the first ones in the active store. */
  retention: { years: number; activeYears: number; archivedYears: number; configurable: boolean }
  emergencyNumbers: readonly string[]
  /** What a new patient may book first. */
  firstVisit: 'consultation' | 'either'
  /** Whole years. Below the first: not online. From the first to below the second: a clinician reviews. */
  ages: { onlineFrom: number; withoutReviewFrom: number }
  sources: Readonly<Record<JurisdictionRule, RuleSource>>
}

export type JurisdictionRule =
  | 'prp'
  | 'whoMayNeedle'
  | 'coolingOff'
  | 'retention'
  | 'emergencyNumbers'
  | 'firstVisit'
  | 'ages'

/** Ids of research/procedure.md section 10 (V-, S-), of the copy deck (L), an address, or SET = a choice of the house. */
export interface RuleSource {
  sourceIds: readonly string[]
  needsConfirmation: true
}

const from = (...sourceIds: string[]): RuleSource => ({ sourceIds, needsConfirmation: true })

const ages = { onlineFrom: 18, withoutReviewFrom: 22 } as const

const profiles: Readonly<Record<JurisdictionCode, Jurisdiction>> = {
  FR: {
    code: 'FR',
    prp: 'prohibited',
    whoMayNeedle: 'doctor',
    coolingOff: { fromEuros: 300, daysFrom: 15, daysBelow: 7, configurable: false },
    retention: { years: 20, activeYears: 5, archivedYears: 15, configurable: false },
    emergencyNumbers: ['15', '112'],
    firstVisit: 'consultation',
    ages,
    sources: {
      prp: from('V-68', 'V-69', 'CI40'),
      whoMayNeedle: from('V-80', 'S-81', 'S-82'),
      coolingOff: from('V-141', 'V-142', 'S-143', 'S-144'),
      retention: from('V-138', 'V-139'),
      emergencyNumbers: from('SET'),
      firstVisit: from('SET'),
      ages: from('V-86', 'SET'),
    },
  },
  BE: {
    code: 'BE',
    prp: 'off-until-director',
    whoMayNeedle: 'doctor',
    coolingOff: { fromEuros: 0, daysFrom: 0, daysBelow: 0, configurable: true },
    retention: { years: 30, activeYears: 5, archivedYears: 25, configurable: true },
    emergencyNumbers: ['112'],
    firstVisit: 'either',
    ages,
    sources: {
      prp: from('SET'),
      whoMayNeedle: from('L1', 'L2', 'L3'),
      coolingOff: from('SET'),
      // Law of 22 April 2019, art. 35: 30 years at least, 50 at most, from the last contact.
      retention: from('https://ordomedic.be/fr/faq/conservation-des-dossiers'),
      emergencyNumbers: from('SET'),
      firstVisit: from('SET'),
      ages: from('V-86', 'SET'),
    },
  },
  other: {
    code: 'other',
    prp: 'off',
    whoMayNeedle: 'doctor',
    coolingOff: { fromEuros: 300, daysFrom: 15, daysBelow: 7, configurable: true },
    retention: { years: 30, activeYears: 5, archivedYears: 25, configurable: true },
    emergencyNumbers: ['112'],
    firstVisit: 'consultation',
    ages,
    sources: {
      prp: from(),
      whoMayNeedle: from(),
      coolingOff: from(),
      retention: from(),
      emergencyNumbers: from(),
      firstVisit: from(),
      ages: from('V-86', 'SET'),
    },
  },
}

export function getJurisdiction(code: JurisdictionCode): Jurisdiction {
  return profiles[code]
}

/**
 * Days that must separate the quote from the treatment.
 * @param configuredDays the clinic's own number, heeded only where the country leaves it open
 */
export function coolingOffDays(jurisdiction: Jurisdiction, quoteEuros: number, configuredDays?: number): number {
  const { fromEuros, daysFrom, daysBelow, configurable } = jurisdiction.coolingOff
  if (configurable && configuredDays !== undefined) return configuredDays
  return quoteEuros >= fromEuros ? daysFrom : daysBelow
}

/** The first day on which the treatment of this quote may take place. */
export function coolingOffEndsOn(
  jurisdiction: Jurisdiction,
  quote: { quotedOn: LocalDate; quoteEuros: number; configuredDays?: number },
): LocalDate {
  return addDays(quote.quotedOn, coolingOffDays(jurisdiction, quote.quoteEuros, quote.configuredDays))
}
