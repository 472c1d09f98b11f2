import { longDate, patientTime } from '#platform/languages/dates.ts'
import type { Language } from '#platform/languages/languages.ts'
import type { AnsweringHours } from './open-hours.ts'
import { spaceWords } from './words.ts'

/** 'Ouvert aujourd’hui de 9 h à 12 h 30 et de 13 h 30 à 18 h 30.', or when it opens next; nothing when nobody knows. */
export function saidHours(hours: AnsweringHours, language: Language): string {
  const words = spaceWords[language]
  if (!hours) return ''
  if ('next' in hours)
    return words.hoursNext(longDate(hours.next.on, language), patientTime(hours.next.opens, language))
  const spans = hours.today.map(({ opens, closes }) =>
    words.hoursSpan(patientTime(opens, language), patientTime(closes, language)),
  )
  return words.hoursToday(spans.join(words.and))
}
