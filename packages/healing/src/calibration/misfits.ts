import type { ParameterDraw } from '../cascade/parameters.ts'
import { type CascadeDose, type CascadeTrajectory, makeCourseSolver } from '../cascade/solve-course.ts'
import { MEDIAN_DOSE_DRAW } from '../dose/dose-draw.ts'
import { needlingDose } from '../dose/needling-dose.ts'
import { Z90 } from '../quantity.ts'
import type { Random } from '../random.ts'
import type { CellCount } from './cell-curves.ts'
import { measureKinetic } from './kinetic-quantities.ts'
import type { KineticRow } from './kinetic-row.ts'
import { valueAtHour } from './read-trajectory.ts'
import { type SettledScenario, settleScenario } from './settle-scenario.ts'

/** What the cascade is fitted to. */
export interface CalibrationEvidence {
  readonly targets: readonly KineticRow[]
  readonly cells: readonly CellCount[]
}

/** The middle of every range: the calibration knows one person and one dose for each target. */
const MIDDLE: Random = { uniform: () => 0.5, normal: () => 0, integer: () => 0 }
/** Beside its standard error each cell count is off by this much: another wound than a needle's, and read off a plot. Assumed. */
export const CELL_DISCREPANCY = 0.2
/** Coarser than a forecast, far finer than any target. */
const TOLERANCE = { relative: 1e-3, absolute: 1e-5 }
/** The wound of the cell curves gives its scale to the counts: dose, width and depth are 1. */
const UNIT_DOSE: CascadeDose = { relativeDose: 1, openShare: 0.01, surfaceWidthMm: 0.1, depthMm: 0.75 }
const UNIT_COURSE = { ageYears: 35, phototype: 3, treatments: [{ day: 0 }] }

interface Solvable {
  readonly scenario: SettledScenario
  readonly doses: readonly CascadeDose[]
  readonly days: Float64Array
  readonly since: number
}

interface Plan {
  readonly main: Solvable
  readonly without: Solvable | undefined
  readonly rows: readonly KineticRow[]
}

/**
 * Fills `out` with how many standard deviations each cell count and each target lies off, and how far inflammation oversteps
 * its end; false where nothing can be computed. -½ Σ out² is log p(evidence | draw), up to a constant.
 */
export type Misfits = (draw: ParameterDraw, out: Float64Array) => boolean

export function makeMisfits({ targets, cells }: CalibrationEvidence): { size: number; misfits: Misfits } {
  const solve = makeCourseSolver()
  const run = ({ scenario, doses, days }: Solvable, draw: ParameterDraw) =>
    solve(scenario, doses, draw, days, TOLERANCE)
  const plans = planRuns(targets)
  const cellDays = Float64Array.from(
    [...new Set([...cellGrid(), ...cells.map(({ hours }) => hours / 24)])].sort(byValue),
  )
  const misfits: Misfits = (draw, out) => {
    const wound = solve(UNIT_COURSE, [UNIT_DOSE], draw, cellDays, TOLERANCE)
    let at = cellMisfits(wound, cells, out)
    for (const share of lingering(wound)) {
      out[at] = Math.max(0, share - 1) / OVERSTEP
      at += 1
    }
    for (const { main, without, rows } of plans) {
      const course = run(main, draw)
      const other = without ? run(without, draw) : course
      for (const row of rows) {
        const value = measureKinetic(row.quantity, course, other, draw, main.since, row.scenario.atHours)
        if (!Number.isFinite(value)) return false
        out[at] = misfit(row, value)
        at += 1
      }
    }
    return true
  }
  return { size: cells.length + ENDS.length + targets.length, misfits }
}

/** How many standard deviations a value lies from a target; 0 inside a bound. */
export function misfit({ observed, low, high, bound }: KineticRow, value: number): number {
  if (bound === '<') return Math.max(0, value / high! - 1) / 0.1
  if (bound === '>') return Math.max(0, 1 - value / low!) / 0.1
  const off = value - observed!
  return (off * Z90) / (off < 0 ? observed! - low! : high! - observed!)
}

