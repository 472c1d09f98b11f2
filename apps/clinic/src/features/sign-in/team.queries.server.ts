import type { Role } from '#features/access/index.server.ts'
import type { ClinicTransaction } from '#platform/database/database.server.ts'

/** The team member behind a sign-in in this clinic, or undefined when they are not of its team (any more). */
export async function findMember(tx: ClinicTransaction, clinicId: string, userId: string) {
  const row = await tx
    .selectFrom('clinic.teamMembers')
    .select(['memberId', 'displayName', 'roles', 'doctor', 'language', 'resourceId'])
    .where('clinicId', '=', clinicId)
    .where('userId', '=', userId)
    .where('leftAt', 'is', null)
    .executeTakeFirst()
  return row && { ...row, roles: row.roles as Role[] }
}

/** The name behind a patient's sign-in. */
export async function findPatientName(
  tx: ClinicTransaction,
  clinicId: string,
  patientId: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('clinic.patients')
    .select(['givenName'])
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .executeTakeFirst()
  return row?.givenName
}

/** Most people who may share one e-mail address; more would be a list, not a family. */
const largestFamily = 8

/** The patients who gave this e-mail address (lower case), the oldest file first. */
export async function listPatientIdsByEmail(tx: ClinicTransaction, clinicId: string, email: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('clinic.patients')
    .select('patientId')
    .where('clinicId', '=', clinicId)
    .where((where) => where(where.fn<string>('lower', ['email']), '=', email))
    .orderBy('fileNumber')
    .limit(largestFamily)
    .execute()
  return rows.map((row) => row.patientId)
}
