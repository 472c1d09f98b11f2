import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import type { PatientDetails } from './hold.ts'

/** Whether a patient has completed a visit in this clinic. */
export async function hasBeenSeen(tx: ClinicTransaction, clinicId: string, patientId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('clinic.appointments')
    .select('appointmentId')
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .where('status', '=', 'done')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export type Person = PatientDetails & { birthOn: string }

/**
 * The patient of these details, or a new one with the next file number. The same person is the same e-mail address,
 * birth date, family name and given name: a family may share the address, twins the birth date too.
 */
export async function findOrCreatePatient(
  tx: ClinicTransaction,
  clinicId: string,
  person: Person,
  createdAt: number,
): Promise<string> {
  const known = await findPatientId(tx, clinicId, person)
  if (known) return known
  await sql`select pg_advisory_xact_lock(hashtextextended(${`patients ${clinicId}`}, 0))`.execute(tx)
  const meanwhile = await findPatientId(tx, clinicId, person)
  if (meanwhile) return meanwhile
  const { last } = await tx
    .selectFrom('clinic.patients')
    .select((select) => select.fn.coalesce(select.fn.max('fileNumber'), sql<number>`0`).as('last'))
    .where('clinicId', '=', clinicId)
    .executeTakeFirstOrThrow()
  const patientId = randomUUID()
  await tx
    .insertInto('clinic.patients')
    .values({ clinicId, patientId, fileNumber: last + 1, ...person, createdAt: new Date(createdAt) })
    .execute()
  return patientId
}

async function findPatientId(tx: ClinicTransaction, clinicId: string, person: Person): Promise<string | undefined> {
  const row = await tx
    .selectFrom('clinic.patients')
    .select('patientId')
    .where('clinicId', '=', clinicId)
    .where(sql<boolean>`lower(email) = lower(${person.email})`)
    .where('birthOn', '=', person.birthOn)
    .where(sql<boolean>`lower(family_name) = lower(${person.familyName})`)
    .where(sql<boolean>`lower(given_name) = lower(${person.givenName})`)
    .orderBy('fileNumber')
    .limit(1)
    .executeTakeFirst()
  return row?.patientId
}
