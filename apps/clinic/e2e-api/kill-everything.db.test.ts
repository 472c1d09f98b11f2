import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type KeptPostgres, startPostgres } from '../../../run/postgres.ts'
import { prepareDatabase } from '../main.ts'
import { ask, eachAtOnce, listApartStarts, nothingApplies, patient } from './booking-client.ts'
import { type Server, startServers } from './servers.ts'
import { listBooked, listHalfWritten } from './whole-rows.queries.server.ts'

const confirms = 500

let dataDir: string
let postgres: KeptPostgres
let servers: Server[] = []

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pointille-kill-'))
  postgres = await startPostgres({ dataDir, say: () => {} })
  await prepareDatabase({ databaseUrl: postgres.databaseUrl, demo: true })
  servers = await startServers(2, postgres.databaseUrl)
})

afterAll(async () => {
  await Promise.all(servers.map((server) => server.kill()))
  await postgres?.stop()
  await rm(postgres?.place ?? dataDir, { recursive: true, force: true })
  await rm(dataDir, { recursive: true, force: true })
})

test('kill -9 of servers and database in the middle of 500 confirms loses nothing that a client was told', {
  timeout: 240_000,
}, async () => {
  const address = (i: number) => servers[i % 2]!.address
  const starts = await listApartStarts(address(0), 'solo', confirms, 30)
  expect(starts).toHaveLength(confirms)
  const holdIds: string[] = []
  await eachAtOnce(starts, 16, async ({ startAt }, i) => {
    const wish = { service: 'solo', startAt, screening: nothingApplies }
    const held = await ask<{ holdId: string }>(address(i), 'POST', '/api/v1/clinics/demo-be/holds', wish)
    expect(held.status).toBe(201)
    holdIds[i] = held.body.holdId
  })

  const confirm = (i: number) =>
    ask<{ appointmentId: string }>(address(i), 'POST', `/api/v1/holds/${holdIds[i]}/confirm`, { patient: patient(i) })
  const told = new Map<number, string>()
  let killed: Promise<unknown> | undefined
  await eachAtOnce(holdIds, 32, async (_, i) => {
    const answer = await confirm(i).catch(() => undefined)
    if (!answer) return
    expect(answer.status).toBe(201)
    told.set(i, answer.body.appointmentId)
    if (told.size === 200) killed = killEverything()
  })
  await killed
  // Some were told, some were not, and some were under way.
  expect(told.size).toBeGreaterThanOrEqual(200)
  expect(told.size).toBeLessThan(confirms)

  postgres = await startPostgres({ dataDir, say: () => {} })
  const owner = new pg.Pool({ connectionString: postgres.databaseUrl, max: 2 })
  try {
    const booked = new Set(await listBooked(owner))
    for (const appointmentId of told.values()) expect(booked).toContain(appointmentId)
    expect(await listHalfWritten(owner)).toEqual([])

    servers = await startServers(2, postgres.databaseUrl)
    const after = new Map<number, string>()
    await eachAtOnce(holdIds, 16, async (_, i) => {
      const answer = await confirm(i)
      expect(answer.status).toBe(201)
      after.set(i, answer.body.appointmentId)
    })
    for (const [i, appointmentId] of told) expect(after.get(i)).toBe(appointmentId)
    const ids = new Set(after.values())
    expect(ids.size).toBe(confirms)
    // What had been booked without anybody hearing of it is among the answers, not beside them.
    for (const appointmentId of booked) expect(ids).toContain(appointmentId)
    expect(new Set(await listBooked(owner))).toEqual(ids)
    expect(await listHalfWritten(owner)).toEqual([])
  } finally {
    await owner.end()
  }
})

async function killEverything(): Promise<void> {
  process.kill(postgres.serverPid, 'SIGKILL')
  await Promise.all(servers.map((server) => server.kill()))
  await postgres.stop()
}
