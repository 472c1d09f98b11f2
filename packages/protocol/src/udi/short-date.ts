import { isLocalDate, type LocalDate } from '../local-date.ts'

// The dates of carriers, which name a year by its last two digits.

/**
 * GS1's rule for the century: 51 to 99 years ahead is the past one, 50 to 99 years back is the next one.
 * @param yy two digits
 * @param todayOn the day of reading
 */
export function fullYear(yy: string, todayOn: LocalDate): number {
  const thisYear = Number(todayOn.slice(0, 4))
  const century = thisYear - (thisYear % 100)
  const ahead = Number(yy) - (thisYear % 100)
  if (ahead >= 51) return century - 100 + Number(yy)
  return ahead <= -50 ? century + 100 + Number(yy) : century + Number(yy)
}

/** A day from its parts; day '00' is the last day of its month. Undefined when there is no such day. */
export function dayFrom(year: number, month: string, day: string): LocalDate | undefined {
  const yearMonth = `${String(year).padStart(4, '0')}-${month}`
  if (day === '00') return lastDay(yearMonth)
  const date = `${yearMonth}-${day}`
  return isLocalDate(date) ? date : undefined
}

function lastDay(yearMonth: string): LocalDate | undefined {
  return ['31', '30', '29', '28'].map((day) => `${yearMonth}-${day}`).find(isLocalDate)
}

/** The day of a year by its number, 001 to 366. */
export function dayOfYear(year: number, number: number): LocalDate | undefined {
  let left = number
  for (let month = 1; month <= 12 && left >= 1; month++) {
    const yearMonth = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
    const days = Number(lastDay(yearMonth)?.slice(8))
    if (left <= days) return `${yearMonth}-${String(left).padStart(2, '0')}`
    left -= days
  }
  return undefined
}
