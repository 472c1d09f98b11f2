import { MEDIAN_DOSE_DRAW } from '../dose/dose-draw.ts'
import { type NeedlingDose, needlingDose } from '../dose/needling-dose.ts'
import { type Kernel, makeKernel } from '../equations/kernel.ts'
import { CASCADE_CODE } from '../generated/cascade-kernel.ts'
import { type Integrator, makeIntegrator } from '../solver/integrate.ts'
import { KINETIC_SYMBOLS } from './cascade-model.ts'
import { type ParameterDraw, placeOf } from './parameters.ts'

/** The part of a course that the cascade needs; `Course` of the forecast is one. */
export interface CascadeCourse {
  readonly ageYears: number
  readonly phototype: number
  readonly smoker?: boolean
  readonly treatments: readonly CascadeTreatment[]
}

export interface CascadeTreatment {
  /** Day of the course, 0 or later; fractions are hours. */
  readonly day: number
  readonly occlusionHours?: number
  readonly prp?: { readonly delayMinutes: number; readonly plateletFactor: number }
}

/** What the needles of one treatment did, as far as the cascade feels it. */
export type CascadeDose = Pick<NeedlingDose, 'relativeDose' | 'openShare' | 'surfaceWidthMm' | 'depthMm'>

/** Every state on every day: row `k` holds the states of `days[k]`, in the order of `names`. */
export interface CascadeTrajectory {
  readonly days: ArrayLike<number>
  readonly names: readonly string[]
  readonly states: Float64Array
}

export interface CourseTolerance {
  readonly relative: number
  readonly absolute: number
}

/** Ten times finer than a band can show; see MODEL.md, "Numerics". */
const COURSE_TOLERANCE: CourseTolerance = { relative: 1e-5, absolute: 1e-8 }

/** Names of the states, in the order of a trajectory's rows. */
export const STATE_NAMES: readonly string[] = CASCADE_CODE.states

/** The channel whose relative width and depth are 1: ten passes of a 1.5 mm roller on the face. */
const REFERENCE_CHANNEL = needlingDose({ device: 'roller', needleMm: 1.5, passes: 10 }, 'face', 40, MEDIAN_DOSE_DRAW)

/** A solver that keeps its buffers, for an ensemble. Not for two courses at once. */
export function makeCourseSolver() {
  const kernel = makeKernel(CASCADE_CODE)
  const integrator = makeIntegrator(kernel.size)
  return (
    course: CascadeCourse,
    doses: readonly CascadeDose[],
    draw: ParameterDraw,
    days: ArrayLike<number>,
    tolerance = COURSE_TOLERANCE,
  ): CascadeTrajectory => solveWith(kernel, integrator, course, doses, draw, days, tolerance)
}

/**
 * The course of one person, were `draw` the truth, from rest on day 0.
 * @param doses one for each treatment, in the order of `course.treatments`; that order itself changes nothing
 * @param days rising, from 0 on; on the day of a treatment the state right after it
 */
export const solveCourse = makeCourseSolver()

function solveWith(
  kernel: Kernel,
  integrator: Integrator,
  course: CascadeCourse,
  doses: readonly CascadeDose[],
  draw: ParameterDraw,
  days: ArrayLike<number>,
  tolerance: CourseTolerance,
): CascadeTrajectory {
  if (doses.length !== course.treatments.length) throw new RangeError('A course needs one dose for each treatment.')
  const size = kernel.states.length
  const states = new Float64Array(days.length * size)
  const to = days.length > 0 ? days[days.length - 1]! : 0
  const full = new Float64Array(size)
  const initial = new Float64Array(kernel.size)
  kernel.setParameters(kernelParameters(course, draw))
  kernel.rest(full)
  kernel.begin(0, full, initial)
  integrator.integrate(kernel, {
    from: 0,
    to,
    initial,
    tolerance,
    events: courseEvents(course, doses, draw)
      .filter(({ at }) => at <= to)
      .map(({ at, name, values }) => ({ at, apply: (state) => kernel.applyEvent(name, at, values, state) })),
    at: days,
    report: (row, t, y) => kernel.fullState(t, y, states.subarray(row * size, (row + 1) * size)),
  })
  return { days, names: kernel.states, states }
}

/** The kernel's parameters before the first event. */
export const kernelParameters = (
  { ageYears, phototype, smoker = false }: CascadeCourse,
  draw: ParameterDraw,
): number[] => {
  const smoking = smoker ? draw[placeOf('aSmk')]! : 1
  return [...draw.subarray(0, KINETIC_SYMBOLS.length), ageYears, phototype, smoking, 1, 1, 1, 1]
}

/** Platelet factor to dose: a broad optimum (K0204 in culture), nothing without platelets. */
export function plateletDose(plateletFactor: number, draw: ParameterDraw): number {
  const x = plateletFactor / draw[placeOf('xPRP')]!
  return (draw[placeOf('aPRP')]! * 2 * x) / (1 + x * x)
}

/**
 * Share 0..1 of what is spread on the skin that gets into the channels, so many minutes after needling: the open lumen above
 * `pShut`, exactly 0 below it. Occlusion from the start slows the sealing.
 */
export function openLumen(delayMinutes: number, occlusionHours: number, draw: ParameterDraw): number {
  const delayDays = delayMinutes / 1440
  const under = Math.min(delayDays, occlusionHours / 24)
  const lumen = Math.exp(-draw[placeOf('kP')]! * (draw[placeOf('occP')]! * under + (delayDays - under)))
  const shut = draw[placeOf('pShut')]!
  return Math.max(lumen - shut, 0) / (1 - shut)
}

/** An event of the cascade's model at its day, with its values in the model's order. */
export interface CourseEvent {
  readonly at: number
  readonly name: string
  readonly values: readonly number[]
}

/** The events of a course, in an order that the order of the input cannot change. */
export function courseEvents(
  { treatments }: CascadeCourse,
  doses: readonly CascadeDose[],
  draw: ParameterDraw,
): CourseEvent[] {
  const event = (at: number, name: string, ...values: number[]): CourseEvent => ({ at, name, values })
  const sorted = treatments
    .map((treatment, k) => ({ ...treatment, ...doses[k]! }))
    .sort(
      (a, b) =>
        a.day - b.day || a.surfaceWidthMm - b.surfaceWidthMm || (a.occlusionHours ?? 0) - (b.occlusionHours ?? 0),
    )
  return sorted.flatMap(({ day, relativeDose, openShare, surfaceWidthMm, depthMm, occlusionHours = 0, prp }, k) => {
    const next = sorted[k + 1]?.day ?? Number.POSITIVE_INFINITY
    const width = surfaceWidthMm / REFERENCE_CHANNEL.surfaceWidthMm
    const depth = depthMm / REFERENCE_CHANNEL.depthMm
    const events = [event(day, 'treatment', relativeDose, openShare, width, depth)]
    if (occlusionHours > 0) {
      events.push(event(day, 'occlusion', draw[placeOf('occP')]!, draw[placeOf('occB')]!))
      const until = day + occlusionHours / 24
      // The next treatment takes the film off.
      if (until < next) events.push(event(until, 'occlusionEnds'))
    }
    if (prp) {
      const at = day + prp.delayMinutes / 1440
      const dose = plateletDose(prp.plateletFactor, draw)
      // What cannot get in is no event: such a course is the course without plasma, bit for bit.
      const isShut = at < next && openLumen(prp.delayMinutes, occlusionHours, draw) === 0
      if (dose > 0 && !isShut) events.push(event(at, 'prp', dose))
    }
    return events
  })
}
