import type { Caller } from '#features/access/index.server.ts'
import { type NotAllowed, openRecord } from '#features/records/index.server.ts'
import type { CourseLine } from './course-line.ts'
import { listCourseRows } from './courses.queries.server.ts'
import { readStoredPlan } from './stored-plan.server.ts'

/** A patient's courses, the first first. */
export async function listCourses(caller: Caller, patientId: string): Promise<CourseLine[] | NotAllowed> {
  const { clinicId } = caller.clinic
  return openRecord(caller, { action: 'readRecord', patientId, detail: 'courses' }, async (tx) => {
    const rows = await listCourseRows(tx, clinicId, patientId)
    return rows.map(({ courseId, plan }): CourseLine => {
      const { indication, treatmentsOn } = readStoredPlan(courseId, plan)
      const [firstOn, lastOn] = [treatmentsOn[0]!, treatmentsOn.at(-1)!]
      return { courseId, indication, count: treatmentsOn.length, firstOn, lastOn }
    })
  })
}
