import { CASCADE_MODEL } from '../cascade/cascade-model.ts'
import { PARAMETERS } from '../cascade/parameters.ts'
import { makeRandom } from '../random.ts'
import { CALIBRATED, drawAt } from './calibrated-parameters.ts'
import { CALIBRATION_TARGETS } from './calibration-targets.ts'
import { readCellCurves } from './cell-curves.ts'
import { effectiveSampleSize, splitRHat } from './diagnostics.ts'
import { findMode } from './find-mode.ts'
import { fingerprint } from './fingerprint.ts'
import { parseKineticRows } from './kinetic-row.ts'
import { type CalibrationEvidence, makeMisfits, makeResolvesAtAnyDose } from './misfits.ts'
import { sample } from './sampler.ts'

export interface CalibrationOptions {
  readonly seed: number
  /** How many draws to end with. */
  readonly draws: number
  /** Iterations of each chain while places are kept; half as many before. */
  readonly iterations: number
  readonly onProgress?: (share: number) => void
}

export interface Calibration {
  /** One row a draw: thousandths of a prior standard deviation, in the order of `CALIBRATED`. */
  readonly thousandths: readonly (readonly number[])[]
  readonly diagnostics: readonly {
    readonly symbol: string
    readonly splitRHat: number
    readonly effectiveSize: number
  }[]
  readonly acceptance: number
  /** Kept places left out because inflammation would linger after a small or a large injury. */
  readonly lingering: number
}

const CHAINS = 4
const KEEP_EVERY = 10

/** The two tables that the calibration reads, as text. */
export const readEvidence = (kineticsTargetsCsv: string, kineticsCsv: string): CalibrationEvidence => ({
  targets: [...parseKineticRows(kineticsTargetsCsv), ...CALIBRATION_TARGETS],
  cells: readCellCurves(kineticsCsv),
})

/** What a posterior rests on, in one short name: equations, priors, targets. When it changes, the posterior is out of date. */
export const basisOf = (evidence: CalibrationEvidence): string =>
  fingerprint(
    JSON.stringify([
      CASCADE_MODEL,
      PARAMETERS.map(({ symbol, value, sd, ceiling }) => [symbol, value, sd, String(ceiling)]),
      CALIBRATED,
      evidence,
    ]),
  )

/** Samples the posterior of the calibrated parameters. The same evidence, options and machine arithmetic give the same draws, bit for bit. */
export function runCalibration(evidence: CalibrationEvidence, options: CalibrationOptions): Calibration {
  const { size, misfits } = makeMisfits(evidence)
  const off = new Float64Array(size)
  const misfitsAt = (x: Float64Array, out: Float64Array) => misfits(drawAt(x), out)
  const density = (x: Float64Array): number => {
    let sum = 0
    for (const value of x) sum -= 0.5 * value * value
    if (!misfitsAt(x, off)) return Number.NEGATIVE_INFINITY
    for (const value of off) sum -= 0.5 * value * value
    return sum
  }
  const { chains, acceptance } = sample(density, findMode(CALIBRATED.length, size, misfitsAt), {
    chains: CHAINS,
    warmUp: Math.floor(options.iterations / 2),
    iterations: options.iterations,
    keepEvery: KEEP_EVERY,
    random: makeRandom(options.seed),
    ...(options.onProgress ? { onProgress: options.onProgress } : {}),
  })
  const resolvesAtAnyDose = makeResolvesAtAnyDose()
  const sound = chains.flatMap((chain) => chain.filter((x) => resolvesAtAnyDose(drawAt(x))))
  return {
    thousandths: thin(sound, options.draws).map((x) => Array.from(x, (value) => Math.round(1000 * value))),
    diagnostics: CALIBRATED.map((symbol, at) => {
      const values = chains.map((chain) => chain.map((x) => x[at]!))
      return { symbol, splitRHat: splitRHat(values), effectiveSize: effectiveSampleSize(values) }
    }),
    acceptance,
    lingering: chains.reduce((sum, chain) => sum + chain.length, 0) - sound.length,
  }
}

/** `count` members at even distances. */
const thin = <T>(all: readonly T[], count: number): T[] =>
  Array.from({ length: Math.min(count, all.length) }, (_, k) => all[Math.floor(((k + 0.5) * all.length) / count)]!)

/** The small run whose name the shipped posterior carries: a test repeats it in seconds. */
const REDUCED: CalibrationOptions = { seed: 1, draws: 12, iterations: 60 }

export const reducedRun = (evidence: CalibrationEvidence): string =>
  fingerprint(JSON.stringify(runCalibration(evidence, REDUCED).thousandths))
