import type { CareLevel, RedFlag, Severity } from './check-in.ts'
import type { Language } from './language.ts'

export interface CheckInWords {
  redness: string
  swelling: string
  painScore: string
  redFlagsQuestion: string
  noRedFlag: string
  rednessLevels: Record<Severity, string>
  swellingLevels: Record<Severity, string>
  redFlags: Record<RedFlag, string>
  /** Heading of the care card. {numbers} = the country's emergency numbers, see `careHeading`. */
  careLevels: Record<CareLevel, string>
  or: string
}

export const checkInWords: Readonly<Record<Language, CheckInWords>> = {
  fr: {
    redness: 'Rougeur',
    swelling: 'Gonflement',
    painScore: 'Douleur',
    redFlagsQuestion: 'Avez-vous ?',
    noRedFlag: 'Rien de cela',
    rednessLevels: { none: 'aucune', mild: 'légère', marked: 'nette', strong: 'forte' },
    swellingLevels: { none: 'aucun', mild: 'léger', marked: 'net', strong: 'fort' },
    redFlags: {
      pus: 'Pus',
      fever: 'Fièvre',
      groupedBlisters: 'Cloques groupées',
      risingPain: 'Douleur qui monte',
      bleeding: 'Saignement qui continue',
      breathing: 'Gêne pour respirer',
      faceOrEyeSwelling: 'Visage ou œil gonflé',
      visionChange: 'Vue qui baisse d’un coup',
    },
    careLevels: {
      none: 'Avis non urgent',
      callToday: 'Appelez-nous aujourd’hui',
      emergency: 'Appelez le {numbers} maintenant',
    },
    or: ' ou le ',
  },
  en: {
    redness: 'Redness',
    swelling: 'Swelling',
    painScore: 'Pain',
    redFlagsQuestion: 'Do you have?',
    noRedFlag: 'None of these',
    rednessLevels: { none: 'none', mild: 'mild', marked: 'marked', strong: 'strong' },
    swellingLevels: { none: 'none', mild: 'mild', marked: 'marked', strong: 'strong' },
    redFlags: {
      pus: 'Pus',
      fever: 'Fever',
      groupedBlisters: 'Grouped blisters',
      risingPain: 'Rising pain',
      bleeding: 'Bleeding that goes on',
      breathing: 'Trouble breathing',
      faceOrEyeSwelling: 'Swollen face or eye',
      visionChange: 'Sudden loss of sight',
    },
    careLevels: {
      none: 'Non-urgent advice',
      callToday: 'Call us today',
      emergency: 'Call {numbers} now',
    },
    or: ' or ',
  },
}

/** The heading of the care card, with the country's emergency numbers. */
export function careHeading(level: CareLevel, language: Language, emergencyNumbers: readonly string[]): string {
  const { careLevels, or } = checkInWords[language]
  return careLevels[level].replace('{numbers}', emergencyNumbers.join(or))
}
