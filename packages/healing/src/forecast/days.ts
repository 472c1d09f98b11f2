import type { Course } from './course.ts'

/** After each treatment: half-hours and hours first, half-days to day 3, then daily to day 14. */
const AFTER_TREATMENT = [
  ...[0, 0.5, 1, 2, 3, 4, 6, 9, 12, 18].map((hours) => hours / 24),
  ...[1, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14],
]
/** A quarter of an hour before: the last moment of the healing that the next treatment interrupts. */
const BEFORE_TREATMENT = -1 / 96
const WEEK = 7
const YEAR = 365

/** How far a forecast looks: a year after the last treatment, or a year of nothing. */
export function horizonOf(course: Course): number {
  return (course.treatments.at(-1)?.day ?? 0) + YEAR
}

/** The days of a course that are worth a number: fine after each treatment, weekly to the horizon. Rising, no doubles. */
export function defaultDays(course: Course): number[] {
  const horizon = horizonOf(course)
  const days = new Set<number>([0, horizon])
  for (let day = 0; day < horizon; day += WEEK) days.add(day)
  for (const { day } of course.treatments) {
    if (day > -BEFORE_TREATMENT) days.add(day + BEFORE_TREATMENT)
    for (const after of AFTER_TREATMENT) days.add(day + after)
  }
  return [...days].sort((a, b) => a - b)
}

/** Two rising lists as one, and where each asked day stands in it. */
export function mergeDays(own: readonly number[], asked: readonly number[]): { days: number[]; places: number[] } {
  const days = [...new Set([...own, ...asked])].sort((a, b) => a - b)
  return { days, places: asked.map((day) => days.indexOf(day)) }
}

/** Linear between two days; outside them the nearest. */
export function valueOn(days: readonly number[], row: ArrayLike<number>, day: number): number {
  let low = 0
  let high = days.length - 1
  if (day <= days[low]!) return row[low]!
  if (day >= days[high]!) return row[high]!
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (days[middle]! <= day) low = middle
    else high = middle
  }
  const share = (day - days[low]!) / (days[high]! - days[low]!)
  return row[low]! + share * (row[high]! - row[low]!)
}
