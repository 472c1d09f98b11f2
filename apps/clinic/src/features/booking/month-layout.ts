import { addDays } from '#platform/languages/dates.ts'
import type { Language } from '#platform/languages/languages.ts'

/** A cell of a month's table; undefined outside the month. */
export type MonthCell = { on: string; day: number; count: number } | undefined

/** First and last local date of the month in which a date lies. */
export function monthOf(on: string): { firstOn: string; lastOn: string } {
  const firstOn = `${on.slice(0, 7)}-01`
  return { firstOn, lastOn: addDays(`${addDays(firstOn, 31).slice(0, 7)}-01`, -1) }
}

/** The weeks of a month, Monday first, without those that end before `sinceOn`. */
export function layOutMonth(on: string, sinceOn: string, countOn: (date: string) => number): MonthCell[][] {
  const { firstOn, lastOn } = monthOf(on)
  const firstWeekday = (new Date(`${firstOn}T00:00:00Z`).getUTCDay() + 6) % 7
  const weeks: MonthCell[][] = []
  for (let monday = addDays(firstOn, -firstWeekday); monday <= lastOn; monday = addDays(monday, 7)) {
    if (addDays(monday, 6) < sinceOn) continue
    const days = [0, 1, 2, 3, 4, 5, 6].map((offset) => addDays(monday, offset))
    weeks.push(
      days.map((date) =>
        date < firstOn || date > lastOn
          ? undefined
          : { on: date, day: Number(date.slice(8)), count: date < sinceOn ? 0 : countOn(date) },
      ),
    )
  }
  return weeks
}

/** 'Novembre 2026' · 'November 2026'. */
export function monthName(on: string, language: Language): string {
  const name = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(Date.parse(`${on}T00:00:00Z`))
  return name.charAt(0).toLocaleUpperCase() + name.slice(1)
}

const dotsAcross = 8
const pitch = 5

/** One dot per free start as one SVG path (round caps), rows of eight, with the picture's size in CSS px. */
export function dotPath(count: number, across = dotsAcross): { path: string; width: number; height: number } {
  let path = ''
  for (let i = 0; i < count; i++)
    path += `M${(i % across) * pitch + pitch / 2} ${Math.floor(i / across) * pitch + pitch / 2}h0`
  return { path, width: Math.min(count, across) * pitch, height: Math.ceil(count / across) * pitch }
}
