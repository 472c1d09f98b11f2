import type { ParameterDraw } from '../cascade/parameters.ts'
import { solveCourse } from '../cascade/solve-course.ts'
import { MEDIAN_DOSE_DRAW } from '../dose/dose-draw.ts'
import { needlingDose } from '../dose/needling-dose.ts'

/** What the clinical figure takes from the cascade: how organised new collagen grows in time. */
export interface TimeShape {
  /**
   * Organised collagen above rest on `day`, over that of the reference visit.
   * @param intensity injury of each treatment over that of the reference treatment; 1 unless told
   */
  progress(treatmentDays: readonly number[], day: number, intensity?: number): number
}

/**
 * The reference visit: day 180 of four monthly treatments, ten passes of a 1.5 mm roller on the face at 35 years. Trials
 * seldom print needles and passes: they are read as needled about like this, see `scenariosOf`.
 */
export const REFERENCE_VISIT = {
  day: 180,
  treatmentDays: [0, 30, 60, 90],
  treatment: { device: 'roller', needleMm: 1.5, passes: 10 },
  ageYears: 35,
  phototype: 3,
} as const

const REFERENCE_DOSE = needlingDose(REFERENCE_VISIT.treatment, 'face', REFERENCE_VISIT.ageYears, MEDIAN_DOSE_DRAW)
/** The shape is needed to a percent. */
const TOLERANCE = { relative: 1e-4, absolute: 1e-7 }

/** Organised collagen above rest on `day`, share of resting dermal collagen, after treatments of the reference dose times `intensity`. */
export function organisedGain(
  draw: ParameterDraw,
  treatmentDays: readonly number[],
  day: number,
  intensity: number,
): number {
  const { ageYears, phototype } = REFERENCE_VISIT
  const course = { ageYears, phototype, treatments: treatmentDays.map((on) => ({ day: on })) }
  const dose = { ...REFERENCE_DOSE, relativeDose: intensity * REFERENCE_DOSE.relativeDose }
  const doses = treatmentDays.map(() => dose)
  const { names, states } = solveCourse(course, doses, draw, [0, day], TOLERANCE)
  const column = names.indexOf('c1')
  return states[names.length + column]! - states[column]!
}

/** The shape under one draw of the cascade's parameters; what was solved once is kept. */
export function timeShapeOf(draw: ParameterDraw): TimeShape {
  const gains = new Map<string, number>()
  const gain = (treatmentDays: readonly number[], day: number, intensity: number) => {
    const key = `${treatmentDays.join()}@${day}x${intensity}`
    const found = gains.get(key) ?? organisedGain(draw, treatmentDays, day, intensity)
    gains.set(key, found)
    return found
  }
  const reference = gain(REFERENCE_VISIT.treatmentDays, REFERENCE_VISIT.day, 1)
  return { progress: (treatmentDays, day, intensity = 1) => gain(treatmentDays, day, intensity) / reference }
}
