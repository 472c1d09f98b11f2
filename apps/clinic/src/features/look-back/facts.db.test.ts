import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  append,
  connectAs,
  inTenant,
  makeTestClinic,
  nextEvent,
  refusalOf,
  type TestClinic,
  type TestEvent,
} from '#platform/database/test-clinic.ts'
import { makeTestDatabase, type TestDatabase } from '#platform/database/test-database.ts'

/* The table of uses says what the record says, and is written by nobody but the triggers on it. */

const openedAt = new Date('2026-11-24T08:00:00Z')
let database: TestDatabase
let app: pg.Client
let made = 0

beforeAll(async () => {
  database = await makeTestDatabase()
  app = await connectAs(database.ownerUrl, 'app')
})
afterAll(async () => {
  await app.end()
  await database.close()
})

type Arrival = TestClinic & { deviceId: string }

/** A treatment that is open, in a room and with a handpiece of the diary. */
async function arrive(): Promise<Arrival> {
  const clinic = await makeTestClinic(database.owner, `facts-${++made}`)
  const deviceId = randomUUID()
  const appointmentId = randomUUID()
  const treatmentId = randomUUID()
  await database.owner.query(
    `insert into clinic.resources (clinic_id, resource_id, kind, name) values ($1, $2, 'device', 'Pen 1')`,
    [clinic.clinicId, deviceId],
  )
  await database.owner.query(
    `insert into clinic.appointments (clinic_id, appointment_id, service_id, status, starts_at, ends_at, patient_id, language, held_at, hold_expires_at, verdict_kind)
     values ($1, $2, 'treatment', 'inTreatment', $3, $3::timestamptz + interval '1 hour', $4, 'fr', $3, $3, 'allow')`,
    [clinic.clinicId, appointmentId, openedAt, clinic.otherPatientId],
  )
  await database.owner.query(
    `insert into clinic.occupancies (clinic_id, appointment_id, position, resource_id, phase_kind, during)
     select $1, $2, n, id, 'needling', '[2026-11-24T08:00:00Z,2026-11-24T09:00:00Z)' from unnest($3::uuid[]) with ordinality as r (id, n)`,
    [clinic.clinicId, appointmentId, [clinic.roomId, deviceId, clinic.practitionerId]],
  )
  await inTenant(app, clinic.clinicId, () =>
    app.query(
      'insert into clinic.treatments (clinic_id, treatment_id, appointment_id, patient_id, opened_at) values ($1, $2, $3, $4, $5)',
      [clinic.clinicId, treatmentId, appointmentId, clinic.otherPatientId, openedAt],
    ),
  )
  return { ...clinic, deviceId, treatmentId, appointmentId, patientId: clinic.otherPatientId }
}

async function say(on: TestClinic, events: [kind: string, more?: Record<string, unknown>][]): Promise<void> {
  let last: TestEvent | undefined
  for (const [kind, more] of events) {
    last = nextEvent(on, last, kind, more)
    const event = last
    await inTenant(app, on.clinicId, () => append(app, on, event))
  }
}

const openCartridge = (on: TestClinic, lot: string, unit: string) =>
  inTenant(app, on.clinicId, () =>
    app.query(
      'insert into clinic.cartridges (clinic_id, lot, unit, treatment_id, opened_at) values ($1, $2, $3, $4, $5)',
      [on.clinicId, lot, unit, on.treatmentId, openedAt],
    ),
  )

async function uses(on: TestClinic) {
  const { rows } = await database.owner.query(
    'select kind, source, at, patient_id, treatment_id from clinic.exposures where clinic_id = $1 order by kind, source',
    [on.clinicId],
  )
  return rows
}

