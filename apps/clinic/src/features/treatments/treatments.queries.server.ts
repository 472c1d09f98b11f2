import { sql } from 'kysely'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { isUuid } from '#platform/http/uuid.ts'

/** A treatment as its row says; the truth of what was done is in its events. */
export type TreatmentRow = {
  treatmentId: string
  appointmentId: string
  patientId: string
  openedAt: number
  sealedAt: number | null
  planHash: string | null
  lastSeq: number
  headHash: string | null
}

const columns = [
  'treatmentId',
  'appointmentId',
  'patientId',
  'openedAt',
  'sealedAt',
  'planHash',
  'lastSeq',
  'headHash',
] as const

export async function findTreatment(
  tx: ClinicTransaction,
  clinicId: string,
  treatmentId: string,
): Promise<TreatmentRow | undefined> {
  if (!isUuid(treatmentId)) return undefined
  return tx
    .selectFrom('clinic.treatments')
    .select(columns)
    .where('clinicId', '=', clinicId)
    .where('treatmentId', '=', treatmentId)
    .executeTakeFirst()
}

/**
 * Holds the treatment's row until the transaction ends, so that events take their places one after the other. Through a
 * function of the owner: the application may not update a treatment, and PostgreSQL asks that right of whoever locks a row.
 */
export async function lockTreatment(tx: ClinicTransaction, treatmentId: string): Promise<void> {
  await sql`select clinic.lock_treatment(${treatmentId})`.execute(tx)
}

export async function findTreatmentOfAppointment(
  tx: ClinicTransaction,
  clinicId: string,
  appointmentId: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('clinic.treatments')
    .select('treatmentId')
    .where('clinicId', '=', clinicId)
    .where('appointmentId', '=', appointmentId)
    .executeTakeFirst()
  return row?.treatmentId
}

/** Opens the treatment of an appointment; false when it is open already. */
export async function insertTreatment(
  tx: ClinicTransaction,
  clinicId: string,
  treatment: { treatmentId: string; appointmentId: string; patientId: string; openedAt: number },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('clinic.treatments')
    .values({ clinicId, ...treatment, openedAt: new Date(treatment.openedAt) })
    .onConflict((conflict) => conflict.columns(['clinicId', 'appointmentId']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The appointment to treat, with its patient and service, or undefined. */
export async function findAppointment(tx: ClinicTransaction, clinicId: string, appointmentId: string) {
  if (!isUuid(appointmentId)) return undefined
  return tx
    .selectFrom('clinic.appointments as a')
    .innerJoin('clinic.services as s', (join) =>
      join.onRef('s.clinicId', '=', 'a.clinicId').onRef('s.serviceId', '=', 'a.serviceId'),
    )
    .select(['a.status', 'a.patientId', 's.kind as serviceKind'])
    .where('a.clinicId', '=', clinicId)
    .where('a.appointmentId', '=', appointmentId)
    .executeTakeFirst()
}

/** Moves an appointment on from one status to the next; false when it stood elsewhere. */
export async function moveAppointment(
  tx: ClinicTransaction,
  clinicId: string,
  appointmentId: string,
  from: 'arrived' | 'inTreatment',
  to: 'inTreatment' | 'done',
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('clinic.appointments')
    .set({ status: to })
    .where('clinicId', '=', clinicId)
    .where('appointmentId', '=', appointmentId)
    .where('status', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
