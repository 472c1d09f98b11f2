import type { CourseIndication } from '../forecast/course.ts'
import { spreadNormals } from '../forecast/spread-normals.ts'
import { IMPROVEMENT_DRAWS } from '../generated/improvement.ts'
import type { Random } from '../random.ts'
import { USUAL_PEOPLE } from './improvement-arms.ts'
import { CURVED_INDICATIONS } from './improvement-draws.ts'
import { improvementAt, visibleProgress } from './improvement-link.ts'

/** Between people of one arm: 17 points of the score (AS50, AS51, ML05) at the steepest part of the link, as an angle. */
export const PEOPLE_LEVEL_SD = 0.18

/** Percent. Nobody prints how an improvement went on that was not seen. */
export const LEAST_SEEN = 2

/** One possible person in one possible clinic; the ensemble holds many. */
export interface ImprovementCourse {
  /**
   * Improvement in percent, 0..100.
   * @param progress organised collagen above rest, over that of the same draw at the reference visit (`TimeShape`)
   * @param prpShare how much of the PRP that could enter did, mean over the treatments, 0..1
   */
  at(progress: number, prpShare?: number): number
}

/**
 * The clinical figure of every course of an ensemble: what the mean trial of the indication shows, how clinics (as studies)
 * differ, and how people differ, each drawn; the cascade gives the shape in time. undefined = nobody has printed a figure.
 */
export function improvementCourses(
  indication: CourseIndication,
  courses: number,
  random: Random,
): ImprovementCourse[] | undefined {
  const place = CURVED_INDICATIONS.indexOf(indication as (typeof CURVED_INDICATIONS)[number])
  if (place < 0) return
  const clinics = spreadNormals(courses, random)
  const people = spreadNormals(courses, random)
  return Array.from({ length: courses }, (_, k) => {
    const { levels, clinicSd, visitSd, figure } = drawOf(k)
    const level = levels[place]! + Math.hypot(clinicSd, visitSd) * clinics[k]! + PEOPLE_LEVEL_SD * people[k]!
    return { at: (progress, prpShare = 0) => figure(indication, level, progress, prpShare) }
  })
}

/**
 * The same figure as one possible trial prints it, visit by visit: of any indication that has a curve, in one clinic, the mean
 * of its people; each call of `at` is another visit and reads a little differently.
 */
export function improvementTrial(random: Random): ImprovementCourse {
  const { levels, clinicSd, visitSd, figure } = drawOf(random.integer(IMPROVEMENT_DRAWS.length))
  const place = random.integer(CURVED_INDICATIONS.length)
  const sampled = PEOPLE_LEVEL_SD / Math.sqrt(USUAL_PEOPLE)
  const level = levels[place]! + clinicSd * random.normal() + sampled * random.normal()
  return {
    at: (progress, prpShare = 0) =>
      figure(CURVED_INDICATIONS[place]!, level + visitSd * random.normal(), progress, prpShare),
  }
}

function drawOf(k: number) {
  const [curvature, clinicSd, visitSd, prp, ...levels] = IMPROVEMENT_DRAWS[k % IMPROVEMENT_DRAWS.length]!
  return {
    levels,
    clinicSd: clinicSd!,
    visitSd: visitSd!,
    /** Percent. Pooled, PRP for wrinkles adds nothing that differs from zero (EG12). */
    figure: (indication: CourseIndication, level: number, progress: number, prpShare: number) =>
      100 *
      improvementAt(level + (indication === 'wrinkles' ? 0 : prpShare * prp!), visibleProgress(progress, curvature!)),
  }
}
