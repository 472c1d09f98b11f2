import { type FreeStart, freeStarts } from './free-starts.ts'
import { localDateOf } from './local-day.ts'
import type { BookingQuestion } from './question.ts'

/** A free start with the local date it lies on. */
export type NearbyStart = FreeStart & { readonly date: string }

const FIRST_REACH_DAYS = 3
const DAY_MS = 86_400_000

/**
 * Finds the `count` free starts nearest to `aroundAt` (epoch milliseconds), in order of distance, the earlier of two that
 * are equally far first; fewer when the booking horizon holds fewer. For "09:30 has just been taken: 09:45, 11:00".
 * `occupancies` must cover the horizon, or at least the days that may be offered.
 * @throws RangeError for malformed hours, zone, phases or grid
 */
export function nearestFreeStarts(question: BookingQuestion, aroundAt: number, count: number): NearbyStart[] {
  const { timeZone } = question.hours
  const firstOn = localDateOf(timeZone, question.nowAt)
  const lastOn = localDateOf(timeZone, question.nowAt, question.horizonDays)
  const distance = (start: FreeStart) => Math.abs(start.startAt - aroundAt)
  for (let reachDays = FIRST_REACH_DAYS; ; reachDays *= 2) {
    const fromOn = later(firstOn, localDateOf(timeZone, aroundAt, -reachDays))
    const toOn = earlier(lastOn, localDateOf(timeZone, aroundAt, reachDays))
    const isWhole = fromOn === firstOn && toOn === lastOn
    // Past this distance a start outside the days looked at might be nearer; a local day can be an hour short.
    const surely = isWhole ? Infinity : (reachDays - 1) * DAY_MS
    const found = freeStarts({ ...question, fromOn, toOn })
      .flatMap(({ date, starts }) => starts.map((start) => ({ ...start, date })))
      .filter((start) => distance(start) <= surely)
      .sort((a, b) => distance(a) - distance(b) || a.startAt - b.startAt)
    if (isWhole || found.length >= count) return found.slice(0, count)
  }
}

function later(a: string, b: string): string {
  return a > b ? a : b
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}
