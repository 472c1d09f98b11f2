import { Temporal } from 'temporal-polyfill'
import type { Language } from './languages.ts'

const localeOf = { fr: 'fr-FR', en: 'en-GB' } as const
const frenchMonths = ['janv', 'févr', 'mars', 'avr', 'mai', 'juin', 'juil', 'août', 'sept', 'oct', 'nov', 'déc']
const noBreak = '\u00a0'

/** 'mardi 24 novembre 2026' · 'Tuesday 24 November 2026', of a local date 'YYYY-MM-DD'. */
export function longDate(on: string, language: Language): string {
  return format(on, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
}

/** 'mardi 24 novembre' · 'Tuesday 24 November'. */
export function dayAndMonth(on: string, language: Language): string {
  return format(on, language, { weekday: 'long', day: 'numeric', month: 'long' })
}

/** 'mar 24-nov-2026' · 'Tue 24-Nov-2026': the team's form, months in letters so that nobody reads them as days. */
export function staffDate(on: string, language: Language): string {
  return `${format(on, language, { weekday: 'short' }).replace('.', '')} ${shortDate(on, language)}`
}

/** '24-nov-2026' · '24-Nov-2026'. */
export function shortDate(on: string, language: Language): string {
  const date = Temporal.PlainDate.from(on)
  const month = language === 'fr' ? frenchMonths[date.month - 1] : format(on, language, { month: 'short' }).slice(0, 3)
  return `${String(date.day).padStart(2, '0')}-${month}-${date.year}`
}

/** '9 h 30', '11 h' · '9:30am', of a wall-clock 'HH:MM'. */
export function patientTime(time: string, language: Language): string {
  const [hour, minute] = time.split(':') as [string, string]
  if (language === 'fr')
    return minute === '00' ? `${Number(hour)}${noBreak}h` : `${Number(hour)}${noBreak}h${noBreak}${minute}`
  const twelve = Number(hour) % 12 === 0 ? 12 : Number(hour) % 12
  return `${twelve}:${minute}${Number(hour) < 12 ? 'am' : 'pm'}`
}

/** The local date and wall-clock minute of an instant (epoch ms) in a zone. */
export function localTime(at: number, timeZone: string): { on: string; time: string } {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone)
  return { on: local.toPlainDate().toString(), time: local.toPlainTime().toString({ smallestUnit: 'minute' }) }
}

/** The instant as ISO text in UTC, seconds kept, no fraction: '2026-11-24T08:30:00Z'. */
export function isoInstant(at: number): string {
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z')
}

/** Whole years between a birth date and a day, both local dates. */
export function ageOn(birthOn: string, on: string): number {
  return Temporal.PlainDate.from(birthOn).until(Temporal.PlainDate.from(on), { largestUnit: 'year' }).years
}

function format(on: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  const text = new Intl.DateTimeFormat(localeOf[language], { ...options, timeZone: 'UTC' })
    .format(Date.parse(`${on}T00:00:00Z`))
    .replaceAll(',', '')
  // French says 'premier' of the first day only; Intl does not.
  return language === 'fr' ? text.replace(/\b1 (?=\p{L})/u, '1er ') : text
}

/** When a local day begins and ends in a zone, as epoch ms: 23, 24 or 25 hours apart. */
export function dayBounds(on: string, timeZone: string): { fromAt: number; toAt: number } {
  const date = Temporal.PlainDate.from(on)
  return {
    fromAt: date.toZonedDateTime(timeZone).epochMilliseconds,
    toAt: date.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds,
  }
}

/** The local date some days later, or earlier. */
export function addDays(on: string, days: number): string {
  return Temporal.PlainDate.from(on).add({ days }).toString()
}

/** Whether a text is a real date 'YYYY-MM-DD'. */
export function isLocalDate(text: string | undefined): text is string {
  if (!text || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    Temporal.PlainDate.from(text)
    return true
  } catch {
    return false
  }
}
