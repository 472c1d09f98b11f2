import { dayText, weekdayText } from '#platform/languages/day-text.ts'
import type { Language } from '#platform/languages/languages.ts'
import type { DayPiece } from '../forecast-view.ts'
import { plannerWords } from './words.ts'

/** '24-nov-2026', or with its weekday 'mar 24-nov-2026'; '' for what is no date. */
export function writeDate(on: string, language: Language, withWeekday = false): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(on)) return ''
  return withWeekday ? weekdayText(on, language) : dayText(on, language)
}

/** '24-nov-2026, 09:42' of an instant in the clinic's zone. */
export function writeMoment(at: number, timeZone: string, language: Language): string {
  const on = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(
    at,
  )
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at)
  return `${dayText(on, language)}, ${time}`
}

/** When the skin may be shown and needled again, by the model: always between two days, never one. */
export function readyLines({ dates }: DayPiece, language: Language): string[] {
  if (!dates) return []
  const words = plannerWords[language]
  const days = (value: number) => String(Math.round(value))
  return [
    words.presentable(days(dates.presentable.p5), days(dates.presentable.p95)),
    words.earliestNext(days(dates.earliestNext.p5), days(dates.earliestNext.p95)),
  ]
}
