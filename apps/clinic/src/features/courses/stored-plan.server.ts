import { checkCoursePlan } from './check-course-plan.ts'
import type { CoursePlan } from './course-plan.ts'

/**
 * Reads a stored plan. Every plan was checked before it was stored, so one that does not pass any more says that somebody
 * changed the database by hand, or that a rule became stricter without a migration.
 * Who decided a depth is not judged again: members leave.
 */
export function readStoredPlan(courseId: string, stored: unknown): CoursePlan {
  const deciders = zonesOf(stored).flatMap((zone) => zone?.decision?.byMember ?? [])
  const checked = checkCoursePlan(stored, { doctorIds: deciders })
  if ('refusal' in checked) throw new Error(`course ${courseId}: the stored plan cannot be read (${checked.field})`)
  return checked.plan
}

function zonesOf(stored: unknown): readonly { decision?: { byMember?: string } }[] {
  const { zones } = stored as { zones?: unknown }
  return Array.isArray(zones) ? zones : []
}
