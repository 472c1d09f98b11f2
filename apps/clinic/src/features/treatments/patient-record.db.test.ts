import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestDatabase, type TestDatabase } from '../../platform/database/test-database.ts'
import { appendEvents, readPatientRecord } from './index.server.ts'
import { makeTestTreatment, startAt, stepsToSeal, type TestTreatment } from './test-treatment.queries.server.ts'

let database: TestDatabase
let on: TestTreatment
const dayMs = 24 * 3_600_000

beforeAll(async () => {
  database = await makeTestDatabase()
  on = await makeTestTreatment(database, 'record')
  await appendEvents(
    on.caller(),
    on.treatmentId,
    stepsToSeal('0900').map((step) => on.event(step)),
  )
  for (const [day, careLevel, flags] of [
    [1, 'none', '{}'],
    [2, 'callToday', '{pus}'],
  ] as const)
    await database.owner.query(
      `insert into clinic.check_ins (clinic_id, check_in_id, treatment_id, patient_id, day, redness, swelling, pain_score, red_flags, care_level, sent_at)
       values ($1, $2, $3, $4, $5, 'mild', 'none', 2, $6, $7, $8)`,
      [on.clinicId, randomUUID(), on.treatmentId, on.patientId, day, flags, careLevel, new Date(startAt + day * dayMs)],
    )
})
afterAll(() => database.close())

async function read(who: Parameters<TestTreatment['caller']>[0] = {}) {
  const record = await readPatientRecord(on.caller(who), on.patientId)
  if (record === undefined || 'refusal' in record) throw new Error('unreadable')
  return record
}

test('the record says what was done, from the events, and how the days after went', async () => {
  const record = await read({ at: startAt + 4 * dayMs })
  const [treatment] = record.treatments
  expect(treatment).toMatchObject({
    on: '2026-11-24',
    sealedAt: startAt,
    head: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(treatment!.state.zones.map(({ zone, rounds }) => [zone, rounds.map(({ passes }) => passes)])).toEqual([
    ['chin', [3, 3]],
    ['forehead', [3]],
  ])
  expect(treatment!.follow.map(({ day, state }) => `${day} ${state}`)).toEqual([
    '1 done',
    '2 outside',
    '3 missed',
    '5 ahead',
    '7 ahead',
    '14 ahead',
  ])
})

test('reading is itself a line of the log that the record shows', async () => {
  await read()
  const { accesses } = await read({ at: startAt + 60_000 })
  expect(accesses).toContainEqual(expect.objectContaining({ action: 'runTreatment', actorName: 'Dr Test', count: 1 }))
  expect(accesses).toContainEqual(expect.objectContaining({ action: 'readRecord', outcome: 'allowed' }))
})

test('the front desk and an owner without a care role do not read it; a stranger’s id is nobody', async () => {
  for (const roles of [['frontDesk' as const], ['owner' as const]])
    expect(await readPatientRecord(on.caller({ roles }), on.patientId)).toEqual({
      refusal: 'NotAllowed',
      action: 'readRecord',
    })
  expect(await readPatientRecord(on.caller(), randomUUID())).toBeUndefined()
  expect(await readPatientRecord(on.caller(), 'not-an-id')).toBeUndefined()
})
