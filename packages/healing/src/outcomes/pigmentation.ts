import { areaOf } from '../dose/site.ts'
import type { Course } from '../forecast/course.ts'
import { PIGMENTATION_DRAWS } from '../generated/adverse-events.ts'
import type { Random } from '../random.ts'
import { MIDDLE_PHOTOTYPE, shareOfLogOdds, shortness } from './pigmentation-fit.ts'

/**
 * Probability of post-inflammatory hyperpigmentation over the whole course, one for each member of an ensemble.
 * From 15 events in 326 people of ten series: the level is calibrated, but phototype, body and short intervals cannot be
 * told from no effect (MODEL.md), so the differences between two courses are mostly assumption.
 */
export function pigmentationRisks(course: Course, courses: number, random: Random): number[] {
  const days = course.treatments.map(({ day }) => day)
  if (days.length === 0) return Array.from({ length: courses }, () => 0)
  const shortest = days.length > 1 ? Math.min(...days.slice(1).map((day, k) => day - days[k]!)) : undefined
  return Array.from({ length: courses }, (_, k) => {
    const [base, phototype, body, short, betweenStudies] = PIGMENTATION_DRAWS[k % PIGMENTATION_DRAWS.length]!
    return shareOfLogOdds(
      base! +
        phototype! * (course.phototype - MIDDLE_PHOTOTYPE) +
        (areaOf(course.site) === 'body' ? body! : 0) +
        shortness(shortest) * short! +
        betweenStudies! * random.normal(),
    )
  })
}
