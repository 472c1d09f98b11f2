import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask, dayFromNow, eachAtOnce, listApartStarts, nothingApplies, patient } from './booking-client.ts'
import { type DemoDatabase, makeDemoDatabase } from './demo-database.ts'
import { type Server, startServers } from './servers.ts'
import { listHalfWritten } from './whole-rows.queries.server.ts'

const requests = 10_000

let demo: DemoDatabase
let servers: Server[]
let starts: string[]
let practitioners: string[]

beforeAll(async () => {
  demo = await makeDemoDatabase()
  servers = await startServers(1, demo.databaseUrl)
  starts = (await listApartStarts(servers[0]!.address, 'solo', 40, 30)).map(({ startAt }) => startAt)
  const { rows } = await demo.owner.query<{ resource_id: string }>(`select resource_id from clinic.resources`)
  practitioners = rows.map(({ resource_id }) => resource_id)
})

afterAll(async () => {
  await Promise.all((servers ?? []).map((server) => server.kill()))
  await demo?.drop()
})

type Generated = { method: string; path: string; type: string | undefined; body: string | undefined }

/** Any value that JSON can say, and the ones that programs stumble over. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom(
    '',
    '\u0000',
    '\ud800',
    ' ',
    '../../etc/passwd',
    "' or 1=1 --",
    '2027-03-28T02:30:00',
    '2027-03-28T02:30:00+01:00',
    '2027-02-30',
    '2027-02-29T10:00:00Z',
    '-271821-04-20T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '0000-00-00',
    '1e400',
    'NaN',
    'null',
    -0,
    1e308,
    2 ** 53,
    'x'.repeat(5_000),
    '🩹'.repeat(200),
    [[[[[[[[]]]]]]]],
    { __proto__: null },
  ),
)

/** Mostly the right value, sometimes anything. */
const mostly = <T>(right: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: right }, { weight: 1, arbitrary: anything })

const date = fc.date({ min: new Date('1800-01-01'), max: new Date('2300-01-01'), noInvalidDate: true })
const localDate = date.map((at) => at.toISOString().slice(0, 10))
const instant = fc.oneof(
  fc.integer({ min: 0, max: 39 }).map((i) => starts[i % starts.length]!),
  date.map((at) => at.toISOString()),
  date.map((at) => `${at.toISOString().slice(0, 16)}:00Z`),
)
const condition = fc.integer({ min: 1, max: 45 }).map((n) => `CI${String(n).padStart(2, '0')}`)
const answers = fc.oneof(
  fc.constant({ none: true }),
  fc.dictionary(
    fc.oneof(
      { weight: 6, arbitrary: condition },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
    ),
    mostly(fc.oneof(fc.constant(true), localDate)),
    { maxKeys: 6 },
  ),
)
const screening = fc.record(
  {
    indication: mostly(fc.constantFrom('wrinkles', 'acne-scars', 'unsure', 'pores')),
    birthDate: mostly(fc.oneof(fc.constant('1988-03-03'), localDate)),
    answers: mostly(answers),
  },
  { requiredKeys: [] },
)
const service = fc.constantFrom('solo', 'solo', 'solo', 'treatment', 'consultation', 'massage', 'SOLO', 'a'.repeat(70))
const practitioner = fc.oneof(
  fc.uuid(),
  fc.integer({ min: 0, max: 99 }).map((i) => practitioners[i % practitioners.length]!),
)
const holdFields = {
  service: mostly(service),
  startAt: mostly(instant),
  screening: mostly(fc.oneof(fc.constant(nothingApplies), screening)),
}
const holdBody = fc.oneof(
  fc.record(holdFields),
  fc.record({ ...holdFields, practitioner: mostly(practitioner), extra: anything }, { requiredKeys: [] }),
)
const patientBody = fc.record(
  {
    patient: mostly(
      fc.record(
        {
          givenName: mostly(fc.string({ unit: 'grapheme', maxLength: 120 })),
          familyName: mostly(fc.string({ unit: 'binary', maxLength: 120 })),
          phone: mostly(fc.constantFrom('0470123456', '+32 470 12 34 56', '(0)4 78 00 00 00', '12')),
          email: mostly(fc.emailAddress()),
          language: mostly(fc.constantFrom('fr', 'en', 'de')),
        },
        { requiredKeys: [] },
      ),
    ),
  },
  { requiredKeys: [] },
)
const json = fc.constantFrom('application/json', 'application/json; charset=utf-8')
const type = fc.oneof(
  { weight: 8, arbitrary: json },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      undefined,
      'text/plain',
      'multipart/form-data',
      'application/xml',
      'application/json-patch+json',
    ),
  },
)
const segment = fc.oneof(
  fc.constantFrom('demo-be', 'demo-fr', 'nowhere', 'AAAAAAAAAAAAAAAAAAAAAA', '%00', '%2e%2e', '%E2%82%AC', '%ff'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).map((text) => encodeURIComponent(text.toWellFormed())),
)
const body = (of: fc.Arbitrary<unknown>) =>
  fc.oneof(
    { weight: 12, arbitrary: of.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: anything.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }).map((text) => text.toWellFormed()) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '{',
        '{"__proto__":{"service":"solo"}}',
        '[]',
        'null',
        `${'['.repeat(8_000)}`,
        `"${'x'.repeat(40_000)}"`,
      ),
    },
  )
