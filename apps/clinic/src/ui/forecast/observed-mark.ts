import { type ForecastSlice, valueAt } from './forecast-slice.ts'

/** What somebody saw on a day of the slice, on the upright axis of its output. */
export interface ObservedMark {
  readonly day: number
  readonly value: number
  readonly by: 'patient' | 'clinician'
}

/**
 * More marked than nine courses in ten. Grades are answers, so the edge counts as the answer that it rounds to; and less than
 * expected is never outside.
 */
export function isOutside(slice: ForecastSlice, { day, value }: ObservedMark): boolean {
  return value > Math.round(valueAt(slice.days, slice.p95, day))
}
