import type { Language } from './language.ts'

/** Every text in a nest of records and lists, with its path. */
function listTexts(nest: unknown, path = ''): { path: string; text: string }[] {
  if (typeof nest === 'string') return [{ path, text: nest }]
  if (typeof nest !== 'object' || nest === null) return []
  return Object.entries(nest).flatMap(([key, value]) => listTexts(value, path === '' ? key : `${path}.${key}`))
}

/** The paths of all texts, with their placeholders: equal for two languages that say the same things. */
export function shapeOf(nest: unknown): string[] {
  return listTexts(nest).map(({ path, text }) => `${path} ${(text.match(/\{[^}]+\}/g) ?? []).toSorted().join(' ')}`)
}

/** Words and signs that the tone of the house rules out (`simple`, promises, exclamation marks, straight apostrophes…). */
const FORBIDDEN: Readonly<Record<Language, RegExp>> = {
  fr: /!|'|\bnormal|\bguéri|sans risque|vous aurez|\bsimple|\bjuste\b|parfait|sans douleur|garanti|ne vous inquiétez|\boups\b/i,
  en: /!|'|\bnormal|\bcured\b|risk-free|no risk|you will have|\bsimpl|\bjust\b|perfect|painless|guarantee|don’t worry|\boops\b/i,
}

const LONGEST_SENTENCE_WORDS = 25

/** What in these texts breaks the house style; empty when all is well. For tests. */
export function textFaults(nest: unknown, language: Language): string[] {
  return listTexts(nest).flatMap(({ path, text }) => {
    const faults: string[] = []
    const forbidden = FORBIDDEN[language].exec(text)
    if (forbidden !== null) faults.push(`${path}: “${forbidden[0]}”`)
    if (language === 'fr' && /[^\u00a0][:;!?»](\s|$)|«[^\u00a0]/.test(text))
      faults.push(`${path}: no-break space missing`)
    for (const sentence of text.split(/[.?!]\s/)) {
      const words = sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word))
      if (words.length > LONGEST_SENTENCE_WORDS) faults.push(`${path}: ${words.length} words in a sentence`)
    }
    return faults
  })
}
