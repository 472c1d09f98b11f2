import { POSTERIOR_ROWS } from '../generated/posterior.ts'
import { makeRandom } from '../random.ts'
import { type Parameter, valueAt } from './parameter.ts'
import { PARAMETERS, type ParameterDraw, placeOf } from './parameters.ts'

/** The sampled posterior as it is stored. */
export interface PosteriorRows {
  readonly seed: number
  readonly iterations: number
  /** Name of the equations, priors and targets that it rests on. */
  readonly basis: string
  /** Name of what a small run of the same calibration gives. */
  readonly reducedRun: string
  /** The calibrated parameters, by spaces. */
  readonly symbols: string
  /** A line a draw: thousandths of a prior standard deviation from the prior's median. */
  readonly thousandths: string
}

/** How the shipped posterior was made. */
export const SHIPPED_POSTERIOR = {
  seed: POSTERIOR_ROWS.seed,
  iterations: POSTERIOR_ROWS.iterations,
  basis: POSTERIOR_ROWS.basis,
  reducedRun: POSTERIOR_ROWS.reducedRun,
}

// A parameter that the equations have lost since is passed over, or the calibration that mends it could not start.
const columns = POSTERIOR_ROWS.symbols.split(' ').map((symbol) => PARAMETERS.some((one) => one.symbol === symbol))
const kept = <T>(row: readonly T[]) => row.filter((_, column) => columns[column])
const rows = POSTERIOR_ROWS.thousandths
  .trim()
  .split('\n')
  .map((line) => kept(line.split(' ').map(Number)))
const calibrated = kept(POSTERIOR_ROWS.symbols.split(' ')).map(placeOf)
const others = PARAMETERS.map((_, place) => place).filter((place) => !calibrated.includes(place))

/** How many draws the posterior holds. */
export const POSTERIOR_SIZE = rows.length

/** Beyond this the tails of the assumed shapes mean nothing. */
const WIDEST = 3
/** Keeps the stream of the uncalibrated numbers apart from all others. */
const PRIOR_STREAM = 0x5eed

/**
 * The `k`-th draw of the cascade: calibrated numbers from the stored posterior, all others from their priors. Beyond the last
 * stored draw the calibrated ones come round again with new values of the others.
 */
export function posteriorDraw(k: number): ParameterDraw {
  const draw = new Float64Array(PARAMETERS.length)
  const row = rows[k % rows.length]!
  calibrated.forEach((place, at) => {
    draw[place] = valueAt(PARAMETERS[place]!, row[at]! / 1000)
  })
  const random = makeRandom(PRIOR_STREAM + k)
  for (const place of others) {
    draw[place] = valueAt(PARAMETERS[place]!, Math.max(-WIDEST, Math.min(WIDEST, random.normal())))
  }
  return draw
}

/** A parameter before and after the evidence. */
export interface LearntParameter extends Parameter {
  /** Median and 90 % range after calibration; those of the prior where nothing was calibrated. */
  readonly after: { readonly value: number; readonly low: number; readonly high: number }
  /** Standard deviation after over before, on the prior's own scale; 1 = the evidence says nothing of it. */
  readonly width: number
  /** Whether the evidence narrowed it by more than a tenth, or moved its middle by more than half a standard deviation. */
  readonly isMoved: boolean
}

/** Every parameter with what was learnt of it: the table of the public page and of MODEL.md. */
export function learntParameters(): LearntParameter[] {
  return PARAMETERS.map((parameter, place) => {
    const column = calibrated.indexOf(place)
    if (column < 0) {
      const { value, low, high } = parameter
      return { ...parameter, after: { value, low, high }, width: 1, isMoved: false }
    }
    const x = rows.map((row) => row[column]! / 1000).sort((a, b) => a - b)
    const quantile = (share: number) => valueAt(parameter, x[Math.round(share * (x.length - 1))]!)
    const mean = x.reduce((sum, value) => sum + value, 0) / x.length
    const width = Math.sqrt(x.reduce((sum, value) => sum + (value - mean) ** 2, 0) / x.length)
    return {
      ...parameter,
      after: { value: quantile(0.5), low: quantile(0.05), high: quantile(0.95) },
      width,
      isMoved: width < 0.9 || Math.abs(mean) > 0.5,
    }
  })
}
