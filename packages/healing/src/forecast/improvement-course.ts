import { placeOf } from '../cascade/parameters.ts'
import { type CascadeCourse, type CascadeTrajectory, openLumen } from '../cascade/solve-course.ts'
import { type NeedlingDose, needlingDose } from '../dose/needling-dose.ts'
import { REFERENCE_VISIT } from '../outcomes/time-shape.ts'
import type { Course, CourseTreatment } from './course.ts'
import type { Truth } from './ensemble.ts'

type Solve = (course: CascadeCourse, doses: readonly NeedlingDose[], days: readonly number[]) => CascadeTrajectory

/** What becomes of a member's improvement. */
export interface ImprovementCourse {
  /** Percent on each day. */
  readonly percent: Float64Array
  /** Organised collagen gained by the last day, over that of the reference visit: how much of the trials' work was done. */
  readonly progress: number
}

/**
 * The clinical figure of one member. Its height is that of the indication's trials; the cascade gives the shape in
 * time: organised collagen over that of the reference visit, both under the same draw, so that what is not known of hand,
 * device and skin cancels and only the difference from the trials' usual treatment remains. PRP counts once, by what trials
 * of PRP show, and so is left out of the collagen.
 */
export function improvementOf(
  course: Course,
  doses: readonly NeedlingDose[],
  solved: CascadeTrajectory,
  truth: Truth,
  solve: Solve,
): ImprovementCourse {
  const days = Array.from(solved.days)
  const hasPrp = course.treatments.some(({ prp }) => prp)
  const withoutPrp = { ...course, treatments: course.treatments.map(({ prp: _, ...rest }) => rest) }
  const gains = gainsOf(hasPrp ? solve(withoutPrp, doses, days) : solved)
  const reference = referenceGain(truth, solve)
  const percent = gains.map((gain, at) =>
    truth.improvement!.at(Math.max(0, gain) / reference, prpShareUpTo(course, days[at]!, truth)),
  )
  return { percent, progress: Math.max(0, gains.at(-1)!) / reference }
}

function referenceGain(truth: Truth, solve: Solve): number {
  const { treatment, ageYears, phototype, treatmentDays, day } = REFERENCE_VISIT
  const dose = needlingDose(treatment, 'face', ageYears, truth.dose)
  const course = { ageYears, phototype, treatments: treatmentDays.map((on) => ({ day: on })) }
  return gainsOf(
    solve(
      course,
      treatmentDays.map(() => dose),
      [0, day],
    ),
  )[1]!
}

/** Organised collagen above its first value, by row. */
function gainsOf({ names, states, days }: CascadeTrajectory): Float64Array {
  const column = names.indexOf('c1')
  return Float64Array.from({ length: days.length }, (_, row) => states[row * names.length + column]! - states[column]!)
}

/**
 * How much of the PRP that could act has, 0..1: what entered times its dose, over the treatments so far, each weighted by
 * the time that it has had to show. The weighting is assumed: trials print one visit.
 */
function prpShareUpTo({ treatments }: Course, day: number, truth: Truth): number {
  let sum = 0
  let time = 0
  for (const treatment of treatments) {
    if (treatment.day >= day) continue
    const x = (treatment.prp?.plateletFactor ?? 0) / truth.cascade[placeOf('xPRP')]!
    sum += ((day - treatment.day) * prpEntered(treatment, truth) * 2 * x) / (1 + x * x)
    time += day - treatment.day
  }
  return time > 0 ? sum / time : 0
}

/** Share of a treatment's PRP that finds the lumen open, 0..1; exactly 0 once the channels count as shut. */
export function prpEntered({ prp, occlusionHours = 0 }: CourseTreatment, { cascade }: Truth): number {
  return prp ? openLumen(prp.delayMinutes, occlusionHours, cascade) : 0
}
