import type { Caller } from '#features/access/index.server.ts'
import { isNotAllowed, type NotAllowed } from '#features/records/index.server.ts'
import { takeStored } from './compare-drafts.ts'
import { type CourseDraft, draftOf, planOf } from './course-draft.ts'
import type { CourseView } from './course-view.ts'
import { readCourse } from './read-course.server.ts'
import { type SavingRefused, saveCourse } from './save-course.server.ts'

/**
 * Saves what stands in the planner's form: dates are proposed anew after what is done, and fields for which the stored version
 * was chosen in a conflict are taken from it.
 */
export async function saveDraft(
  caller: Caller,
  {
    courseId,
    baseVersion,
    draft,
    taken,
  }: { courseId: string; baseVersion: number; draft: CourseDraft; taken: ReadonlySet<string> },
): Promise<
  | { version: number; draft: CourseDraft }
  | { refused: SavingRefused; draft: CourseDraft; view: CourseView | undefined }
  | NotAllowed
> {
  const view = await readCourse(caller, courseId)
  if (isNotAllowed(view)) return view
  if (view === undefined) return { refused: { refusal: 'NoSuchCourse' }, draft, view }
  const merged =
    taken.size === 0 ? draft : takeStored(draft, draftOf(view.plan, view.me.memberId, caller.language), taken)
  const plan = planOf(
    merged,
    view.done.map(({ on }) => on),
    view.open,
  )
  const saved = await saveCourse(caller, { courseId, baseVersion, plan })
  return 'refusal' in saved ? { refused: saved, draft: merged, view } : { version: saved.version, draft: merged }
}
