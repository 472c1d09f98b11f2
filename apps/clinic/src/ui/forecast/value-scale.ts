import type { ForecastSlice } from './forecast-slice.ts'
import { isGrade } from './shown-output.ts'

/** The upright axis of a plot: it starts at zero. */
export interface ValueScale {
  /** The value at the top tick. */
  readonly top: number
  readonly ticks: readonly number[]
}

const gradeScale: ValueScale = { top: 3, ticks: [0, 1, 2, 3] }
const percentScale: ValueScale = { top: 100, ticks: [0, 25, 50, 75, 100] }

/** Words for grades, per cent to 100 for what ends there, and for the rest a round number above what may be expected. */
export function valueScale(slice: ForecastSlice): ValueScale {
  if (isGrade(slice.output)) return gradeScale
  if (slice.output === 'barrierRecovered') return percentScale
  const highest = Math.max(1, ...slice.p95) * 1.04
  const step = [0.5, 1, 2, 5, 10, 20, 25, 50].find((size) => size * 5 >= highest) ?? 100
  const ticks = Array.from({ length: Math.ceil(highest / step) + 1 }, (_, at) => at * step)
  return { top: ticks.at(-1)!, ticks }
}
