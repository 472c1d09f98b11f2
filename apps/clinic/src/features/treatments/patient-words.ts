import { bothLanguages, type Language } from '#platform/languages/languages.ts'
import type { PatientFacts } from './treatment-view.ts'

const allergyWords = bothLanguages(
  {
    known: (what: string) => (what === '' ? 'Allergies connues' : `Allergies connues : ${what}`),
    noneKnown: 'Allergies : aucune connue',
    notAsked: 'Allergies non recherchées',
    unavailable: 'Allergies : information indisponible',
  },
  {
    known: (what) => (what === '' ? 'Known allergies' : `Known allergies: ${what}`),
    noneKnown: 'Allergies: none known',
    notAsked: 'Allergies not asked',
    unavailable: 'Allergies: information unavailable',
  },
)

/** 'MARTIN, Léa': the family name first and in capitals, as records are looked up. */
export function listName({ givenName, familyName }: Pick<PatientFacts, 'givenName' | 'familyName'>): string {
  return `${familyName.toLocaleUpperCase('fr')}, ${givenName}`
}

/** One of the four allergy labels; only known allergies are emphasised. `short` names the allergy alone. */
export function allergyLabel(
  { allergiesStatus, allergies }: Pick<PatientFacts, 'allergiesStatus' | 'allergies'>,
  language: Language,
  short = false,
): { words: string; known: boolean } {
  const words = allergyWords[language]
  if (allergiesStatus === 'known')
    return { words: short && allergies !== '' ? allergies : words.known(allergies), known: true }
  if (allergiesStatus === 'noneKnown') return { words: words.noneKnown, known: false }
  return { words: allergiesStatus === 'unavailable' ? words.unavailable : words.notAsked, known: false }
}

/** '004 217': a file number as it is read aloud. */
export function fileNumber(number: number): string {
  return String(number)
    .padStart(6, '0')
    .replace(/(\d{3})(\d{3})$/, '$1\u00a0$2')
}
