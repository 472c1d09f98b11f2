import { type KineticRow, parseKineticRows } from '../calibration/kinetic-row.ts'
import { predictKinetic, whyNotPredicted } from '../calibration/predict-kinetic.ts'
import type { ParameterDraw } from '../cascade/parameters.ts'
import { drawDose } from '../dose/dose-draw.ts'
import { makeRandom } from '../random.ts'
import { SolverFault } from '../solver/solver-fault.ts'
import { IMPROVEMENT_RATIO, predictRatio, whyNoRatio } from './improvement-ratio.ts'
import { kineticDraws } from './kinetic-draws.ts'
import { meets, toleranceOf } from './kinetic-verdict.ts'
import { atLeastNeedled, kineticOutOfRange } from './scenario-limits.ts'
import type { Skipped } from './validate-arms.ts'

/** One number of healing against the band of the calibrated ensemble, in the row's own unit. */
export interface KineticPrediction {
  readonly id: string
  readonly quantity: string
  readonly unit: string
  /** null = only a tolerance is printed. */
  readonly observed: number | null
  readonly median: number
  readonly low90: number
  readonly high90: number
  /** The 90 % band meets the tolerance, or the bound. */
  readonly inside: boolean
  readonly medianInside: boolean
}

export interface KineticsReport {
  readonly summary: { readonly n: number; readonly inside: number; readonly medianInside: number }
  readonly rows: readonly KineticPrediction[]
  readonly skipped: readonly Skipped[]
}

const SEED = 7

/**
 * Predicts every row of a table in the format of `evidence/kinetics-targets.csv` by the whole ensemble: each draw of the
 * cascade with its own draw of the dose and its own filling of what the row does not print.
 * Throws CsvFault when the text is no such table; a row that cannot be predicted is told with its reason, never thrown.
 */
export function validateKinetics(csv: string, onRow?: (done: number, of: number) => void): KineticsReport {
  const table = parseKineticRows(csv)
  const draws = kineticDraws()
  const rows: KineticPrediction[] = []
  const skipped: Skipped[] = []
  table.forEach((row, at) => {
    const id = row.id.trim() || `row ${at + 1}`
    const predicted = predictRow({ ...row, id }, draws)
    if (typeof predicted === 'string') skipped.push({ id, reason: predicted })
    else rows.push(predicted)
    onRow?.(at + 1, table.length)
  })
  const count = (is: (row: KineticPrediction) => boolean) => rows.filter(is).length
  const summary = { n: rows.length, inside: count((row) => row.inside), medianInside: count((row) => row.medianInside) }
  return { summary, rows, skipped }
}

function predictRow(row: KineticRow, draws: readonly ParameterDraw[]): KineticPrediction | string {
  const why = (isRatio(row) ? whyNoRatio(row) : whyNotPredicted(row)) ?? kineticOutOfRange(row)
  if (why) return why
  const tolerance = toleranceOf(row)
  if (!tolerance) return 'noTolerance: neither observed, low nor high is printed'
  const values = valuesOf(atLeastNeedled(row), draws)
  if (values.length < draws.length / 2) return 'noValue: the model gives no number for this row'
  const sorted = Float64Array.from(values).sort()
  const [low90, median, high90] = [0.05, 0.5, 0.95].map((probability) => quantileOf(sorted, probability)) as [
    number,
    number,
    number,
  ]
  return {
    id: row.id,
    quantity: row.quantity,
    unit: row.unit,
    observed: row.observed ?? null,
    median: rounded(median),
    low90: rounded(low90),
    high90: rounded(high90),
    inside: meets(low90, high90, tolerance),
    medianInside: meets(median, median, tolerance),
  }
}

/** The one quantity of the vocabulary that the clinical figure answers, and not the cascade alone. */
const isRatio = ({ quantity }: KineticRow) => quantity === IMPROVEMENT_RATIO

/** One value a draw; a draw that cannot be solved for this row gives none. */
function valuesOf(row: KineticRow, draws: readonly ParameterDraw[]): number[] {
  // The same numbers for a row wherever it stands in the file.
  const random = makeRandom(SEED)
  return draws.flatMap((draw) => {
    try {
      const value = (isRatio(row) ? predictRatio : predictKinetic)(row, draw, drawDose(random), random)
      return Number.isFinite(value) ? [value] : []
    } catch (error) {
      if (error instanceof SolverFault) return []
      throw error
    }
  })
}

/** Linear between Hazen's positions, as in the bands of a forecast. */
function quantileOf(sorted: Float64Array, probability: number): number {
  const place = Math.min(Math.max(probability * sorted.length - 0.5, 0), sorted.length - 1)
  const below = Math.floor(place)
  const next = sorted[Math.min(below + 1, sorted.length - 1)]!
  return sorted[below]! + (place - below) * (next - sorted[below]!)
}

const rounded = (value: number) => Number(value.toPrecision(5))
