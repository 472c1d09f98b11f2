import { sql } from 'kysely'
import type { ClinicTransaction } from '#platform/database/database.server.ts'

/** Who looked besides the patient: members and jobs of ours. Refused attempts are kept: they are told too. */
function otherReaders(tx: ClinicTransaction, clinicId: string, patientId: string) {
  return tx
    .selectFrom('clinic.auditLog')
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .where('actorKind', '=', 'member')
}

/** How many times a member of the team opened a patient's record, or tried to. */
export async function countReaders(tx: ClinicTransaction, clinicId: string, patientId: string): Promise<number> {
  const { readings } = await otherReaders(tx, clinicId, patientId)
    .select((eb) => eb.fn.countAll<number>().as('readings'))
    .executeTakeFirstOrThrow()
  return readings
}

/** Who opened a patient's record, by local day, newest first; the same act of one person on one day is one line. */
export async function listReaders(tx: ClinicTransaction, clinicId: string, patientId: string, timeZone: string) {
  const on = sql<string>`(at at time zone ${sql.lit(timeZone)})::date`
  return otherReaders(tx, clinicId, patientId)
    .select([on.as('on'), 'actorName', 'action', 'outcome'])
    .select((eb) => [eb.fn.countAll<number>().as('times'), eb.fn.max('at').as('lastAt')])
    .groupBy([on, 'actorName', 'action', 'outcome'])
    .orderBy('lastAt', 'desc')
    .limit(500)
    .execute()
}
