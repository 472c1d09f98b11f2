export { checkCoursePlan } from './check-course-plan.ts'
export type { CourseDraft } from './course-draft.ts'
export type { CourseLine } from './course-line.ts'
export type { CoursePlan } from './course-plan.ts'
export type { CourseView } from './course-view.ts'
export { proposeDates } from './propose-dates.ts'
export type { SaveAnswer } from './save-answer.ts'

// Each page fetches its own: the record does not carry the planner.
export const loadPlanner = async () => (await import('./planner/PlannerPage.svelte')).default
export const loadCourseList = async () => (await import('./CourseList.svelte')).default
