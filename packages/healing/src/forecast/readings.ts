import type { OutputName } from './outputs.ts'

/** One solved course: every state on every day, row by row. */
export interface SolvedCourse {
  readonly days: readonly number[]
  readonly states: Float64Array
  /** Column names of `states`. */
  readonly names: readonly string[]
}

/** What turns states into what eyes and instruments see; one draw of the doubt about it. */
export interface ReadingDraw {
  /** Weights of cytokine and of vessels in redness. */
  readonly eC: number
  readonly eV: number
  /** Needle hyperaemia fades, per day. */
  readonly kH: number
  /** Redness shows from here. */
  readonly thE: number
}

type Row = Float64Array

/** A grade 0-3 from a signal without ceiling: 0.5 ("it shows") at the threshold, 1.5 (marked) at five times it. Assumed. */
const GRADE_STEEPNESS = 5
/** Swelling shows from this cytokine on, relative to one reference treatment. Assumed. */
const SWELLING_SHOWS = 0.4
/** Pain right after needling on the ten-point score, without numbing, and its half-life in hours. */
const PAIN = { most: 10, half: 0.754, halfLifeDays: 1.5 / 24 }

/** The seen and measured courses of one solved course; phases are shares of their own peak over the whole of it. */
export function readStates(
  { days, states, names }: SolvedCourse,
  draw: ReadingDraw,
  treatments: readonly { readonly day: number; readonly dose: number; readonly painAtOnce: number }[],
): Partial<Record<OutputName, Row>> {
  const column = (name: string): Row => {
    const at = names.indexOf(name)
    return Float64Array.from(days, (_, row) => states[row * names.length + at]!)
  }
  const scaled = (row: Row, factor: number, shift = 0): Row => row.map((value) => factor * value + shift)
  const latest = (read: (since: number, treatment: (typeof treatments)[number]) => number): Row =>
    Float64Array.from(days, (day) => {
      const treatment = treatments.findLast((candidate) => candidate.day <= day)
      return treatment ? read(day - treatment.day, treatment) : 0
    })

  const [P, B, W, C, N, M1, M2] = ['P', 'B', 'W', 'C', 'N', 'M1', 'M2'].map(column) as [
    Row,
    Row,
    Row,
    Row,
    Row,
    Row,
    Row,
  ]
  const [G, F, V, c3, c1] = ['G', 'F', 'V', 'c3', 'c1'].map(column) as [Row, Row, Row, Row, Row]
  const hyperaemia = latest((since, { dose }) => dose * Math.exp(-draw.kH * since))
  const redness = C.map((c, at) => gradeOf(draw.eC * c + draw.eV * V[at]! + hyperaemia[at]!, draw.thE))
  return {
    redness,
    swelling: C.map((c) => gradeOf(c, SWELLING_SHOWS)),
    pain: latest((since, { painAtOnce }) => painAtOnce * 2 ** (-since / PAIN.halfLifeDays)),
    openChannels: scaled(P, 100),
    barrierRecovered: scaled(B, -100, 100),
    epidermisCovered: scaled(W, -100, 100),
    infectionHazard: P.map((p, at) => (p + 0.1 * B[at]!) / 1.1),
    epidermalTurnover: scaled(column('K'), 1, 1),
    cytokine: C,
    neutrophils: N,
    inflammatoryMacrophages: M1,
    repairMacrophages: M2,
    growthFactor: G,
    fibroblasts: F,
    perfusion: scaled(V, 1, 1),
    newCollagen: scaled(c3, 100, -100 * c3[0]!),
    organisedCollagen: scaled(c1, 100 / c1[0]!, -100),
    oldCollagen: column('s'),
    tropoelastin: column('T'),
    pigment: column('Me'),
    inflammation: meanShare([column('D'), C, N, M1]),
    proliferation: meanShare([G, F, V]),
    remodelling: meanShare([c3.map((value) => value - c3[0]!)]),
  }
}

/** Ten-point pain right after needling (exponents K0076-77, anchored at AS20). */
export function painAtOnce(needleMm: number, holesPerCm2: number): number {
  const x = (needleMm / 1.5) ** 1.8 * (holesPerCm2 / 163) ** 0.3
  return (PAIN.most * x) / (x + PAIN.half)
}

function gradeOf(signal: number, shows: number): number {
  return (3 * Math.max(0, signal)) / (Math.max(0, signal) + GRADE_STEEPNESS * shows)
}

/** Each row scaled to its own peak, their mean scaled to its own; nothing stays nothing. */
function meanShare(rows: readonly Row[]): Row {
  const mean = new Float64Array(rows[0]!.length)
  for (const row of rows) {
    const peak = peakOf(row)
    if (peak > 0) for (let at = 0; at < mean.length; at++) mean[at]! += row[at]! / peak
  }
  const peak = peakOf(mean)
  return peak > 0 ? mean.map((value) => Math.max(0, value / peak)) : mean
}

function peakOf(row: Row): number {
  let peak = 0
  for (const value of row) if (value > peak) peak = value
  // A state at rest wanders by the solver's rounding; that is no activity.
  return peak > 1e-6 ? peak : 0
}