const query = fc
  .record(
    { service: mostly(service), from: mostly(localDate), to: mostly(localDate), practitioner: mostly(practitioner) },
    { requiredKeys: [] },
  )
  .map((fields) => {
    const search = new URLSearchParams()
    for (const [key, value] of Object.entries(fields))
      search.append(key, (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).toWellFormed())
    return search.toString()
  })
const nearQuery = fc
  .tuple(service, fc.integer({ min: -10, max: 400 }), fc.integer({ min: -2, max: 70 }))
  .map(([wanted, from, days]) => `service=${wanted}&from=${dayFromNow(from)}&to=${dayFromNow(from + days)}`)
const method = (right: string) =>
  fc.oneof(
    { weight: 15, arbitrary: fc.constant(right) },
    { weight: 1, arbitrary: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS') },
  )
const request = (
  right: string,
  path: fc.Arbitrary<string>,
  of: fc.Arbitrary<unknown> | undefined,
): fc.Arbitrary<Generated> =>
  fc.record({ method: method(right), path, type, body: of ? body(of) : fc.constant(undefined) })

const clinic = fc.oneof({ weight: 4, arbitrary: fc.constant('demo-be') }, { weight: 1, arbitrary: segment })
const anyRequest = fc.oneof(
  {
    weight: 5,
    arbitrary: request(
      'POST',
      clinic.map((slug) => `/api/v1/clinics/${slug}/holds`),
      holdBody,
    ),
  },
  {
    weight: 2,
    arbitrary: request(
      'GET',
      fc
        .tuple(clinic, fc.oneof(query, nearQuery))
        .map(([slug, search]) => `/api/v1/clinics/${slug}/free-starts?${search}`),
      undefined,
    ),
  },
  {
    weight: 2,
    arbitrary: request(
      'POST',
      segment.map((hold) => `/api/v1/holds/${hold}/confirm`),
      patientBody,
    ),
  },
  {
    weight: 1,
    arbitrary: request(
      'POST',
      segment.map((hold) => `/api/v1/holds/${hold}/extend`),
      undefined,
    ),
  },
  {
    weight: 1,
    arbitrary: request(
      'DELETE',
      segment.map((hold) => `/api/v1/holds/${hold}`),
      undefined,
    ),
  },
  {
    weight: 1,
    arbitrary: request(
      'GET',
      clinic.map((slug) => `/api/v1/clinics/${slug}/services`),
      undefined,
    ),
  },
  {
    weight: 1,
    arbitrary: request(
      'GET',
      fc.array(segment, { maxLength: 4 }).map((parts) => `/api/v1/${parts.join('/')}`),
      anything,
    ),
  },
)

test(`of ${requests} generated requests every one is answered: done, or refused in words, never a server's fault`, {
  timeout: 240_000,
}, async () => {
  const { address } = servers[0]!
  const seed = Number(process.env.SEED ?? 20261123)
  const generated = fc.sample(anyRequest, { numRuns: requests, seed })
  const statuses = new Map<number, number>()
  const faults: unknown[] = []
  const held: string[] = []
  await eachAtOnce(generated, 48, async ({ method, path, type, body }) => {
    const answer = await fetch(`${address}${path}`, {
      method,
      headers: { ...(type && { 'content-type': type }) },
      body: method === 'GET' ? undefined : body,
    })
    const text = await answer.text()
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
    const problem = answer.status >= 400 ? readProblem(text) : undefined
    // A path with enough `..` in it leaves the API: then a page answers, and only its status counts.
    const isApi = new URL(path, address).pathname.startsWith('/api/')
    if (answer.status === 201 && path.endsWith('/holds')) held.push(JSON.parse(text).holdId)
    if (answer.status >= 500 || (answer.status >= 400 && isApi && !problem))
      faults.push({ seed, method, path, type, body, status: answer.status, text })
    if (problem?.code === 'PT-400-INPUT' && problem.field === undefined) faults.push({ method, path, body, text })
  })
  expect(faults.slice(0, 3)).toEqual([])
  // The generator reaches what it is meant to reach.
  for (const status of [200, 201, 400, 404, 405, 409, 413, 415, 422])
    expect(statuses.get(status) ?? 0).toBeGreaterThan(5)
  for (const [i, holdId] of held.slice(0, 3).entries())
    expect((await ask(address, 'POST', `/api/v1/holds/${holdId}/confirm`, { patient: patient(i) })).status).toBe(201)
  expect(await listHalfWritten(demo.owner)).toEqual([])
  expect(servers[0]!.complaints()).toBe('')
})

function readProblem(text: string): { code: string; message: string; field?: string } | undefined {
  try {
    const problem = JSON.parse(text)
    return typeof problem.code === 'string' && typeof problem.message === 'string' ? problem : undefined
  } catch {
    return undefined
  }
}
