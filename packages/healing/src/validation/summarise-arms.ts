import { meanOf, wilsonInterval } from './coverage.ts'
import type { ArmPrediction } from './predict-arm.ts'

/** How well the predictions did, in percent points; null where there is no row to say it from. */
export interface ArmsSummary {
  readonly n: number
  readonly studies: number
  /** Mean absolute error of the median. */
  readonly mae: number | null
  /** Share of the rows inside their 90 % band, and what so few rows still allow (95 %, Wilson). */
  readonly coverage90: number | null
  readonly coverage90Interval: readonly [low: number, high: number]
  readonly meanWidth90: number | null
  /** Mean absolute error of the two guesses that need no model. */
  readonly baselines: { readonly indicationMean: number | null; readonly treatmentsRegression: number | null }
  /** Fewer than 20 studies: differences of a point or two mean nothing. */
  readonly isFew: boolean
}

export function summariseArms(rows: readonly ArmPrediction[]): ArmsSummary {
  const n = rows.length
  const inside = rows.filter((row) => row.inside).length
  const mean = (of: (row: ArmPrediction) => number) => (n === 0 ? null : rounded(meanOf(rows.map(of))))
  const studies = new Set(rows.map(({ study, id }) => study.trim().toLowerCase() || id)).size
  return {
    n,
    studies,
    mae: mean(({ median, observed }) => Math.abs(median - observed)),
    coverage90: n === 0 ? null : rounded(inside / n, 4),
    coverage90Interval: wilsonInterval(inside, n).map((value) => rounded(value, 4)) as [number, number],
    meanWidth90: mean(({ low90, high90 }) => high90 - low90),
    baselines: {
      indicationMean: mean(({ guesses, observed }) => Math.abs(guesses.indicationMean - observed)),
      treatmentsRegression: mean(({ guesses, observed }) => Math.abs(guesses.treatmentsRegression - observed)),
    },
    isFew: studies < 20,
  }
}

const rounded = (value: number, digits = 2) => Number(value.toFixed(digits))
