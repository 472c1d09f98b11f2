import { patientTime } from '#platform/languages/dates.ts'
import type { Language } from '#platform/languages/languages.ts'
import { frameWords } from './frame-words.ts'

type Opening = { weekday: number; opens: string; closes: string }

/** Opening hours as lines, days with the same hours together: 'lundi, mardi : 9 h à 12 h 30 et 13 h 30 à 18 h 30'. */
export function openingLines(opening: readonly Opening[], language: Language): string[] {
  const words = frameWords[language]
  const hoursOf = new Map<number, string[]>()
  for (const { weekday, opens, closes } of opening) {
    const hours = `${patientTime(opens, language)}${words.to}${patientTime(closes, language)}`
    hoursOf.set(weekday, [...(hoursOf.get(weekday) ?? []), hours])
  }
  const daysOf = new Map<string, string[]>()
  for (const [weekday, hours] of [...hoursOf].sort(([a], [b]) => a - b)) {
    const text = hours.join(words.and)
    daysOf.set(text, [...(daysOf.get(text) ?? []), words.days[weekday - 1]!])
  }
  return [...daysOf].map(([hours, days]) => `${days.join(', ')}${language === 'fr' ? '\u00a0:' : ':'} ${hours}`)
}
