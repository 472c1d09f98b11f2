import { type ParameterDraw, placeOf } from '../cascade/parameters.ts'
import type { CascadeTrajectory } from '../cascade/solve-course.ts'
import type { NeedlingDose } from '../dose/needling-dose.ts'
import { REFERENCE_VISIT } from '../outcomes/time-shape.ts'
import type { Phase } from '../phase-activity.ts'
import type { OutputName } from './outputs.ts'

export type Rows = Partial<Record<OutputName, Float64Array>>

/** Numbers of one course of the ensemble that turn states into what is seen; see `forecast-numbers.ts`. */
export interface ReadingDraw {
  /** Redness just shows from here (`cascade/parameters.ts`). */
  readonly thE: number
  readonly gradeFactor: number
  readonly swellingShows: number
  readonly painHalfLifeHours: number
  readonly gapShare: number
}

/** What eyes and instruments would see of one solved course. Phases are shares of their own peak over the whole of it. */
export function readStates(
  trajectory: CascadeTrajectory,
  draw: ReadingDraw,
  treatments: readonly { readonly day: number; readonly dose: NeedlingDose }[],
): Rows {
  const { days } = trajectory
  const column = (name: string) => columnOf(trajectory, name)
  const [P, B, U, C, N, M1, M2] = ['P', 'B', 'U', 'C', 'N', 'M1', 'M2'].map(column) as Seven
  const [G, F, V, S, A, H, c3] = ['G', 'F', 'V', 'S', 'A', 'H', 'c3'].map(column) as Seven
  const c1 = column('c1')
  return {
    redness: A.map((a, at) => gradeOf(a + H[at]!, draw.thE, draw.gradeFactor)),
    swelling: C.map((c) => gradeOf(c, draw.swellingShows, draw.gradeFactor)),
    pain: Float64Array.from({ length: days.length }, (_, at) => {
      const last = treatments.findLast(({ day }) => day <= days[at]!)
      return last ? last.dose.pain * 2 ** ((-24 * (days[at]! - last.day)) / draw.painHalfLifeHours) : 0
    }),
    openChannels: P.map((p) => 100 * p),
    barrierRecovered: B.map((b) => 100 * (1 - b)),
    epidermisCovered: U.map((u) => 100 * (1 - u * u)),
    infectionHazard: P.map((p, at) => (p + draw.gapShare * B[at]!) / (1 + draw.gapShare)),
    epidermalTurnover: column('K').map((k) => 1 + k),
    epidermisGain: column('X').map((x) => 100 * x),
    cytokine: C,
    neutrophils: N,
    inflammatoryMacrophages: M1,
    repairMacrophages: M2,
    growthFactor: G,
    fibroblasts: F,
    perfusion: V.map((v, at) => 1 + v + S[at]!),
    newCollagen: gainOf(c3, 100),
    organisedCollagen: gainOf(c1, 100 / c1[0]!),
    oldCollagen: column('s'),
    tropoelastin: column('T'),
    pigment: column('Me'),
    ...readPhases(trajectory),
  }
}

type Seven = [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array]

/**
 * Which states speak for which phase, each scaled to its own peak first, so that a large unit does not win:
 * inflammation = debris to clear, cytokine, neutrophils, inflammatory macrophages; proliferation = growth factor, fibroblasts,
 * new vessels (epidermal turnover is left out: it peaks within hours, before any new tissue exists); remodelling = soft new collagen, what there is to
 * organise (organised collagen follows for months and would hide that the work has begun).
 */
const PHASE_STATES = {
  inflammation: ['D', 'C', 'N', 'M1'],
  proliferation: ['G', 'F', 'V'],
  remodelling: ['c3'],
} as const satisfies Record<Phase, readonly string[]>

/** Activity of the three phases, 0..1, each a share of its own peak over the days of the trajectory. */
export function readPhases(trajectory: CascadeTrajectory): Record<Phase, Float64Array> {
  const rows = (phase: Phase) => PHASE_STATES[phase].map((name) => columnOf(trajectory, name))
  return {
    inflammation: meanShare(rows('inflammation')),
    proliferation: meanShare(rows('proliferation')),
    remodelling: meanShare(rows('remodelling').map((row) => gainOf(row, 1))),
  }
}

function columnOf({ days, names, states }: CascadeTrajectory, name: string): Float64Array {
  const at = names.indexOf(name)
  return Float64Array.from({ length: days.length }, (_, row) => states[row * names.length + at]!)
}

/** What a row has gained over its first value. */
function gainOf(row: Float64Array, factor: number): Float64Array {
  return row.map((value) => factor * (value - row[0]!))
}

/** Days under the infection hazard of one reference treatment without occlusion: both closures in closed form, to their end. */
export function exposureOfOne(draw: ParameterDraw, gapShare: number): number {
  const number = (symbol: string) => draw[placeOf(symbol)]!
  const aB = Math.exp((-number('bAge') * (REFERENCE_VISIT.ageYears - BARRIER_YOUNG_YEARS)) / 55)
  return (1 / number('kP') + (gapShare * 2) / (number('kB') * aB)) / (1 + gapShare)
}

/** Up to this age the barrier closes at full speed (definition `aB` of the cascade). */
const BARRIER_YOUNG_YEARS = 25

/**
 * A grade 0-3 from a signal: one grade for each factor `perGrade`, a half ("it just shows") at `shows`, and no jump at
 * nothing. Above strong there is no word.
 */
export function gradeOf(signal: number, shows: number, perGrade: number): number {
  const scale = (Math.sqrt(perGrade) - 1) / shows
  return Math.min(3, Math.log1p(Math.max(0, signal) * scale) / Math.log(perGrade))
}

/** The grade at which redness or swelling just shows. */
export const JUST_SHOWS = 0.5

/** Each row scaled to its own peak, their mean scaled to its own; nothing stays nothing. */
function meanShare(rows: readonly Float64Array[]): Float64Array {
  const mean = new Float64Array(rows[0]!.length)
  for (const row of rows) {
    const peak = peakOf(row)
    if (peak > 0) for (let at = 0; at < mean.length; at++) mean[at]! += Math.max(0, row[at]!) / peak
  }
  const peak = peakOf(mean)
  return peak > 0 ? mean.map((value) => value / peak) : mean
}

function peakOf(row: Float64Array): number {
  let peak = 0
  for (const value of row) if (value > peak) peak = value
  // A state at rest wanders by the solver's rounding; that is no activity.
  return peak > 1e-6 ? peak : 0
}
