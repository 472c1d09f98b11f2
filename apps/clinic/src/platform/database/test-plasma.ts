import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { makeTestClinic, type TestClinic } from './test-clinic.ts'

/** A clinic with plasma switched on, a second patient in treatment, and one place in a centrifuge. */
export async function makePlasmaClinic(
  owner: pg.Pool,
  slug: string,
  country = 'BE',
  purpose: string | null = 'acne scars',
): Promise<{ clinic: TestClinic; otherTreatmentId: string; placeId: string }> {
  const clinic = await makeTestClinic(owner, slug)
  const otherTreatmentId = randomUUID()
  const placeId = randomUUID()
  const { clinicId } = clinic
  await owner.query('update clinic.profiles set country = $2, prp_purpose = $3 where clinic_id = $1', [
    clinicId,
    country,
    purpose,
  ])
  await owner.query(
    `insert into clinic.resources (clinic_id, resource_id, kind, name) values ($1, $2, 'centrifuge', 'Centrifugeuse 1, place 1')`,
    [clinicId, placeId],
  )
  await owner.query(
    `insert into clinic.centrifuge_places (clinic_id, place_id, centrifuge, rotor, place, radius_mm, usual_rpm, usual_minutes) values ($1, $2, 'Centrifugeuse 1', 1, 1, 150, 2317, 5)`,
    [clinicId, placeId],
  )
  const appointmentId = randomUUID()
  await owner.query(
    `insert into clinic.appointments (clinic_id, appointment_id, service_id, status, starts_at, ends_at, patient_id, language, held_at, hold_expires_at, verdict_kind)
     values ($1, $2, 'treatment', 'inTreatment', '2026-11-24T08:00:00Z', '2026-11-24T09:00:00Z', $3, 'fr', '2026-11-01T08:00:00Z', '2026-11-01T08:10:00Z', 'allow')`,
    [clinicId, appointmentId, clinic.otherPatientId],
  )
  await owner.query(
    `insert into clinic.treatments (clinic_id, treatment_id, appointment_id, patient_id, opened_at) values ($1, $2, $3, $4, '2026-11-24T08:00:00Z')`,
    [clinicId, otherTreatmentId, appointmentId, clinic.otherPatientId],
  )
  return { clinic, otherTreatmentId, placeId }
}
