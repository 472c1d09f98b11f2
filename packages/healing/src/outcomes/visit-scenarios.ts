import type { TimeShape } from './time-shape.ts'

/** One way in which a trial may have been run, where it does not print how. */
export interface Scenario {
  readonly weight: number
  /** See `TimeShape`. */
  readonly progress: number
}

/** As often as in the arms of the table that print them: treatments, and days from the last one to the visit. Interval: 28 d, the product's default. */
const USUAL_TREATMENTS = [
  [3, 0.35],
  [4, 0.45],
  [6, 0.2],
] as const
const USUAL_WAIT_DAYS = [
  [30, 0.4],
  [60, 0.25],
  [90, 0.35],
] as const
export const USUAL_INTERVAL_DAYS = 28
/**
 * Injury of a trial's treatment over the reference treatment's. Needles, passes and hand are unknown even where a length is
 * printed, as length is not depth; assumed, within what the dose's own doubt spans.
 */
export const USUAL_INTENSITIES = [
  [0.4, 0.25],
  [1, 0.5],
  [2.5, 0.25],
] as const

/** Every way that the printed cells allow, with equal weight inside a printed range and the usual weights where nothing is printed. */
export function scenariosOf(
  visit: {
    readonly treatments: readonly number[]
    readonly intervalDays: number | undefined
    readonly assessedDay: number | undefined
  },
  shape: TimeShape,
): Scenario[] {
  const interval = visit.intervalDays ?? USUAL_INTERVAL_DAYS
  const counts =
    visit.treatments.length > 0
      ? visit.treatments.map((count) => [count, 1 / visit.treatments.length] as const)
      : USUAL_TREATMENTS
  return counts.flatMap(([count, countWeight]) => {
    const days = Array.from({ length: count }, (_, k) => k * interval)
    const last = days.at(-1) ?? 0
    const visits =
      visit.assessedDay === undefined
        ? USUAL_WAIT_DAYS.map(([wait, weight]) => [last + wait, weight] as const)
        : [[Math.max(visit.assessedDay, 1), 1] as const]
    return visits.flatMap(([day, weight]) => {
      const before = days.filter((treatmentDay) => treatmentDay < day)
      return USUAL_INTENSITIES.map(([intensity, intensityWeight]) => ({
        weight: countWeight * weight * intensityWeight,
        progress: Math.max(shape.progress(before, day, intensity), LEAST_PROGRESS),
      }))
    })
  })
}

/** Below this the shape says nothing yet, and a score read then was not meant to show new collagen. */
export const LEAST_PROGRESS = 0.01

/** One progress for the whole arm, where a single number is needed: the geometric mean. */
export function typicalProgress(scenarios: readonly Scenario[]): number {
  return Math.exp(scenarios.reduce((sum, { weight, progress }) => sum + weight * Math.log(progress), 0))
}
