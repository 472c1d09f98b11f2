import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { readHouseKeys } from './roles.server.ts'

/** A clinic with one of everything, made past the fences, for tests that try to get through them. */
export type TestClinic = {
  clinicId: string
  slug: string
  roomId: string
  practitionerId: string
  memberId: string
  patientId: string
  otherPatientId: string
  appointmentId: string
  treatmentId: string
}

export const planHash = 'a'.repeat(64)
export const otherPlanHash = 'b'.repeat(64)
const openedAt = '2026-11-24T08:00:00Z'

/** Builds a clinic as the owner (a superuser in tests). */
export async function makeTestClinic(owner: pg.Pool, slug: string): Promise<TestClinic> {
  const made: TestClinic = {
    clinicId: randomUUID(),
    slug,
    roomId: randomUUID(),
    practitionerId: randomUUID(),
    memberId: randomUUID(),
    patientId: randomUUID(),
    otherPatientId: randomUUID(),
    appointmentId: randomUUID(),
    treatmentId: randomUUID(),
  }
  const { clinicId } = made
  await owner.query(
    `insert into house.clinics (clinic_id, slug, name, time_zone, opened_at) values ($1, $2, $2, 'Europe/Brussels', $3)`,
    [clinicId, slug, openedAt],
  )
  await owner.query(
    `insert into clinic.profiles (clinic_id, country, city, address, phone, email, first_visit, notice_minutes, horizon_days, step_minutes, free_cancel_hours)
     values ($1, 'BE', 'Bruxelles', 'rue 1', '+32 2 555 01 00', 'c@clinic.example', 'treatment', 0, 365, 15, 24)`,
    [clinicId],
  )
  await owner.query(
    `insert into clinic.resources (clinic_id, resource_id, kind, name) values ($1, $2, 'room', 'Salle 1'), ($1, $3, 'practitioner', 'Dr Test')`,
    [clinicId, made.roomId, made.practitionerId],
  )
  await owner.query(
    `insert into clinic.team_members (clinic_id, member_id, user_id, display_name, roles, doctor) values ($1, $2, $3, 'Dr Test', '{practitioner}', true)`,
    [clinicId, made.memberId, `user-${slug}`],
  )
  await owner.query(
    `insert into clinic.services (clinic_id, service_id, kind, name_fr, name_en) values ($1, 'treatment', 'treatment', 'Séance', 'Treatment')`,
    [clinicId],
  )
  for (const [i, patientId] of [made.patientId, made.otherPatientId].entries())
    await owner.query(
      `insert into clinic.patients (clinic_id, patient_id, file_number, given_name, family_name, birth_on, phone, email, language, created_at)
       values ($1, $2, $3, $4, $5, '1988-03-03', '+32 470 00 00 00', $6, 'fr', $7)`,
      [clinicId, patientId, i + 1, `Léa ${slug}`, `MARTIN-${slug}-${i}`, `lea${i}@${slug}.example`, openedAt],
    )
  await addAppointment(owner, made, made.appointmentId, made.patientId)
  await owner.query(
    `insert into clinic.treatments (clinic_id, treatment_id, appointment_id, patient_id, opened_at) values ($1, $2, $3, $4, $5)`,
    [clinicId, made.treatmentId, made.appointmentId, made.patientId, openedAt],
  )
  return made
}

/** Adds a booked appointment without occupancies; `patientId` null leaves it held. */
export async function addAppointment(
  speaker: pg.Pool | pg.ClientBase,
  clinic: Pick<TestClinic, 'clinicId'>,
  appointmentId: string,
  patientId: string | null,
): Promise<void> {
  await speaker.query(
    `insert into clinic.appointments (clinic_id, appointment_id, service_id, status, starts_at, ends_at, patient_id, language, held_at, hold_expires_at, verdict_kind)
     values ($1, $2, 'treatment', $4, '2026-11-24T08:00:00Z', '2026-11-24T09:00:00Z', $3, 'fr', '2026-11-01T08:00:00Z', '2026-11-01T08:10:00Z', 'allow')`,
    [clinic.clinicId, appointmentId, patientId, patientId === null ? 'held' : 'booked'],
  )
}

/** A plain connection as one of the database's own roles, as the application or the sign-in library would make it. */
export async function connectAs(ownerUrl: string, role: 'app' | 'signIn'): Promise<pg.Client> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  const keys = await readHouseKeys(owner).finally(() => owner.end())
  const url = new URL(ownerUrl)
  url.username = keys[role].name
  url.password = keys[role].password
  const client = new pg.Client({ connectionString: url.href })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** Runs `work` in a transaction with a clinic set and commits it; rolls back and rethrows what it throws. */
export async function inTenant<T>(client: pg.Client, clinicId: string, work: () => Promise<T>): Promise<T> {
  await client.query('begin')
  try {
    await client.query(`select set_config('pointille.clinic_id', $1, true)`, [clinicId])
    const answer = await work()
    await client.query('commit')
    return answer
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

/** The SQLSTATE with which the database refuses, or 'allowed' when it does not. */
export async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  try {
    await attempt
    return 'allowed'
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code) return error.code
    throw error
  }
}

export type TestEvent = { seq: number; eventId: string; kind: string; canonical: Buffer; hash: string }

/** An event that continues the chain after `previous`, as the application would compute it. */
export function nextEvent(
  clinic: Pick<TestClinic, 'memberId'>,
  previous: Pick<TestEvent, 'seq' | 'hash'> | undefined,
  kind: string,
  more: Record<string, unknown> = {},
): TestEvent {
  const eventId = randomUUID()
  const canonical = Buffer.from(JSON.stringify({ at: openedAt, by: clinic.memberId, eventId, kind, ...more }))
  const before = previous ? Buffer.from(previous.hash, 'hex') : Buffer.alloc(32)
  const hash = createHash('sha256').update(before).update(canonical).digest('hex')
  return { seq: (previous?.seq ?? 0) + 1, eventId, kind, canonical, hash }
}

/** Appends an event by plain SQL; `suffix` continues the statement. */
export async function append(client: pg.Client, clinic: TestClinic, event: TestEvent, suffix = ''): Promise<void> {
  await client.query(
    `insert into clinic.treatment_events (clinic_id, treatment_id, seq, event_id, kind, at, by_member, canonical, hash, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $6) ${suffix}`,
    [
      ...[clinic.clinicId, clinic.treatmentId, event.seq, event.eventId, event.kind, openedAt],
      ...[clinic.memberId, event.canonical, event.hash],
    ],
  )
}

/** Signs a consent to a plan, by plain SQL; returns its id. */
export async function signConsent(client: pg.Client, clinic: TestClinic, toPlan: string): Promise<string> {
  const consentId = randomUUID()
  await client.query(
    `insert into clinic.consents (clinic_id, consent_id, treatment_id, patient_id, text_version, language, text_hash, plan_hash, signature_name, signed_at)
     values ($1, $2, $3, $4, '1', 'fr', $5, $6, 'Léa Martin', $7)`,
    [clinic.clinicId, consentId, clinic.treatmentId, clinic.patientId, 'c'.repeat(64), toPlan, openedAt],
  )
  return consentId
}
