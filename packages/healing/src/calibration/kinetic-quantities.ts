import { type ParameterDraw, placeOf } from '../cascade/parameters.ts'
import type { CascadeTrajectory } from '../cascade/solve-course.ts'
import { hourBelow, peakOf, readTrajectory, type TrajectoryReader, valueAtHour } from './read-trajectory.ts'

/** What a quantity is computed from. `without` is the same course without platelet-rich plasma. */
export interface KineticView {
  readonly course: TrajectoryReader
  readonly without: TrajectoryReader
  readonly draw: ParameterDraw
  readonly atHours: number
}

type Measure = (view: KineticView) => number

const at = ({ course, atHours }: KineticView, name: string, hour = atHours) =>
  valueAtHour(course.hours, course.state(name), hour)

const number = ({ draw }: KineticView, symbol: string) => draw[placeOf(symbol)]!

/** Redness above rest: held vasodilation and the reflex flare. New vessels carry blood, but nothing says that they show. */
export const rednessOf = ({ state }: TrajectoryReader): Float64Array => {
  const flare = state('H')
  return state('A').map((value, row) => value + flare[row]!)
}

const macrophagesOf = ({ state }: TrajectoryReader) => {
  const repair = state('M2')
  return state('M1').map((value, row) => value + repair[row]!)
}

/** New collagen of both kinds, as a share of what rested there. */
const collagenAt = ({ state, hours }: TrajectoryReader, hour: number) =>
  valueAtHour(hours, state('c3'), hour) + valueAtHour(hours, state('c1'), hour)

/** Soft and organised collagen of undisturbed skin. */
const restingCollagen = (draw: ParameterDraw): { c3: number; c1: number } => {
  const ratio = draw[placeOf('k1')]! / draw[placeOf('kmat')]!
  return { c3: ratio / (1 + ratio), c1: 1 / (1 + ratio) }
}

const rednessHours = (course: TrajectoryReader, view: KineticView) =>
  hourBelow(course.hours, rednessOf(course), number(view, 'thE'))

/** Repair of the open lumen counts as done when 5 % is left (the source gives an upper bound alone). */
export const SEALED = 0.05
/** Uncovered share of a hole below which it counts as covered. */
export const COVERED = 0.01
/** Share of redness that just shows, below which there is none to compare. */
export const UNSEEN = 0.01
const DAYS_PER_YEAR = 365.25

/**
 * The fixed vocabulary of `kinetics-targets.csv`, as far as the cascade answers it alone: name to measure, in the unit that the
 * table prints. Hours count from the last treatment.
 */
export const KINETIC_QUANTITIES: Readonly<Record<string, Measure>> = {
  'barrier-recovered': (view) => 100 * (1 - at(view, 'B')),
  'pore-closure-half-life': ({ course }) => hourBelow(course.hours, course.state('B'), 0.5),
  'pore-closed': (view) => hourBelow(view.course.hours, view.course.state('B'), number(view, 'thB')),
  'early-seal': ({ course }) => hourBelow(course.hours, course.state('P'), SEALED),
  're-epithelialised': ({ course }) => hourBelow(course.hours, course.state('U'), Math.sqrt(COVERED)),
  'hyperaemia-left': (view) => {
    const atOnce = at(view, 'H', 0)
    return atOnce > 0 ? (100 * at(view, 'H')) / atOnce : 0
  },
  'epidermal-turnover': (view) => 1 + at(view, 'K'),
  'new-epidermis-thickness': (view) => number(view, 'hTh') * -Math.expm1((-number(view, 'kTh') * view.atHours) / 24),
  'cytokine-peak': ({ course }) => peakOf(course.hours, course.state('C')).hour,
  'cytokine-relative-to-peak': (view) => at(view, 'C') / peakOf(view.course.hours, view.course.state('C')).value,
  'neutrophil-peak': ({ course }) => peakOf(course.hours, course.state('N')).hour,
  'macrophage-peak': ({ course }) => peakOf(course.hours, macrophagesOf(course)).hour,
  'collagen-gain': ({ course, atHours }) => 100 * (collagenAt(course, atHours) - 1),
  'prp-collagen-ratio': ({ course, without, atHours }) => collagenAt(course, atHours) / collagenAt(without, atHours),
  'collagen-day10-over-day5': ({ course }) => (collagenAt(course, 240) - 1) / (collagenAt(course, 120) - 1),
  'matured-share': (view) => {
    const organised = at(view, 'c1') - restingCollagen(view.draw).c1
    return organised / (collagenAt(view.course, view.atHours) - 1)
  },
  'stable-collagen-half-life': (view) => Math.LN2 / number(view, 'k1') / DAYS_PER_YEAR,
  'epidermis-gain': (view) => 100 * at(view, 'X'),
  'erythema-visible': (view) => rednessHours(view.course, view),
  'erythema-prp-ratio': (view) => {
    const { course, without, atHours } = view
    const visible = (of: TrajectoryReader) =>
      Number.isNaN(atHours) ? rednessHours(of, view) : valueAtHour(of.hours, rednessOf(of), atHours)
    // Redness that nobody could see is the same with plasma and without; a ratio of two traces would be the solver's rounding.
    return visible(without) > UNSEEN * number(view, 'thE') ? visible(course) / visible(without) : 1
  },
}

/** Quantities that mean nothing without an hour. */
export const NEEDS_HOUR: ReadonlySet<string> = new Set([
  'barrier-recovered',
  'hyperaemia-left',
  'epidermal-turnover',
  'new-epidermis-thickness',
  'cytokine-relative-to-peak',
  'collagen-gain',
  'prp-collagen-ratio',
  'matured-share',
  'epidermis-gain',
])

/** Reads one quantity off two solved courses. `sinceDay` = day of the last treatment; `atHours` counts from it. */
export function measureKinetic(
  quantity: string,
  course: CascadeTrajectory,
  without: CascadeTrajectory,
  draw: ParameterDraw,
  sinceDay: number,
  atHours = Number.NaN,
): number {
  const measure = Object.hasOwn(KINETIC_QUANTITIES, quantity) ? KINETIC_QUANTITIES[quantity] : undefined
  if (!measure) throw new Error(`No quantity is called ${quantity}.`)
  const reader = readTrajectory(course, sinceDay)
  return measure({
    course: reader,
    without: without === course ? reader : readTrajectory(without, sinceDay),
    draw,
    atHours,
  })
}
