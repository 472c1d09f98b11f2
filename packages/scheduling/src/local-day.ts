import { Temporal } from 'temporal-polyfill'
import type { Interval } from './question.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** A stretch of a local day in which the wall clock runs without a jump. */
export type DayPiece = Interval & {
  /** What the clock reads at `startAt`, minutes after 00:00. */
  readonly wallStartMinute: number
}

/**
 * A date as the clinic lives it: all the instants at which its clock shows that date. One piece on most days, two when
 * the clock changes (1380 or 1500 minutes in sum), none for a date that its zone skipped.
 */
export type LocalDay = { readonly on: string; readonly isoWeekday: number; readonly pieces: readonly DayPiece[] }

/**
 * Lists the local days from `fromOn` to `toOn`, both included, with `marginDays` more on either side; empty when the last
 * would come before the first. The zone is asked only for the clock changes of the whole span, never per day or slot.
 * @throws RangeError for a malformed date or an unknown time zone
 */
export function listLocalDays(timeZone: string, fromOn: string, toOn: string, marginDays = 0): LocalDay[] {
  const last = Temporal.PlainDate.from(toOn)
  let date = Temporal.PlainDate.from(fromOn).subtract({ days: marginDays })
  const count = date.until(last, { largestUnit: 'days' }).days + 1 + marginDays
  if (count < 1) return []
  let midnight = date.toZonedDateTime('UTC').epochMilliseconds
  const regimes = listOffsets(timeZone, midnight - 2 * DAY_MS, midnight + (count + 2) * DAY_MS)
  const days: LocalDay[] = []
  for (let index = 0; index < count; index += 1) {
    const pieces: DayPiece[] = []
    for (const { startAt, endAt, offsetMs } of regimes) {
      const from = Math.max(startAt, midnight - offsetMs)
      const to = Math.min(endAt, midnight + DAY_MS - offsetMs)
      if (from < to) {
        pieces.push({ startAt: from, endAt: to, wallStartMinute: (from + offsetMs - midnight) / MINUTE_MS })
      }
    }
    days.push({ on: date.toString(), isoWeekday: date.dayOfWeek, pieces })
    date = date.add({ days: 1 })
    midnight += DAY_MS
  }
  return days
}

/** The date the clock of `timeZone` shows at `at` (epoch milliseconds), moved by `plusDays`. */
export function localDateOf(timeZone: string, at: number, plusDays = 0): string {
  const date = Temporal.Instant.fromEpochMilliseconds(Math.floor(at)).toZonedDateTimeISO(timeZone).toPlainDate()
  return date.add({ days: plusDays }).toString()
}

function listOffsets(timeZone: string, fromAt: number, toAt: number): (Interval & { offsetMs: number })[] {
  const regimes = []
  let current: Temporal.ZonedDateTime | null =
    Temporal.Instant.fromEpochMilliseconds(fromAt).toZonedDateTimeISO(timeZone)
  while (current !== null && current.epochMilliseconds < toAt) {
    const next: Temporal.ZonedDateTime | null = current.getTimeZoneTransition('next')
    const endAt = next === null ? toAt : Math.min(next.epochMilliseconds, toAt)
    regimes.push({ startAt: current.epochMilliseconds, endAt, offsetMs: current.offsetNanoseconds / 1e6 })
    current = next
  }
  return regimes
}