/** Targets that share a scenario share a run. */
function planRuns(targets: readonly KineticRow[]): Plan[] {
  const groups = new Map<string, KineticRow[]>()
  for (const row of targets) {
    const { atHours: _, ...scenario } = row.scenario
    const prp = row.quantity.includes('prp')
    const key = JSON.stringify([Object.entries(scenario).sort(), prp])
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups.values()].map((rows) => {
    const prp = rows[0]!.quantity.includes('prp')
    const { scenario } = rows[0]!
    const main = settleScenario(prp ? { ...scenario, prp: true } : scenario, MIDDLE)
    const others = main.treatments.map(({ prp: _, ...treatment }) => treatment)
    return {
      main: solvable(main, rows),
      without: prp ? solvable({ ...main, treatments: others }, rows) : undefined,
      rows,
    }
  })
}

function solvable(scenario: SettledScenario, rows: readonly KineticRow[]): Solvable {
  const since = scenario.treatments.at(-1)?.day ?? 0
  const hours = new Set([0, ...rows.map(({ scenario }) => scenario.atHours ?? 0)])
  if (rows.some(({ quantity }) => !SHORT.has(quantity))) for (const day of cellGrid()) hours.add(24 * day)
  const doses = scenario.treatments.map((treatment) =>
    needlingDose(treatment, scenario.site, scenario.ageYears, MEDIAN_DOSE_DRAW),
  )
  return { scenario, doses, since, days: Float64Array.from([...hours].sort(byValue), (hour) => since + hour / 24) }
}

/** Quantities read at their hours alone. */
const SHORT = new Set(['barrier-recovered', 'prp-collagen-ratio', 'epidermis-gain', 'stable-collagen-half-life'])

/** Days: eighths of an hour for three hours, then half hours to twelve, two hours to four days, twelve to a fortnight. */
function cellGrid(): number[] {
  const hours = [0]
  const add = (until: number, step: number) => {
    for (let hour = hours.at(-1)! + step; hour <= until; hour += step) hours.push(hour)
  }
  add(3, 0.125)
  add(12, 0.5)
  add(96, 2)
  add(336, 12)
  return hours.map((hour) => hour / 24)
}

const byValue = (a: number, b: number) => a - b

const rowsOf = ({ names, states, days }: CascadeTrajectory, name: string) => {
  const column = names.indexOf(name)
  return Float64Array.from({ length: days.length }, (_, row) => states[row * names.length + column]!)
}

function cellMisfits(wound: CascadeTrajectory, cells: readonly CellCount[], out: Float64Array): number {
  const hours = Float64Array.from(wound.days, (day) => 24 * day)
  const counts = { N: rowsOf(wound, 'N'), M1: rowsOf(wound, 'M1'), M2: rowsOf(wound, 'M2') }
  cells.forEach(({ state, hours: hour, mean, standardError }, at) => {
    const off = valueAtHour(hours, counts[state], hour) - mean
    out[at] = off / Math.sqrt(standardError ** 2 + CELL_DISCREPANCY ** 2)
  })
  return cells.length
}

/** Sterile inflammation ends: what may be left of a state's peak, and when. */
export const ENDS = [
  { state: 'C', day: 7, left: 0.05 },
  { state: 'N', day: 7, left: 0.25 },
  { state: 'M1', day: 7, left: 0.25 },
  { state: 'N', day: 14, left: 0.1 },
  { state: 'M1', day: 14, left: 0.1 },
] as const
/** Tolerance of those ends while sampling; draws that overstep them at all are left out afterwards. */
export const OVERSTEP = 0.05

/** What is left at each end, as a share of what may be. */
function lingering(wound: CascadeTrajectory): number[] {
  const days = Float64Array.from(wound.days)
  return ENDS.map(({ state, day, left }) => {
    const row = rowsOf(wound, state)
    return valueAtHour(days, row, day) / (left * Math.max(...row))
  })
}

/** Whether inflammation ends in time after the unit injury, a far smaller and a far larger one. */
export function makeResolvesAtAnyDose(): (draw: ParameterDraw) => boolean {
  const solve = makeCourseSolver()
  const days = Float64Array.from(cellGrid())
  return (draw) =>
    [0.3, 1, 3.3].every((relativeDose) =>
      lingering(solve(UNIT_COURSE, [{ ...UNIT_DOSE, relativeDose }], draw, days, TOLERANCE)).every(
        (share) => share <= 1,
      ),
    )
}
