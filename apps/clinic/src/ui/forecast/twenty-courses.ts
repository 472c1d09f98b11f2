import { type ForecastSlice, valueAt } from './forecast-slice.ts'

/** The twenty courses on a day, lowest first. */
export function coursesOn(slice: ForecastSlice, day: number): number[] {
  return slice.courses.map((course) => valueAt(slice.days, course, day)).sort((a, b) => a - b)
}

/** A grade 0..3 as one of four answers: none, mild, marked, strong. */
export function levelOf(grade: number): 0 | 1 | 2 | 3 {
  return grade < 0.5 ? 0 : grade < 1.5 ? 1 : grade < 2.5 ? 2 : 3
}

/** How many courses stand on each of the four answers. */
export function countLevels(values: readonly number[]): [number, number, number, number] {
  const counts: [number, number, number, number] = [0, 0, 0, 0]
  for (const value of values) counts[levelOf(value)] += 1
  return counts
}

/** Channels let nothing through once their horny layer is this far recovered (micropores, K0015-17), in per cent. */
export const channelsClosedFromPercent = 76.85
