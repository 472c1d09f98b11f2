import type { ParameterDraw } from '../cascade/parameters.ts'
import { type CascadeCourse, type CascadeDose, solveCourse } from '../cascade/solve-course.ts'
import { type DoseDraw, MEDIAN_DOSE_DRAW } from '../dose/dose-draw.ts'
import { type NeedlingDose, needlingDose } from '../dose/needling-dose.ts'

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

/** The shape is needed to a percent. */
const TOLERANCE = { relative: 1e-4, absolute: 1e-7 }

const referenceDose = (doseDraw: DoseDraw): NeedlingDose =>
  needlingDose(REFERENCE_VISIT.treatment, 'face', REFERENCE_VISIT.ageYears, doseDraw)

const referenceCourse = (treatmentDays: readonly number[]): CascadeCourse => ({
  ageYears: REFERENCE_VISIT.ageYears,
  phototype: REFERENCE_VISIT.phototype,
  treatments: treatmentDays.map((day) => ({ day })),
})

/** Organised collagen above rest on each of the days (in any order, from 0 on), share of resting dermal collagen. */
export function organisedGains(
  course: CascadeCourse,
  doses: readonly CascadeDose[],
  draw: ParameterDraw,
  days: readonly number[],
): number[] {
  const grid = [...new Set([0, ...days])].sort((a, b) => a - b)
  const { names, states } = solveCourse(course, doses, draw, grid, TOLERANCE)
  const column = names.indexOf('c1')
  return days.map((day) => states[grid.indexOf(day) * names.length + column]! - states[column]!)
}

/** The same at the reference visit, under one draw of the cascade and one of the dose. */
export function referenceGain(draw: ParameterDraw, doseDraw: DoseDraw): number {
  const { treatmentDays, day } = REFERENCE_VISIT
  const doses = treatmentDays.map(() => referenceDose(doseDraw))
  return organisedGains(referenceCourse(treatmentDays), doses, draw, [day])[0]!
}

/** The shape under one draw of the cascade's parameters; what was solved once is kept. */
export function timeShapeOf(draw: ParameterDraw): TimeShape {
  const middle = referenceDose(MEDIAN_DOSE_DRAW)
  const reference = referenceGain(draw, MEDIAN_DOSE_DRAW)
  const found = new Map<string, number>()
  return {
    progress(treatmentDays, day, intensity = 1) {
      const key = `${treatmentDays.join()}@${day}x${intensity}`
      const dose = { ...middle, relativeDose: intensity * middle.relativeDose }
      const doses = treatmentDays.map(() => dose)
      const gain = found.get(key) ?? organisedGains(referenceCourse(treatmentDays), doses, draw, [day])[0]!
      found.set(key, gain)
      return gain / reference
    },
  }
}