test('a treatment leaves what was used in it, once each: room, needles, lot, cream, handpiece, operator', async () => {
  const on = await arrive()
  await openCartridge(on, 'L2405-B', '0007')
  await openCartridge(on, 'L2405-B', '0008')
  await say(on, [
    ['numbingStarted', { lot: ' emla-3 ' }],
    ['disinfected'],
    ['cartridgeOpened', { lot: 'L2405-B' }],
    ['glideApplied', { lot: 'GEL-9' }],
    ['glideApplied', { lot: 'gel-9' }],
    ['petrolatumApplied'],
    ['sharpsCounted'],
  ])
  const ours = { at: openedAt, patient_id: on.patientId, treatment_id: on.treatmentId }
  expect(await uses(on)).toEqual([
    { kind: 'cartridge', source: 'L2405-B/0007', ...ours },
    { kind: 'cartridge', source: 'L2405-B/0008', ...ours },
    { kind: 'device', source: on.deviceId, ...ours },
    { kind: 'lot', source: 'EMLA-3', ...ours },
    { kind: 'lot', source: 'GEL-9', ...ours },
    { kind: 'lot', source: 'L2405-B', ...ours },
    { kind: 'operator', source: on.memberId, ...ours },
    { kind: 'room', source: on.roomId, ...ours },
  ])
})

test('what did not happen leaves no use: a cartridge opened twice, a transaction that is rolled back', async () => {
  const on = await arrive()
  await openCartridge(on, 'L1', '1')
  const before = await uses(on)
  expect(await refusalOf(openCartridge(on, 'L1', '1'))).toBe('23505')
  const failing = inTenant(app, on.clinicId, async () => {
    await app.query(
      `insert into clinic.cartridges (clinic_id, lot, unit, treatment_id, opened_at) values ($1, 'L1', '2', $2, $3)`,
      [on.clinicId, on.treatmentId, openedAt],
    )
    throw new Error('the line was cut')
  })
  await expect(failing).rejects.toThrow('the line was cut')
  expect(await uses(on)).toEqual(before)
})

test('a lot that was left out is no lot', async () => {
  const on = await arrive()
  await openCartridge(on, ' ', '1')
  expect((await uses(on)).map(({ kind }) => kind)).toEqual(['device', 'room'])
})

test('the application reads uses and cannot write, change or delete one; nor can anybody change one', async () => {
  const on = await arrive()
  const asApp = (text: string, values: unknown[] = []) =>
    refusalOf(inTenant(app, on.clinicId, () => app.query(text, values)))
  const forged = [on.clinicId, on.treatmentId, on.patientId]
  const insert = `insert into clinic.exposures (clinic_id, kind, source, at, treatment_id, patient_id) values ($1, 'lot', 'X', now(), $2, $3)`
  expect(await asApp(insert, forged)).toBe('42501')
  expect(await asApp(`select clinic.note_exposure($1, $2, 'lot', 'X', now())`, forged.slice(0, 2))).toBe('42501')
  expect(await asApp(`update clinic.exposures set source = 'X'`)).toBe('42501')
  expect(await asApp('delete from clinic.exposures')).toBe('42501')
  for (const attempt of [
    `update clinic.exposures set source = 'X'`,
    'delete from clinic.exposures',
    'truncate clinic.exposures',
  ])
    expect(await refusalOf(database.owner.query(attempt)), attempt).toBe('PT405')
})

test('what was used before there was this table comes out the same', async () => {
  const on = await arrive()
  await openCartridge(on, 'L2405-B', '0009')
  await say(on, [['disinfected'], ['glideApplied', { lot: 'g1' }], ['petrolatumApplied', { lot: 'V-1' }]])
  const everything =
    'select clinic_id, kind, source, at, treatment_id, patient_id from clinic.exposures order by 1, 2, 3, 4, 5'
  const noted = (await database.owner.query(everything)).rows
  const migration = await readFile(new URL('../../../migrations/0011-look-back.sql', import.meta.url), 'utf8')
  const emptied = ['disable trigger user', 'enable trigger user'].map((what) => `alter table clinic.exposures ${what}`)
  await database.owner.query(`${emptied[0]}; delete from clinic.exposures; ${emptied[1]}`)
  await database.owner.query(migration.slice(migration.lastIndexOf('do $$')))
  expect((await database.owner.query(everything)).rows).toEqual(noted)
  expect(noted.filter(({ clinic_id }) => clinic_id === on.clinicId)).toHaveLength(7)
})
