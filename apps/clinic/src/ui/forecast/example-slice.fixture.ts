import { rootAxis } from './day-axis.ts'
import type { ForecastSlice } from './forecast-slice.ts'

const days = [0, 1, 2, 3, 5, 7, 14, 28]
/** Twenty courses, from the calmest to the reddest. */
const courses = Array.from({ length: 20 }, (_, k) =>
  days.map((day) => (0.6 + 0.12 * k) * Math.exp(-day / (1.5 + 0.1 * k))),
)
const quantile = (share: number) => days.map((_, at) => courses[Math.round(share * 19)]![at]!)

/** A redness that fades: made up, for tests of how it is said and drawn. */
export function exampleSlice(change: Partial<ForecastSlice> = {}): ForecastSlice {
  return {
    output: 'redness',
    tag: 'assumed',
    axis: rootAxis,
    days,
    p5: quantile(0.05),
    p25: quantile(0.25),
    p50: quantile(0.5),
    p75: quantile(0.75),
    p95: quantile(0.95),
    courses,
    phases: {
      inflammation: days.map((day) => Math.exp(-day / 2)),
      proliferation: days.map((day) => Math.min(1, day / 5)),
      remodelling: days.map((day) => day / 28),
    },
    treatments: [{ number: 1, day: 0 }],
    ...change,
  }
}

/** Every course at one value of the whole axis, for counting. */
export function flatCourses(values: readonly number[]): number[][] {
  return values.map((value) => days.map(() => value))
}
