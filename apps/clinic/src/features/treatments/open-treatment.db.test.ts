import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestDatabase, type TestDatabase } from '../../platform/database/test-database.ts'
import { openTreatment } from './index.server.ts'
import { makeTestTreatment, type TestTreatment } from './test-treatment.queries.server.ts'

let database: TestDatabase
let on: TestTreatment

beforeAll(async () => {
  database = await makeTestDatabase()
  on = await makeTestTreatment(database, 'opening')
})
afterAll(() => database.close())

async function statusOf(appointmentId: string) {
  const { rows } = await database.owner.query('select status from clinic.appointments where appointment_id = $1', [
    appointmentId,
  ])
  return rows[0]?.status
}

test('the treatment of a patient who has arrived opens, and the diary says so', async () => {
  const { appointmentId } = await on.addArrival()
  expect(await openTreatment(on.caller(), appointmentId)).toEqual({ treatmentId: expect.any(String) })
  expect(await statusOf(appointmentId)).toBe('inTreatment')
})

test('opening twice is opening once, also at the same moment', async () => {
  const { appointmentId } = await on.addArrival()
  const both = await Promise.all([1, 2, 3].map(() => openTreatment(on.caller(), appointmentId)))
  expect(new Set(both.map((answer) => 'treatmentId' in answer && answer.treatmentId)).size).toBe(1)
  expect(await openTreatment(on.caller(), appointmentId)).toEqual(both[0])
})

test('nobody is treated before they have arrived, nor at a consultation, nor at an appointment that does not exist', async () => {
  const { appointmentId } = await on.addArrival()
  await database.owner.query(`update clinic.appointments set status = 'booked' where appointment_id = $1`, [
    appointmentId,
  ])
  expect(await openTreatment(on.caller(), appointmentId)).toEqual({ refusal: 'NotArrived' })
  await database.owner.query(
    `insert into clinic.services (clinic_id, service_id, kind, name_fr, name_en) values ($1, 'talk', 'consultation', 'Consultation', 'Consultation')`,
    [on.clinicId],
  )
  await database.owner.query(
    `update clinic.appointments set status = 'arrived', service_id = 'talk' where appointment_id = $1`,
    [appointmentId],
  )
  expect(await openTreatment(on.caller(), appointmentId)).toEqual({ refusal: 'ConsultationOnly' })
  expect(await openTreatment(on.caller(), randomUUID())).toEqual({ refusal: 'NoSuchAppointment' })
  const { rows } = await database.owner.query(
    'select count(*)::int as n from clinic.treatments where appointment_id = $1',
    [appointmentId],
  )
  expect(rows).toEqual([{ n: 0 }])
})

test('only a doctor opens: an assistant, and a practitioner who is none, are refused with a line in the log', async () => {
  const { appointmentId, patientId } = await on.addArrival()
  for (const who of [{ roles: ['assistant' as const], doctor: false }, { doctor: false }])
    expect(await openTreatment(on.caller(who), appointmentId)).toEqual({
      refusal: 'NotAllowed',
      action: 'openTreatment',
    })
  expect(await statusOf(appointmentId)).toBe('arrived')
  const { rows } = await database.owner.query(
    `select count(*)::int as n from clinic.audit_log where patient_id = $1 and action = 'openTreatment' and outcome = 'refused'`,
    [patientId],
  )
  expect(rows).toEqual([{ n: 2 }])
})
