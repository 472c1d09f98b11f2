import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAppointment, connectAs, inTenant, makeTestClinic, refusalOf, type TestClinic } from './test-clinic.ts'
import { makeTestDatabase, type TestDatabase } from './test-database.ts'

/* Promise 1: nothing and nobody in two places at once, whoever writes. */

const exclusionViolation = '23P01'
let database: TestDatabase
let app: pg.Client
let a: TestClinic
let b: TestClinic

beforeAll(async () => {
  database = await makeTestDatabase()
  a = await makeTestClinic(database.owner, 'a')
  b = await makeTestClinic(database.owner, 'b')
  app = await connectAs(database.ownerUrl, 'app')
})
afterAll(async () => {
  await app.end()
  await database.close()
})

type Whose = { resourceId?: string; patientId?: string }

async function occupy(clinic: TestClinic, whose: Whose, during: string, client = app): Promise<void> {
  const appointmentId = randomUUID()
  await inTenant(client, clinic.clinicId, async () => {
    await addAppointment(client, clinic, appointmentId, clinic.patientId)
    await client.query(
      `insert into clinic.occupancies (clinic_id, appointment_id, position, resource_id, patient_id, phase_kind, during)
       values ($1, $2, 1, $3, $4, 'needling', $5)`,
      [clinic.clinicId, appointmentId, whose.resourceId ?? null, whose.patientId ?? null, during],
    )
  })
}

test('a resource cannot be taken twice, be it for one second', async () => {
  const room = { resourceId: a.roomId }
  await occupy(a, room, '[2027-01-05 09:00+01, 2027-01-05 10:00+01)')
  const overlaps = [
    '[2027-01-05 09:59:59+01, 2027-01-05 11:00+01)',
    '[2027-01-05 08:00+01, 2027-01-05 12:00+01)',
    '[2027-01-05 09:15+01, 2027-01-05 09:16+01)',
    '[2027-01-05 09:00+01, 2027-01-05 10:00+01)',
    '(,)',
  ]
  for (const during of overlaps) expect(await refusalOf(occupy(a, room, during)), during).toBe(exclusionViolation)
})

test('what only touches is allowed: one ends at ten, the next begins at ten', async () => {
  const room = { resourceId: a.roomId }
  await occupy(a, room, '[2027-01-06 09:00+01, 2027-01-06 10:00+01)')
  expect(await refusalOf(occupy(a, room, '[2027-01-06 10:00+01, 2027-01-06 11:00+01)'))).toBe('allowed')
  expect(await refusalOf(occupy(a, room, '[2027-01-06 08:00+01, 2027-01-06 09:00+01)'))).toBe('allowed')
})

test('a patient cannot be in two places, whatever the rooms', async () => {
  const patient = { patientId: a.patientId }
  await occupy(a, patient, '[2027-01-07 09:00+01, 2027-01-07 10:00+01)')
  expect(await refusalOf(occupy(a, patient, '[2027-01-07 09:30+01, 2027-01-07 10:30+01)'))).toBe(exclusionViolation)
  expect(
    await refusalOf(occupy(a, { patientId: a.otherPatientId }, '[2027-01-07 09:30+01, 2027-01-07 10:30+01)')),
  ).toBe('allowed')
})

test('the same hour in another clinic is another room', async () => {
  await occupy(a, { resourceId: a.roomId }, '[2027-01-08 09:00+01, 2027-01-08 10:00+01)')
  expect(await refusalOf(occupy(b, { resourceId: b.roomId }, '[2027-01-08 09:00+01, 2027-01-08 10:00+01)'))).toBe(
    'allowed',
  )
})

test('an occupancy belongs to one resource or one patient, lasts, and cannot be moved by an update', async () => {
  const checkViolation = '23514'
  expect(await refusalOf(occupy(a, {}, '[2027-01-09 09:00+01, 2027-01-09 10:00+01)'))).toBe(checkViolation)
  const both = { resourceId: a.roomId, patientId: a.patientId }
  expect(await refusalOf(occupy(a, both, '[2027-01-09 09:00+01, 2027-01-09 10:00+01)'))).toBe(checkViolation)
  expect(await refusalOf(occupy(a, { resourceId: a.roomId }, 'empty'))).toBe(checkViolation)
  const moved = inTenant(app, a.clinicId, () => app.query(`update clinic.occupancies set during = '(,)'`))
  expect(await refusalOf(moved)).toBe('42501')
})

test('of many that race for one hour, one gets it', async () => {
  const clients = await Promise.all(Array.from({ length: 6 }, () => connectAs(database.ownerUrl, 'app')))
  const hour = '[2027-01-12 09:00+01, 2027-01-12 10:00+01)'
  const answers = await Promise.all(
    clients.map((client) => refusalOf(occupy(a, { resourceId: a.practitionerId }, hour, client))),
  )
  expect(answers.filter((answer) => answer === 'allowed')).toHaveLength(1)
  expect(answers.filter((answer) => answer === exclusionViolation)).toHaveLength(5)
  await Promise.all(clients.map((client) => client.end()))
})
