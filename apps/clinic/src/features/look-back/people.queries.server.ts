import { sql } from 'kysely'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import type { Language } from '#platform/languages/languages.ts'

/** Whom to reach, and how. */
export type Person = {
  patientId: string
  fileNumber: number
  givenName: string
  familyName: string
  birthOn: string
  phone: string
  email: string
  language: Language
}

const columns = ['patientId', 'fileNumber', 'givenName', 'familyName', 'birthOn', 'phone', 'email', 'language'] as const

export async function listPeople(
  tx: ClinicTransaction,
  clinicId: string,
  patientIds: readonly string[],
): Promise<Map<string, Person>> {
  const rows = await tx
    .selectFrom('clinic.patients')
    .select(columns)
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', sql<string>`any(${[...patientIds]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.patientId, { ...row, language: row.language === 'en' ? 'en' : 'fr' }]))
}

/** The patient of a file number, or undefined. */
export async function findByFileNumber(
  tx: ClinicTransaction,
  clinicId: string,
  fileNumber: number,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('clinic.patients')
    .select('patientId')
    .where('clinicId', '=', clinicId)
    .where('fileNumber', '=', fileNumber)
    .executeTakeFirst()
  return row?.patientId
}

/** A thing with a name: a room, a handpiece, a member of the team. */
export type Named = { kind: 'room' | 'device' | 'operator'; id: string; name: string }

/** Rooms and handpieces, also those that were retired: they were used once. Then the team, also who left. */
export async function listNamed(tx: ClinicTransaction, clinicId: string): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select kind, id, name from (
      select kind, resource_id as id, name, position from clinic.resources where clinic_id = ${clinicId} and kind in ('room', 'device')
      union all
      select 'operator', member_id, display_name, 0 from clinic.team_members where clinic_id = ${clinicId}
    ) n order by kind, position, name`.execute(tx)
  return rows
}

/** Rooms and cartridges of treatments: what the list shows beside the link that was asked for. */
export async function listPlaces(
  tx: ClinicTransaction,
  clinicId: string,
  treatments: readonly { treatmentId: string; patientId: string }[],
): Promise<{ treatmentId: string; kind: 'room' | 'cartridge'; source: string }[]> {
  const { rows } = await sql<{ treatmentId: string; kind: 'room' | 'cartridge'; source: string }>`
    select e.treatment_id, e.kind, e.source
    from unnest(${treatments.map(({ treatmentId }) => treatmentId)}::uuid[], ${treatments.map(({ patientId }) => patientId)}::uuid[]) as t (treatment_id, patient_id)
    join clinic.exposures e on e.clinic_id = ${clinicId} and e.patient_id = t.patient_id and e.treatment_id = t.treatment_id
    where e.kind in ('room', 'cartridge')
    order by e.source`.execute(tx)
  return rows
}
