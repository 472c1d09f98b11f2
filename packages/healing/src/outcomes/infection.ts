import { INFECTION_RATES } from '../generated/adverse-events.ts'
import type { Random } from '../random.ts'
import { REFERENCE_VISIT } from './time-shape.ts'

/** Prior of the rate per course: as if half an infection had been seen in 50 people. Assumed; one event is all that was counted. */
export const INFECTION_PRIOR = { events: 0.5, people: 50 } as const

/** A clean procedure; 2 = twice as many germs on needles or skin. The scale is assumed. */
export const CLEAN_CONTAMINATION = 1

/** Area under the hazard of open channels, in days: 1 = channels open for a day. `hazard` 0..1 on rising `days`. */
export function exposureDays(days: ArrayLike<number>, hazard: ArrayLike<number>): number {
  let sum = 0
  for (let k = 1; k < days.length; k++) sum += ((days[k]! - days[k - 1]!) * (hazard[k]! + hazard[k - 1]!)) / 2
  return sum
}

/** Rates per course of four treatments, one for each member of an ensemble, in random order. */
export function infectionRates(courses: number, random: Random): number[] {
  const offset = random.integer(INFECTION_RATES.length)
  return Array.from({ length: courses }, (_, k) => INFECTION_RATES[(k + offset) % INFECTION_RATES.length]!)
}

/**
 * Probability of an infection over a course: the rate of the counted courses, scaled by how long the channels stay open and
 * by contamination. The biology scales the rate; the rate itself comes from one event.
 * @param exposure `exposureDays` of the course
 * @param exposureOfOne `exposureDays` of one treatment without occlusion under the same draw
 */
export function infectionRisk(
  rate: number,
  exposure: number,
  exposureOfOne: number,
  contamination = CLEAN_CONTAMINATION,
): number {
  const courses = exposure / (exposureOfOne * REFERENCE_VISIT.treatmentDays.length)
  return 1 - (1 - rate) ** (contamination * courses)
}
