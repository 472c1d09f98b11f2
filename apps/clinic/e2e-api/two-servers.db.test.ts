import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, dayFromNow, type FreeStarts, listApartStarts, nothingApplies, patient } from './booking-client.ts'
import { type DemoDatabase, makeDemoDatabase } from './demo-database.ts'
import { type Server, startServers } from './servers.ts'
import { listHalfWritten } from './whole-rows.queries.server.ts'

let demo: DemoDatabase
let servers: Server[]

beforeAll(async () => {
  demo = await makeDemoDatabase()
  servers = await startServers(2, demo.databaseUrl)
})

afterAll(async () => {
  await Promise.all((servers ?? []).map((server) => server.kill()))
  await demo?.drop()
})

const one = () => servers[0]!.address
const either = (i: number) => servers[i % 2]!.address

describe('the API', () => {
  test('tells the clinics, their services and their free starts', async () => {
    const clinics = await ask(one(), 'GET', '/api/v1/clinics')
    expect(clinics.body).toMatchObject({
      clinics: [
        { slug: 'demo-be', name: 'Cabinet Lumen', timeZone: 'Europe/Brussels' },
        { slug: 'demo-fr', timeZone: 'Europe/Paris' },
      ],
    })
    const services = await ask(one(), 'GET', '/api/v1/clinics/demo-be/services', undefined, { 'accept-language': 'en' })
    expect(services.body).toMatchObject({
      services: expect.arrayContaining([
        expect.objectContaining({
          id: 'treatment',
          name: 'Microneedling treatment',
          phases: expect.arrayContaining([{ kind: 'numbing', minutes: 40, resources: ['room'] }]),
        }),
      ]),
    })
    const path = `/api/v1/clinics/demo-be/free-starts?service=solo&from=${dayFromNow(-1)}&to=${dayFromNow(20)}`
    const free = await ask<FreeStarts>(one(), 'GET', path)
    expect(free.body.timeZone).toBe('Europe/Brussels')
    expect(free.body.days).toHaveLength(22)
    expect(free.body.days[0]).toMatchObject({ starts: [], reason: 'past' })
    const start = free.body.days.flatMap((day) => day.starts)[0]!
    expect(start.startAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z$/)
    expect(start.practitioner).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('serves the OpenAPI with every address of it', async () => {
    const { body, status } = await ask<{ paths: object }>(one(), 'GET', '/api/v1/openapi.json')
    expect(status).toBe(200)
    expect(Object.keys(body.paths)).toHaveLength(7)
  })

  test('books from hold to appointment, and a link that opens it', async () => {
    const [start] = await listApartStarts(one(), 'solo', 1, 30)
    const wish = {
      service: 'solo',
      startAt: start!.startAt,
      practitioner: start!.practitioner,
      screening: nothingApplies,
    }
    const held = await ask<{ holdId: string; expiresAt: string }>(one(), 'POST', '/api/v1/clinics/demo-be/holds', wish)
    expect(held.status).toBe(201)
    expect(Buffer.from(held.body.holdId, 'base64url')).toHaveLength(16)
    expect(Math.abs(Date.parse(held.body.expiresAt) - Date.now() - 600_000)).toBeLessThan(10_000)
    const hold = `/api/v1/holds/${held.body.holdId}`
    expect((await ask(one(), 'POST', `${hold}/extend`)).status).toBe(200)
    expect(await ask(one(), 'POST', `${hold}/extend`)).toMatchObject({ status: 409, body: { code: 'PT-409-EXTENDED' } })
    const confirmed = await ask(either(1), 'POST', `${hold}/confirm`, { patient: patient(1) })
    expect(confirmed).toMatchObject({ status: 201, body: { appointmentId: expect.stringMatching(/^[0-9a-f-]{36}$/) } })
    expect(await ask(one(), 'POST', `${hold}/confirm`, { patient: patient(1) })).toMatchObject({ body: confirmed.body })
    expect(await ask(one(), 'DELETE', hold)).toMatchObject({ status: 409, body: { code: 'PT-409-CONFIRMED' } })
  })

  test('gives a start back on DELETE, once and again', async () => {
    const [start] = await listApartStarts(one(), 'solo', 1, 30)
    const wish = { service: 'solo', startAt: start!.startAt, screening: nothingApplies }
    const held = await ask<{ holdId: string }>(one(), 'POST', '/api/v1/clinics/demo-be/holds', wish)
    const hold = `/api/v1/holds/${held.body.holdId}`
    expect((await ask(one(), 'DELETE', hold)).status).toBe(204)
    expect((await ask(one(), 'DELETE', hold)).status).toBe(204)
    expect(await ask(one(), 'POST', `${hold}/confirm`, { patient: patient(2) })).toMatchObject({
      status: 410,
      body: { code: 'PT-410-HOLD' },
    })
    expect((await ask(either(1), 'POST', '/api/v1/clinics/demo-be/holds', wish)).status).toBe(201)
  })
})

test('a newcomer to the French clinic gets a consultation, whatever the request says', async () => {
  const wish = { service: 'treatment', startAt: `${dayFromNow(30)}T09:00:00Z`, screening: nothingApplies }
  expect(await ask(one(), 'POST', '/api/v1/clinics/demo-fr/holds', wish)).toMatchObject({
    status: 422,
    body: { code: 'PT-422-VERDICT', verdict: 'needsClinician', rule: 'FIRST-VISIT' },
  })
})

test('200 holds at once on one start of two servers: one 201, 199 times 409 with free starts; 200 confirms: one id', async () => {
  const start = (await listApartStarts(one(), 'solo', 20, 30)).at(-1)!
  const wish = { service: 'solo', startAt: start.startAt, screening: nothingApplies }
  const held = await Promise.all(
    Array.from({ length: 200 }, (_, i) =>
      ask<{ holdId: string; nearest: unknown[] }>(either(i), 'POST', '/api/v1/clinics/demo-be/holds', wish),
    ),
  )
  const won = held.filter(({ status }) => status === 201)
  const lost = held.filter(({ status }) => status === 409)
  expect([won.length, lost.length]).toEqual([1, 199])
  for (const { body } of lost) {
    expect(body).toMatchObject({ code: 'PT-409-SLOT' })
    expect(body.nearest).toHaveLength(5)
    expect(body.nearest).not.toContainEqual(expect.objectContaining({ startAt: start.startAt }))
  }
  const { holdId } = won[0]!.body
  const confirmed = await Promise.all(
    Array.from({ length: 200 }, (_, i) =>
      ask(either(i), 'POST', `/api/v1/holds/${holdId}/confirm`, { patient: patient(500) }),
    ),
  )
  expect(confirmed.map(({ status }) => status)).toEqual(Array(200).fill(201))
  expect(new Set(confirmed.map(({ body }) => body.appointmentId)).size).toBe(1)
  expect(await listHalfWritten(demo.owner)).toEqual([])
})

test('where limits are on, holds are tight and say when to come back, reading is not', async () => {
  const [limited] = await startServers(1, demo.databaseUrl, { POINTILLE_RATE_LIMIT: 'on' })
  try {
    const tries = Array.from({ length: 40 }, () => ask(limited!.address, 'POST', '/api/v1/clinics/demo-be/holds', {}))
    const refused = (await Promise.all(tries)).filter(({ status }) => status === 429)
    expect(refused).toHaveLength(10)
    expect(refused[0]!.body).toMatchObject({ code: 'PT-429' })
    expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThan(0)
    const reads = await Promise.all(Array.from({ length: 50 }, () => ask(limited!.address, 'GET', '/api/v1/clinics')))
    expect(reads.map(({ status }) => status)).toEqual(Array(50).fill(200))
  } finally {
    await limited!.kill()
  }
})

test('the servers had nothing to complain of', () => {
  for (const server of servers) expect(server.complaints()).toBe('')
})
