import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { makeTestDatabase, type TestDatabase } from '../database/test-database.ts'
import { openHouse } from './house.server.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await makeTestDatabase()
})
afterAll(() => database.close())

test('a change in one process is heard in every other: what was worked out there is forgotten', async () => {
  const other = await openHouse(database.house.settings)
  try {
    let price = 1
    const ask = () => other.cache.get('a', 'price', 600_000, async () => price)
    const heard: (string | undefined)[] = []
    other.onChanged((clinicId) => heard.push(clinicId))
    // The first bell says that bells may have been missed before the line stood.
    await vi.waitFor(() => expect(heard).toContain(undefined), 5_000)
    expect(await ask()).toBe(1)
    price = 2
    expect(await ask()).toBe(1)
    database.house.changed('a')
    await vi.waitFor(async () => expect(await ask()).toBe(2), 5_000)
    expect(heard.at(-1)).toBe('a')
  } finally {
    await other.close()
  }
})

test('a line that is cut is taken up again, and everything is forgotten meanwhile', async () => {
  const other = await openHouse(database.house.settings)
  try {
    const heard: (string | undefined)[] = []
    other.onChanged((clinicId) => heard.push(clinicId))
    await vi.waitFor(() => expect(heard).toEqual([undefined]), 5_000)
    await database.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'`,
    )
    await vi.waitFor(() => expect(heard).toEqual([undefined, undefined]), 10_000)
    database.house.changed('b')
    await vi.waitFor(() => expect(heard.at(-1)).toBe('b'), 10_000)
  } finally {
    await other.close()
  }
})
