import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { isUuid } from '#platform/http/uuid.ts'

/** A saved version of a course; the plan is as it was stored, not yet read. */
export type CourseVersionRow = {
  courseId: string
  patientId: string
  startedAt: number
  version: number
  plan: unknown
  savedAt: number
  savedByName: string
}

/** The latest version of a course of this clinic. */
export async function findCourse(
  tx: ClinicTransaction,
  clinicId: string,
  courseId: string,
): Promise<CourseVersionRow | undefined> {
  if (!isUuid(courseId)) return undefined
  return latestVersions(tx, clinicId).where('c.courseId', '=', courseId).executeTakeFirst()
}

/** The latest version of every course of a patient, the first first. */
export async function listCourseRows(
  tx: ClinicTransaction,
  clinicId: string,
  patientId: string,
): Promise<CourseVersionRow[]> {
  return latestVersions(tx, clinicId).where('c.patientId', '=', patientId).execute()
}

function latestVersions(tx: ClinicTransaction, clinicId: string) {
  return tx
    .selectFrom('clinic.courses as c')
    .innerJoin('clinic.courseVersions as v', (join) =>
      join.onRef('v.clinicId', '=', 'c.clinicId').onRef('v.courseId', '=', 'c.courseId'),
    )
    .innerJoin('clinic.teamMembers as m', (join) =>
      join.onRef('m.clinicId', '=', 'v.clinicId').onRef('m.memberId', '=', 'v.savedBy'),
    )
    .distinctOn(['c.startedAt', 'c.courseId'])
    .select([
      'c.courseId',
      'c.patientId',
      'c.startedAt',
      'v.version',
      'v.plan',
      'v.savedAt',
      'm.displayName as savedByName',
    ])
    .where('c.clinicId', '=', clinicId)
    .orderBy('c.startedAt')
    .orderBy('c.courseId')
    .orderBy('v.version', 'desc')
}

/** Adds a course without a plan yet; false when a course of this id is there already. */
export async function addCourse(
  tx: ClinicTransaction,
  clinicId: string,
  { courseId, patientId, at }: { courseId: string; patientId: string; at: number },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('clinic.courses')
    .values({ clinicId, courseId, patientId, startedAt: new Date(at) })
    .onConflict((conflict) => conflict.columns(['clinicId', 'courseId']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Adds a version; false when somebody saved that number first. */
export async function addCourseVersion(
  tx: ClinicTransaction,
  clinicId: string,
  row: { courseId: string; version: number; plan: object; memberId: string; at: number },
): Promise<boolean> {
  const { courseId, version, plan, memberId, at } = row
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('clinic.courseVersions')
    .values({ clinicId, courseId, version, plan: JSON.stringify(plan), savedBy: memberId, savedAt: new Date(at) })
    .onConflict((conflict) => conflict.columns(['clinicId', 'courseId', 'version']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** Members who may decide how deep a needle goes, by name. */
export async function listDoctors(tx: ClinicTransaction, clinicId: string) {
  return tx
    .selectFrom('clinic.teamMembers')
    .select(['memberId', 'displayName as name'])
    .where('clinicId', '=', clinicId)
    .where('doctor', '=', true)
    .where('leftAt', 'is', null)
    .orderBy('displayName')
    .execute()
}

/** Days from `fromOn` on which the clinic is closed though its week says open. */
export async function listClosedDays(tx: ClinicTransaction, clinicId: string, fromOn: string) {
  return tx
    .selectFrom('clinic.closures')
    .select(['closedOn as on', 'nameFr', 'nameEn'])
    .where('clinicId', '=', clinicId)
    .where('closedOn', '>=', fromOn)
    .orderBy('closedOn')
    .limit(400)
    .execute()
}
