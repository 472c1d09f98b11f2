import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Caller } from '#features/access/index.server.ts'
import { readClinics } from '#features/clinics/index.server.ts'
import { makeTestDatabase, type TestDatabase } from '#platform/database/test-database.ts'
import { type House, openHouse } from '#platform/house/house.server.ts'
import { moveClock } from './move-clock.server.ts'
import { seedDemo } from './seed-demo.server.ts'

let database: TestDatabase
let here: House
let elsewhere: House

beforeAll(async () => {
  database = await makeTestDatabase()
  await seedDemo(database.ownerUrl, { demo: true, nowAt: Date.now() })
  // Opened after the seeding: a house learns once whether it is a demo.
  const settings = { ...database.house.settings }
  here = await openHouse(settings)
  elsewhere = await openHouse(settings)
})
afterEach(async () => {
  await moveClock(await callerIn(here), 'real')
})
afterAll(async () => {
  await here.close()
  await elsewhere.close()
  await database.close()
})

async function callerIn(house: House): Promise<Caller> {
  const clinic = (await readClinics(house)).find(({ slug }) => slug === 'demo-be')!
  return { house, clinic, actor: { kind: 'nobody' }, language: 'fr', nowAt: house.now() }
}
const ahead = (house: House) => Math.round((house.now() - Date.now()) / 1000)

test('three days ahead are three days ahead in every process, and the way back is exact', async () => {
  await moveClock(await callerIn(here), { byMs: 72 * 3_600_000 })
  expect(ahead(here)).toBe(72 * 3600)
  await expect.poll(() => ahead(elsewhere)).toBe(72 * 3600)
  await moveClock(await callerIn(here), { byMs: 3_600_000 })
  expect(ahead(here)).toBe(73 * 3600)
  await moveClock(await callerIn(elsewhere), 'real')
  await expect.poll(() => ahead(here)).toBe(0)
})

test('a moment is chosen by the clock on the clinic’s wall', async () => {
  const nextYear = new Date().getUTCFullYear() + 1
  const moved = await moveClock(await callerIn(here), { toLocal: `${nextYear}-06-15T10:40` })
  expect('nowAt' in moved && new Date(moved.nowAt).toISOString().slice(0, 16)).toBe(`${nextYear}-06-15T08:40`)
})

test.each(['', 'tomorrow', '2026-02-30T10:00'])('%j is no moment, and the clock stays', async (toLocal) => {
  expect(await moveClock(await callerIn(here), { toLocal })).toEqual({ refusal: 'UnrealTime' })
  expect(ahead(here)).toBe(0)
})

test('nobody is taken further than two years', async () => {
  expect(await moveClock(await callerIn(here), { byMs: 800 * 86_400_000 })).toEqual({
    refusal: 'TooFar',
    limitDays: 730,
  })
})

test('outside a demo the clock cannot be moved', async () => {
  expect(database.house.isDemo).toBe(false)
  expect(await moveClock(await callerIn(database.house), { byMs: 1000 })).toEqual({ refusal: 'NotADemo' })
})
