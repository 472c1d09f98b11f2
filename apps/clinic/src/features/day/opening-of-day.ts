import { Temporal } from 'temporal-polyfill'
import type { Span } from './day.ts'

/** ISO weekday of a local date, 1 = Monday. */
export function weekdayOf(on: string): number {
  return Temporal.PlainDate.from(on).dayOfWeek
}

/** Wall-clock openings of a local date as instants (epoch ms), neighbours joined. */
export function openingOfDay(on: string, timeZone: string, rows: readonly { opens: string; closes: string }[]): Span[] {
  const date = Temporal.PlainDate.from(on)
  const at = (time: string) => date.toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds
  const spans: Span[] = []
  for (const { opens, closes } of rows) {
    const span = { startsAt: at(opens), endsAt: at(closes) }
    const before = spans.at(-1)
    if (before && before.endsAt >= span.startsAt) before.endsAt = Math.max(before.endsAt, span.endsAt)
    else spans.push(span)
  }
  return spans
}
