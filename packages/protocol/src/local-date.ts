import { Temporal } from 'temporal-polyfill'

/** A calendar date without a zone, 'YYYY-MM-DD'. Two of them compare as text. */
export type LocalDate = string

const SHAPE = /^\d{4}-\d\d-\d\d$/

/** True for a date that exists: not 2026-02-30. */
export function isLocalDate(value: unknown): value is LocalDate {
  if (typeof value !== 'string' || !SHAPE.test(value)) return false
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' }).toString() === value
  } catch {
    return false
  }
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** The day on which a person reaches an age. Born on 29 February: 1 March in common years, so never a day too early. */
export function birthdayOn(birthDate: LocalDate, years: number): LocalDate {
  const birth = Temporal.PlainDate.from(birthDate)
  const birthday = birth.add({ years })
  return (birthday.day === birth.day ? birthday : birthday.add({ days: 1 })).toString()
}

/** Whole years lived on a day. */
export function ageOn(birthDate: LocalDate, date: LocalDate): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return date < birthdayOn(birthDate, years) ? years - 1 : years
}

/**
 * The last day that 'YYYY-MM' can mean, never after `todayOn`: a patient who remembers only the month of a last dose is counted
 * from its end. Undefined when it is no month.
 */
export function lastDayOfMonth(yearMonth: string, todayOn: LocalDate): LocalDate | undefined {
  const first = `${yearMonth}-01`
  if (!isLocalDate(first)) return undefined
  const last = Temporal.PlainDate.from(first).add({ months: 1 }).subtract({ days: 1 }).toString()
  return first <= todayOn && last > todayOn ? todayOn : last
}
