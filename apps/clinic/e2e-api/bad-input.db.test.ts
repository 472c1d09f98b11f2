import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, dayFromNow, nothingApplies, patient } from './booking-client.ts'
import { type DemoDatabase, makeDemoDatabase } from './demo-database.ts'
import { type Server, startServers } from './servers.ts'

let demo: DemoDatabase
let servers: Server[]

beforeAll(async () => {
  demo = await makeDemoDatabase()
  servers = await startServers(1, demo.databaseUrl)
})

afterAll(async () => {
  await Promise.all((servers ?? []).map((server) => server.kill()))
  await demo?.drop()
})

const one = () => servers[0]!.address

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

test('the server had nothing to complain of', () => {
  expect(servers[0]!.complaints()).toBe('')
})
