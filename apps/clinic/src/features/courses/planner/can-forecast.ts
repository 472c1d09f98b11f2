import type { CoursePlan } from '../course-plan.ts'
import { countLimits, intervalLimits, passLimits } from '../course-plan.ts'

const within = (value: number, { low, high }: { low: number; high: number }) =>
  Number.isFinite(value) && value >= low && value <= high

/** Whether a plan as typed can be forecast at all: numbers that are numbers, inside what needles can do. Who decides a depth is another matter. */
export function canForecast({ zones, intervalDays, treatmentsOn }: CoursePlan): boolean {
  return (
    zones.length > 0 &&
    zones.every(
      ({ depthMm, passes }) =>
        within(depthMm, { low: 0.1, high: 3 }) && Number.isInteger(passes) && within(passes, passLimits),
    ) &&
    Number.isInteger(intervalDays) &&
    within(intervalDays, intervalLimits) &&
    within(treatmentsOn.length, countLimits) &&
    treatmentsOn.every((on) => /^\d{4}-\d\d-\d\d$/.test(on))
  )
}
