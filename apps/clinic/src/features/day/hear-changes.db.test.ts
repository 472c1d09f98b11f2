import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hearChanges, registerArrival } from './index.server.ts'
import { makeTestDay } from './test-day.queries.server.ts'

let day: Awaited<ReturnType<typeof makeTestDay>>
beforeAll(async () => {
  day = await makeTestDay()
})
afterAll(() => day.database.close())

test('an open page hears of its own clinic only, and no more once it is closed', async () => {
  const { house } = day.database
  // The bell's own connection is up once it has rung for anything.
  const rung: string[] = []
  const stop = house.onChanged((clinicId) => rung.push(clinicId ?? '*'))
  house.changed(randomUUID())
  await expect.poll(() => rung.length, { timeout: 10_000 }).toBeGreaterThan(0)

  const reader = hearChanges(day.as('frontDesk', '2026-11-24T08:00:00Z')).getReader()
  const text = new TextDecoder()
  const next = async () => text.decode((await reader.read()).value)
  expect(await next()).toContain('retry')
  house.changed(randomUUID())
  await registerArrival(day.as('frontDesk', '2026-11-24T08:00:00Z'), day.clinic.appointmentId)
  expect(await next()).toBe('event: changed\ndata:\n\n')
  await expect.poll(() => rung.at(-1)).toBe(day.clinic.clinicId)

  await reader.cancel()
  const before = rung.length
  house.changed(day.clinic.clinicId)
  await expect.poll(() => rung.length).toBeGreaterThan(before)
  stop()
})
