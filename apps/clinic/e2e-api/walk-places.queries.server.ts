import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'

/** Real rows of one demo clinic, by which the walk makes its addresses. */
export type Place = {
  host: string
  slug: string
  clinicId: string
  /** Of today, made by the walk. */
  appointment: string
  patient: string
  sealedTreatment: string
  /** A treatment that is not sealed; of another patient. */
  openTreatment: string
  /** A planned course of `patient`, made by the walk. */
  course: string
  /** Treated before, does not come today. */
  patientOfAnotherDay: string
  treatmentOfAnotherDay: string
  hold: string
  /** What must be read nowhere by those who have no business there. */
  secrets: string[]
}

type Row = Record<'patient_id' | 'treatment_id' | 'given_name' | 'family_name' | 'email', string>

/** Finds the rows of a demo clinic and lets one of its treated patients come today. */
export async function findPlace(owner: pg.Pool, slug: string): Promise<Place> {
  const { rows: clinics } = await owner.query(
    'select c.clinic_id, h.host from house.clinics c join house.hosts h using (clinic_id) where c.slug = $1 limit 1',
    [slug],
  )
  const { clinic_id: clinicId, host } = clinics[0]
  const treated = await owner.query<Row & { sealed: boolean; past: boolean }>(
    `select distinct on (p.patient_id) p.patient_id, t.treatment_id, p.given_name, p.family_name, p.email, t.sealed_at is not null as sealed,
       t.opened_at < now() - interval '2 days' as past
     from clinic.treatments t join clinic.patients p using (clinic_id, patient_id)
     where t.clinic_id = $1 and not exists (select from clinic.appointments a where a.clinic_id = t.clinic_id and a.patient_id = p.patient_id
       and a.appointment_id <> t.appointment_id and a.starts_at > now() - interval '1 day')
     order by p.patient_id, t.opened_at`,
    [clinicId],
  )
  const sealed = treated.rows.filter((row) => row.sealed && row.past)
  const today = sealed[0]!
  const open = treated.rows.find((row) => !row.sealed) ?? sealed.at(-1)!
  const another = sealed.find((row) => row !== today && row !== open)!
  const appointment = randomUUID()
  for (const [appointmentId, comes] of [
    [appointment, today],
    [randomUUID(), open],
  ] as const)
    await owner.query(
      `insert into clinic.appointments (clinic_id, appointment_id, service_id, status, starts_at, ends_at, patient_id, language, held_at, hold_expires_at, verdict_kind)
     select $1, $2, service_id, 'booked', now(), now() + interval '30 minutes', $3, 'fr', now(), now(), 'allow' from clinic.services where clinic_id = $1 and kind = 'treatment' limit 1`,
      [clinicId, appointmentId, comes.patient_id],
    )
  const course = await addCourse(owner, clinicId, today.patient_id)
  const people = await owner.query<{ family_name: string; email: string }>(
    'select family_name, email from clinic.patients where clinic_id = $1',
    [clinicId],
  )
  return {
    ...{ host, slug, clinicId, appointment },
    patient: today.patient_id,
    sealedTreatment: today.treatment_id,
    openTreatment: open.treatment_id,
    course,
    patientOfAnotherDay: another.patient_id,
    treatmentOfAnotherDay: another.treatment_id,
    hold: randomBytes(16).toString('base64url'),
    secrets: people.rows.flatMap((person) => [person.family_name, person.email]),
  }
}

async function addCourse(owner: pg.Pool, clinicId: string, patientId: string): Promise<string> {
  const courseId = randomUUID()
  const zones = [{ zone: 'cheek-left', device: 'pen', depthMm: 1, passes: 6 }]
  const plan = { indication: 'acne-scars', zones, intervalDays: 28, treatmentsOn: ['2026-11-24'], prp: false }
  await owner.query(
    'insert into clinic.courses (clinic_id, course_id, patient_id, started_at) values ($1, $2, $3, now())',
    [clinicId, courseId, patientId],
  )
  await owner.query(
    `insert into clinic.course_versions (clinic_id, course_id, version, plan, saved_by, saved_at)
     select $1, $2, 1, $3, member_id, now() from clinic.team_members where clinic_id = $1 and doctor limit 1`,
    [clinicId, courseId, JSON.stringify(plan)],
  )
  return courseId
}

/** Issues a token past every fence and returns it: a patient's sign-in, a link, an appointment to manage. */
export async function issueToken(
  owner: pg.Pool,
  kind: 'patientSignIn' | 'patientLink' | 'manageAppointment',
  clinicId: string,
  subjectId: string,
): Promise<string> {
  const token = randomBytes(16).toString('base64url')
  await owner.query(
    `insert into house.tokens (token_sha256, kind, clinic_id, subject_id, expires_at) values ($1, $2, $3, $4, now() + interval '1 day')`,
    [createHash('sha256').update(token).digest(), kind, clinicId, subjectId],
  )
  return token
}

/** A booked appointment of the clinic that is still to come. */
export async function findComingAppointment(owner: pg.Pool, clinicId: string): Promise<string> {
  const { rows } = await owner.query(
    `select appointment_id from clinic.appointments where clinic_id = $1 and status = 'booked' and starts_at > now() + interval '2 days' order by starts_at limit 1`,
    [clinicId],
  )
  return rows[0].appointment_id
}

/** Every row of a clinic as one text per table: what nobody touched is the same before and after. */
export async function pictureOf(owner: pg.Pool, clinicId: string): Promise<Record<string, string>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'clinic'::regnamespace and c.relkind = 'r'`,
  )
  const picture: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await owner.query<{ sum: string }>(
      `select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as sum from clinic.${name} t where clinic_id = $1`,
      [clinicId],
    )
    picture[name] = rows[0]!.sum
  }
  return picture
}
