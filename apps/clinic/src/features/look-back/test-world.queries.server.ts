import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { makeTestClinic, type TestClinic } from '#platform/database/test-clinic.ts'
import type { Use } from './exposure.ts'

/** A treatment of a made-up past: whose, when it was opened, and every thing that was used in it. */
export type PastTreatment = {
  treatmentId: string
  patientId: string
  openedAt: number
  uses: Omit<Use, 'treatmentId' | 'patientId'>[]
}

/** A clinic without treatments but the ready-made one, and as many patients as asked for. */
export async function makeWorld(
  owner: pg.Pool,
  slug: string,
  people: number,
): Promise<{ clinic: TestClinic; patientIds: string[] }> {
  const clinic = await makeTestClinic(owner, slug)
  const patientIds = Array.from({ length: people }, () => randomUUID())
  await owner.query(
    `insert into clinic.patients (clinic_id, patient_id, file_number, given_name, family_name, birth_on, phone, email, language, created_at)
     select $1, p.id, 100 + p.n, 'Given' || p.n, 'Family' || p.n, '1988-03-03', '+32 470 00 00 ' || p.n, 'p' || p.n || '@patient.example', 'fr', '2026-01-01T00:00:00Z'
     from unnest($2::uuid[]) with ordinality as p (id, n)`,
    [clinic.clinicId, patientIds],
  )
  return { clinic, patientIds }
}

/** Writes a past as it would stand in the table of uses, by the owner, past the triggers. */
export async function writePast(owner: pg.Pool, clinicId: string, past: readonly PastTreatment[]): Promise<void> {
  for (const { treatmentId, patientId, openedAt } of past) {
    const appointmentId = randomUUID()
    await owner.query(
      `insert into clinic.appointments (clinic_id, appointment_id, service_id, status, starts_at, ends_at, patient_id, language, held_at, hold_expires_at, verdict_kind)
       values ($1, $2, 'treatment', 'done', $3, $3::timestamptz + interval '1 hour', $4, 'fr', $3, $3, 'allow')`,
      [clinicId, appointmentId, new Date(openedAt), patientId],
    )
    await owner.query(
      `insert into clinic.treatments (clinic_id, treatment_id, appointment_id, patient_id, opened_at) values ($1, $2, $3, $4, $5)`,
      [clinicId, treatmentId, appointmentId, patientId, new Date(openedAt)],
    )
  }
  const rows = past.flatMap(({ treatmentId, patientId, uses }) =>
    uses.map((use) => ({ treatmentId, patientId, ...use })),
  )
  await owner.query(
    `insert into clinic.exposures (clinic_id, kind, source, at, treatment_id, patient_id)
     select $1, * from unnest($2::text[], $3::text[], $4::timestamptz[], $5::uuid[], $6::uuid[])`,
    [
      clinicId,
      ...[rows.map(({ kind }) => kind), rows.map(({ source }) => source), rows.map(({ at }) => new Date(at))],
      ...[rows.map(({ treatmentId }) => treatmentId), rows.map(({ patientId }) => patientId)],
    ],
  )
}
