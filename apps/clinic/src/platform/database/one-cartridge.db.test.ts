import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectAs, inTenant, makeTestClinic, refusalOf, type TestClinic } from './test-clinic.ts'
import { makeTestDatabase, type TestDatabase } from './test-database.ts'

/* Promise 2: one cartridge, one patient, ever. */

let database: TestDatabase
let app: pg.Client
let clinic: TestClinic

beforeAll(async () => {
  database = await makeTestDatabase()
  clinic = await makeTestClinic(database.owner, 'a')
  app = await connectAs(database.ownerUrl, 'app')
})
afterAll(async () => {
  await app.end()
  await database.close()
})

const open = (unit: string) =>
  inTenant(app, clinic.clinicId, () =>
    app.query(
      `insert into clinic.cartridges (clinic_id, gtin, lot, unit, treatment_id, opened_at) values ($1, '', 'L2405-B', $2, $3, now())`,
      [clinic.clinicId, unit, clinic.treatmentId],
    ),
  )

test('a cartridge is opened once; the next of its lot is another one', async () => {
  await open('0081')
  expect(await refusalOf(open('0081'))).toBe('23505')
  expect(await refusalOf(open('0082'))).toBe('allowed')
})

test('an opened cartridge is neither moved to another treatment nor forgotten', async () => {
  const attempts = [
    'update clinic.cartridges set unit = unit',
    'delete from clinic.cartridges',
    'truncate clinic.cartridges',
  ]
  for (const attempt of attempts)
    expect(await refusalOf(inTenant(app, clinic.clinicId, () => app.query(attempt))), attempt).toBe('42501')
})
