import { longDate, patientTime } from '#platform/languages/dates.ts'
import type { Language } from '#platform/languages/languages.ts'
import { expectedWords } from './expected-words.ts'
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

/**
 * By when the team answers what lies outside the forecast: the end of today's hours, or the next day that opens. Nothing is
 * promised beyond the clinic's own hours.
 */
export function saidAnswer(hours: AnsweringHours, language: Language): string {
  const words = expectedWords[language]
  if (!hours) return words.answersLater
  if ('next' in hours)
    return words.answersFrom(longDate(hours.next.on, language), patientTime(hours.next.opens, language))
  return words.answersBefore(patientTime(hours.today.at(-1)!.closes, language))
}
