import { daysLater, weekdayOf } from './plain-days.ts'

/** When the clinic is open, as far as a proposal needs it. */
export interface OpenDays {
  /** ISO weekdays with opening hours, 1 = Monday. */
  readonly weekdays: readonly number[]
  readonly closures: readonly { readonly on: string; readonly name: string }[]
}

export interface ProposedDate {
  readonly on: string
  /** The interval's own date, where the clinic is closed on it. */
  readonly instead?: { readonly of: string; readonly name: string }
}

/** The clinic is closed for weeks at most; past this the interval's own date is kept. */
const mostDaysLater = 21

/**
 * Dates of the treatments still to come: the interval after the one before, or the next open day. The interval heals, so a
 * proposal is never earlier.
 * @param doneOn treatments that are over, first first; the next is counted from the last of them
 */
export function proposeDates(
  { firstOn, count, intervalDays }: { firstOn: string; count: number; intervalDays: number },
  doneOn: readonly string[],
  open: OpenDays,
): ProposedDate[] {
  const proposed: ProposedDate[] = []
  let before = doneOn.at(-1)
  for (let number = doneOn.length; number < count; number += 1) {
    const next = openFrom(before === undefined ? firstOn : daysLater(before, intervalDays), open)
    proposed.push(next)
    before = next.on
  }
  return proposed
}

function openFrom(wanted: string, open: OpenDays): ProposedDate {
  const closedOn = (on: string) => open.closures.find((closure) => closure.on === on)
  const isOpen = (on: string) => open.weekdays.includes(weekdayOf(on)) && closedOn(on) === undefined
  if (isOpen(wanted)) return { on: wanted }
  for (let days = 1; days <= mostDaysLater; days += 1) {
    const on = daysLater(wanted, days)
    if (isOpen(on)) return { on, instead: { of: wanted, name: closedOn(wanted)?.name ?? '' } }
  }
  return { on: wanted }
}
