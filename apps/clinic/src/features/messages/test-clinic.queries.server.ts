import { randomUUID } from 'node:crypto'
import type pg from 'pg'

/** The smallest clinic that can be booked: one practitioner, one room, consultations from Monday to Saturday. */
export async function buildTestClinic(owner: pg.Pool): Promise<void> {
  const id = randomUUID()
  const statements = [
    `insert into house.clinics (clinic_id, slug, name, time_zone, is_default, opened_at) values ($1, 'lumen', 'Cabinet Lumen', 'Europe/Brussels', true, '2026-11-01')`,
    `insert into clinic.profiles (clinic_id, country, city, address, phone, email, access_fr, access_en, first_visit, notice_minutes, horizon_days, step_minutes, free_cancel_hours)
     values ($1, 'BE', 'Bruxelles', '18 rue de l’Arbre Bénit', '+32 2 555 01 20', 'bonjour@clinic.example', 'Plain-pied.', 'Step-free.', 'treatment', 60, 365, 30, 24)`,
    `insert into clinic.opening_hours (clinic_id, weekday, opens, closes) select $1, day, '09:00', '18:00' from generate_series(1, 6) day`,
    `insert into clinic.resources (clinic_id, kind, name) values ($1, 'practitioner', 'Dr Claire Peeters'), ($1, 'room', 'Salle 1')`,
    `insert into clinic.services (clinic_id, service_id, kind, name_fr, name_en) values ($1, 'consultation', 'consultation', 'Consultation', 'Consultation')`,
    `insert into clinic.service_phases values ($1, 'consultation', 1, 'consultation', 30, '{practitioner,room}', true)`,
    `insert into clinic.service_resources select clinic_id, 'consultation', resource_id from clinic.resources where clinic_id = $1`,
  ]
  for (const statement of statements) await owner.query(statement, [id])
}
