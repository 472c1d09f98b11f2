import { randomUUID } from 'node:crypto'
import type { Caller, Role } from '#features/access/index.server.ts'
import { makeTestClinic, type TestClinic } from '#platform/database/test-clinic.ts'
import { makeTestDatabase, type TestDatabase } from '#platform/database/test-database.ts'

/** A clinic in Brussels open on Tuesdays from 9 to 12 and 13 to 18, with one patient due at 9 on 24 November 2026. */
export async function makeTestDay() {
  const database = await makeTestDatabase()
  const clinic = await makeTestClinic(database.owner, 'day')
  for (const [opens, closes] of [
    ['09:00', '12:00'],
    ['13:00', '18:00'],
  ])
    await database.owner.query(
      `insert into clinic.opening_hours (clinic_id, weekday, opens, closes) values ($1, 2, $2, $3)`,
      [clinic.clinicId, opens, closes],
    )
  return { database, clinic, ...callersOf(database, clinic) }
}

function callersOf({ house }: TestDatabase, { clinicId, slug, memberId, patientId, practitionerId }: TestClinic) {
  const at = (nowAt: string, actor: Caller['actor']): Caller => ({
    house,
    clinic: { clinicId, slug, name: slug, timeZone: 'Europe/Brussels', isDefault: false },
    actor,
    language: 'fr',
    nowAt: Date.parse(nowAt),
  })
  return {
    as: (role: Role, nowAt: string): Caller =>
      at(nowAt, {
        kind: 'member',
        memberId,
        userId: 'user-day',
        name: 'Dr Test',
        roles: [role],
        doctor: role === 'practitioner',
        resourceId: practitionerId,
      }),
    asPatient: (nowAt: string): Caller => at(nowAt, { kind: 'patient', patientId, name: 'Léa' }),
    asNobody: (nowAt: string): Caller => at(nowAt, { kind: 'nobody' }),
  }
}

/** Adds an appointment with its uses of resources, past every fence; returns its id. */
export async function addVisit(
  { owner }: Pick<TestDatabase, 'owner'>,
  clinic: Pick<TestClinic, 'clinicId'>,
  visit: {
    patientId: string
    status: string
    startsAt: string
    endsAt: string
    uses?: { resourceId: string; phase: string; from: string; to: string }[]
  },
): Promise<string> {
  const appointmentId = randomUUID()
  await owner.query(
    `insert into clinic.appointments (clinic_id, appointment_id, service_id, status, starts_at, ends_at, patient_id, language, held_at, hold_expires_at, verdict_kind)
     values ($1, $2, 'treatment', $3, $4, $5, $6, 'fr', $4, $4, 'needsClinician')`,
    [clinic.clinicId, appointmentId, visit.status, visit.startsAt, visit.endsAt, visit.patientId],
  )
  for (const [i, { resourceId, phase, from, to }] of (visit.uses ?? []).entries())
    await owner.query(
      `insert into clinic.occupancies (clinic_id, appointment_id, position, resource_id, phase_kind, during)
       values ($1, $2, $3, $4, $5, tstzrange($6, $7))`,
      [clinic.clinicId, appointmentId, i + 1, resourceId, phase, from, to],
    )
  return appointmentId
}
