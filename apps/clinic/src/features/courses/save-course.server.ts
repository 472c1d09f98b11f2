import type { Caller } from '#features/access/index.server.ts'
import { readProfile } from '#features/clinics/index.server.ts'
import { type NotAllowed, openRecord } from '#features/records/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { checkCoursePlan, type InvalidCourse } from './check-course-plan.ts'
import type { CoursePlan } from './course-plan.ts'
import { addCourseVersion, findCourse, listDoctors } from './courses.queries.server.ts'
import { mayUsePrp } from './may-use-prp.ts'
import { readStoredPlan } from './stored-plan.server.ts'

export type SavingRefused =
  | NotAllowed
  | InvalidCourse
  | { refusal: 'NoSuchCourse' }
  | { refusal: 'PrpNotAllowed'; why: 'prohibited' | 'off' }
  /** Somebody saved after the page was read: what is stored now, and who stored it when. */
  | { refusal: 'CourseChanged'; version: number; stored: CoursePlan; byName: string; savedAt: number }

/**
 * Saves a plan as the version after `baseVersion`, the one that the practitioner had before them. Checks everything first; a
 * refusal writes its line of the access log and nothing else.
 */
export async function saveCourse(
  caller: Caller,
  { courseId, baseVersion, plan: input }: { courseId: string; baseVersion: number; plan: unknown },
): Promise<{ version: number } | SavingRefused> {
  const { house, clinic, actor, nowAt } = caller
  const { clinicId } = clinic
  const known = await inClinic(house.db, clinicId, (tx) => findCourse(tx, clinicId, courseId))
  if (known === undefined) return { refusal: 'NoSuchCourse' }
  const prp = mayUsePrp(await readProfile(house, clinic))
  const access = { action: 'planCourse', patientId: known.patientId, detail: `course ${courseId}` } as const
  const saved = await openRecord(caller, access, async (tx): Promise<{ version: number } | SavingRefused> => {
    if (actor.kind !== 'member') return { refusal: 'NotAllowed', action: 'planCourse' }
    const doctors = await listDoctors(tx, clinicId)
    const checked = checkCoursePlan(input, { doctorIds: doctors.map(({ memberId }) => memberId) })
    if ('refusal' in checked) return checked
    if (checked.plan.prp && prp !== 'possible') return { refusal: 'PrpNotAllowed', why: prp }
    const version = baseVersion + 1
    const row = { courseId, version, plan: checked.plan, memberId: actor.memberId, at: nowAt }
    const before = await findCourse(tx, clinicId, courseId)
    if (before?.version === baseVersion && (await addCourseVersion(tx, clinicId, row))) return { version }
    const now = (await findCourse(tx, clinicId, courseId))!
    const stored = readStoredPlan(courseId, now.plan)
    return { refusal: 'CourseChanged', version: now.version, stored, byName: now.savedByName, savedAt: now.savedAt }
  })
  if (!('refusal' in saved)) await house.changed(clinicId)
  return saved
}
