import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { prepareDatabase } from '../main.ts'
import { ask, dayFromNow, type FreeStarts, listApartStarts, nothingApplies, patient } from './booking-client.ts'
import { type Server, startServers } from './servers.ts'
import { listHalfWritten } from './whole-rows.queries.server.ts'

const name = `two_servers_${process.pid}`
let owner: pg.Pool
let databaseUrl: string
let servers: Server[]

beforeAll(async () => {
  const template = new URL(inject('templateUrl'))
  const clone = new URL(template)
  clone.pathname = `/${name}`
  databaseUrl = clone.href
  await asAdmin(`create database ${name} template ${template.pathname.slice(1)}`)
  await prepareDatabase({ databaseUrl, demo: true })
  owner = new pg.Pool({ connectionString: databaseUrl, max: 2 })
  servers = await startServers(2, databaseUrl)
})

afterAll(async () => {
  await Promise.all((servers ?? []).map((server) => server.kill()))
  await owner?.end()
  await asAdmin(`drop database if exists ${name} with (force)`)
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

describe('bad input is answered with its field, its limit and the way out, in the reader’s language', () => {
  const base = {
    service: 'solo',
    startAt: `${dayFromNow(30)}T09:00:00Z`,
    screening: nothingApplies,
  }
  const holds = '/api/v1/clinics/demo-be/holds'
  const free = (query: string) => `/api/v1/clinics/demo-be/free-starts?${query}`
  const cases: [string, string, string, unknown, object][] = [
    [
      'the hour that does not exist, as local time',
      'POST',
      holds,
      { ...base, startAt: '2027-03-28T02:30:00' },
      { status: 400, body: { code: 'PT-400-INPUT', field: 'startAt', limit: '2026-11-24T08:30:00Z' } },
    ],
    [
      'the same with an offset',
      'POST',
      holds,
      { ...base, startAt: '2027-03-28T02:30:00+01:00' },
      { status: 400, body: { field: 'startAt' } },
    ],
    [
      'a day that does not exist',
      'POST',
      holds,
      { ...base, startAt: '2027-02-30T09:00:00Z' },
      { status: 400, body: { field: 'startAt' } },
    ],
    [
      'a number for a text',
      'POST',
      holds,
      { ...base, service: 7 },
      { status: 400, body: { field: 'service', limit: 'string' } },
    ],
    ['a missing field', 'POST', holds, { service: 'solo' }, { status: 400, body: { field: 'startAt' } }],
    ['a list for an object', 'POST', holds, [], { status: 400, body: { field: '', limit: 'object' } }],
    ['a field too many', 'POST', holds, { ...base, colour: 'red' }, { status: 400, body: { field: 'colour' } }],
    [
      'a past date',
      'POST',
      holds,
      { ...base, startAt: '2020-01-06T09:00:00Z' },
      { status: 409, body: { code: 'PT-409-SLOT', field: 'startAt', limit: 'Past' } },
    ],
    [
      'an unknown service',
      'POST',
      holds,
      { ...base, service: 'massage' },
      { status: 404, body: { code: 'PT-404-SERVICE', field: 'service' } },
    ],
    [
      'an unknown practitioner',
      'POST',
      holds,
      { ...base, practitioner: '00000000-0000-4000-8000-000000000000' },
      { status: 404, body: { code: 'PT-404-PRACTITIONER', field: 'practitioner' } },
    ],
    [
      'no id at all',
      'POST',
      holds,
      { ...base, practitioner: 'Dr House' },
      { status: 400, body: { field: 'practitioner' } },
    ],
    [
      'an unknown indication',
      'POST',
      holds,
      { ...base, screening: { ...nothingApplies, indication: 'hair' } },
      { status: 400, body: { field: 'screening.indication' } },
    ],
    [
      'an unknown condition',
      'POST',
      holds,
      { ...base, screening: { ...nothingApplies, answers: { CI99: true } } },
      { status: 400, body: { field: 'screening.answers.CI99' } },
    ],
    [
      'an answer that is no answer',
      'POST',
      holds,
      { ...base, screening: { ...nothingApplies, answers: { CI01: 'yes' } } },
      { status: 400, body: { field: 'screening.answers.CI01' } },
    ],
    [
      'no answers',
      'POST',
      holds,
      { ...base, screening: { ...nothingApplies, answers: {} } },
      { status: 400, body: { code: 'PT-400-SCREENING', field: 'screening.answers' } },
    ],
    [
      'a birth in the future',
      'POST',
      holds,
      { ...base, screening: { ...nothingApplies, birthDate: '2190-01-01' } },
      { status: 400, body: { field: 'screening.birthDate', limit: 'not-after-today' } },
    ],
    [
      'a refused condition',
      'POST',
      holds,
      { ...base, screening: { ...nothingApplies, answers: { CI09: true } } },
      { status: 422, body: { code: 'PT-422-VERDICT', verdict: 'refuse', rule: 'CI09' } },
    ],
    [
      'an unknown clinic',
      'GET',
      '/api/v1/clinics/nowhere/services',
      undefined,
      { status: 404, body: { code: 'PT-404-CLINIC' } },
    ],
    ['a clinic’s name with a zero byte', 'GET', '/api/v1/clinics/%00/services', undefined, { status: 404 }],
    [
      '63 days',
      'GET',
      free(`service=solo&from=2027-01-01&to=2027-03-04`),
      undefined,
      { status: 400, body: { code: 'PT-400-SPAN', field: 'to', limit: 62 } },
    ],
    [
      'a span that runs backwards',
      'GET',
      free('service=solo&from=2027-01-02&to=2027-01-01'),
      undefined,
      { status: 400, body: { field: 'to', limit: 62 } },
    ],
    [
      '30 February',
      'GET',
      free('service=solo&from=2027-02-30&to=2027-03-01'),
      undefined,
      { status: 400, body: { field: 'from' } },
    ],
    [
      'a year out of reach',
      'GET',
      free('service=solo&from=9999-12-31&to=9999-12-31'),
      undefined,
      { status: 400, body: { field: 'from' } },
    ],
    ['no query', 'GET', free(''), undefined, { status: 400, body: { field: 'service' } }],
    [
      'an unknown hold',
      'POST',
      '/api/v1/holds/AAAAAAAAAAAAAAAAAAAAAA/confirm',
      { patient: patient(3) },
      { status: 404, body: { code: 'PT-404-HOLD' } },
    ],
    [
      'no telephone number',
      'POST',
      '/api/v1/holds/AAAAAAAAAAAAAAAAAAAAAA/confirm',
      { patient: { ...patient(3), phone: 'call me' } },
      { status: 400, body: { field: 'patient.phone' } },
    ],
    [
      'a name of 101 letters',
      'POST',
      '/api/v1/holds/AAAAAAAAAAAAAAAAAAAAAA/confirm',
      { patient: { ...patient(3), givenName: 'é'.repeat(101) } },
      { status: 400, body: { field: 'patient.givenName', limit: 100 } },
    ],
    [
      'a name with a zero byte',
      'POST',
      '/api/v1/holds/AAAAAAAAAAAAAAAAAAAAAA/confirm',
      { patient: { ...patient(3), givenName: 'a\u0000b' } },
      { status: 400, body: { field: 'patient.givenName' } },
    ],
    [
      'an address that does not exist',
      'GET',
      '/api/v1/patients',
      undefined,
      { status: 404, body: { code: 'PT-404-PATH' } },
    ],
    [
      'a method that does not exist',
      'PATCH',
      holds,
      {},
      { status: 405, body: { code: 'PT-405-METHOD', limit: 'POST' } },
    ],
    [
      '20 kB',
      'POST',
      holds,
      { ...base, service: 'x'.repeat(20_000) },
      { status: 413, body: { code: 'PT-413-BODY', limit: 16384 } },
    ],
    ['a megabyte', 'POST', holds, { ...base, service: 'x'.repeat(1_000_000) }, { status: 413 }],
  ]
  test.each(cases)('%s', async (_, method, path, body, expected) => {
    const answer = await ask<{ message: string }>(one(), method, path, body, { 'accept-language': 'en' })
    expect(answer).toMatchObject(expected)
    expect(answer.body.message).toMatch(/^[A-Z{].{5,}/)
    const french = await ask<{ message: string }>(one(), method, path, body, { 'accept-language': 'fr-BE' })
    expect(french.status).toBe(answer.status)
    expect(french.body.message).not.toBe(answer.body.message)
  })

  test('what is no JSON, and what does not say that it is', async () => {
    const send = (body: string, type: string | undefined) =>
      fetch(`${one()}${holds}`, {
        method: 'POST',
        body: Buffer.from(body, 'latin1'),
        headers: type ? { 'content-type': type } : {},
      })
    const codes = await Promise.all(
      [
        send('{"service":', 'application/json'),
        send('\xff\xfe', 'application/json'),
        send('', 'application/json'),
        send('service=solo', 'application/x-www-form-urlencoded'),
        send('{}', 'text/plain'),
        send('{}', undefined),
      ].map(async (answer) => ((await (await answer).json()) as { code: string }).code),
    )
    expect(codes).toEqual(['PT-400-JSON', 'PT-400-JSON', 'PT-400-JSON', 'PT-415-TYPE', 'PT-415-TYPE', 'PT-415-TYPE'])
  })

  test('another clinic’s practitioner and another clinic’s service', async () => {
    type Services = { services: { id: string; practitioners: { id: string }[] }[] }
    const french = await ask<Services>(one(), 'GET', '/api/v1/clinics/demo-fr/services')
    const stranger = french.body.services[0]!.practitioners[0]!.id
    expect(await ask(one(), 'POST', holds, { ...base, practitioner: stranger })).toMatchObject({ status: 404 })
    expect(await ask(one(), 'POST', '/api/v1/clinics/demo-fr/holds', base)).toMatchObject({
      status: 404,
      body: { code: 'PT-404-SERVICE' },
    })
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
  expect(await listHalfWritten(owner)).toEqual([])
})

test('where limits are on, holds are tight and say when to come back, reading is not', async () => {
  const [limited] = await startServers(1, databaseUrl, { POINTILLE_RATE_LIMIT: 'on' })
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

async function asAdmin(statement: string): Promise<void> {
  const admin = new URL(inject('templateUrl'))
  admin.pathname = '/postgres'
  const client = new pg.Client({ connectionString: admin.href })
  await client.connect()
  await client.query(statement)
  await client.end()
}
