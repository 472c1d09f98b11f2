import { afterAll, beforeAll, expect, test } from 'vitest'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { makeTestClinic, type TestClinic } from '#platform/database/test-clinic.ts'
import { makeTestDatabase, type TestDatabase } from '#platform/database/test-database.ts'
import type { CookieToSet } from './cookies.server.ts'
import { enterOwnSpace, readPatientLink } from './enter-own-space.server.ts'
import { findActor } from './find-actor.server.ts'
import { issuePatientLink } from './issue-patient-link.server.ts'
import { makeSignInLibrary, type SignInLibrary } from './library.server.ts'
import { patientCookieSeconds } from './patient-cookie.ts'
import { sendPatientLink } from './send-patient-link.server.ts'
import { signOut } from './sign-out.server.ts'
import { callerOf } from './test-team.queries.server.ts'

let database: TestDatabase
let library: SignInLibrary
let a: TestClinic
let b: TestClinic

beforeAll(async () => {
  database = await makeTestDatabase()
  library = makeSignInLibrary(database.house)
  a = await makeTestClinic(database.owner, 'a')
  b = await makeTestClinic(database.owner, 'b')
})
afterAll(() => database.close())

const hourMs = 3_600_000
const own = 'http://localhost:3000'
const caller = (clinic = a) => callerOf(database.house, clinic)
const issue = (clinic = a, patientId = clinic.patientId, at = database.house.now()) =>
  inClinic(database.house.db, clinic.clinicId, (tx) => issuePatientLink(tx, patientId, at))
const actorOf = (cookies: CookieToSet[], clinic = a) =>
  findActor(database.house, caller(clinic).clinic, library, {
    headers: new Headers(),
    patientToken: cookies[0]?.value,
  })

async function jobs(): Promise<unknown[]> {
  const { rows } = await database.owner.query(
    `select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier = 'sendPatientLink' order by j.id`,
  )
  return rows.map((row) => row.payload)
}

test('a known address and an unknown one get the same answer, and only the known one a letter', async () => {
  const before = await jobs()
  const known = await sendPatientLink(caller(), { email: ' LEA0@a.example', address: '192.0.2.1', origin: own })
  const unknown = await sendPatientLink(caller(), { email: 'nobody@a.example', address: '192.0.2.2', origin: own })
  const elsewhere = await sendPatientLink(caller(), { email: 'lea0@b.example', address: '192.0.2.3', origin: own })
  expect([known, unknown, elsewhere]).toEqual([{ asked: true }, { asked: true }, { asked: true }])
  expect((await jobs()).slice(before.length)).toEqual([{ clinicId: a.clinicId, patientId: a.patientId, origin: own }])
})

test('asking twice writes one letter, and no job carries a link or an address', async () => {
  for (let i = 0; i < 2; i += 1)
    await sendPatientLink(caller(), { email: 'lea1@a.example', address: '192.0.2.4', origin: own })
  const mine = (await jobs()).filter((payload) => JSON.stringify(payload).includes(a.otherPatientId))
  expect(mine).toEqual([{ clinicId: a.clinicId, patientId: a.otherPatientId, origin: own }])
})

test('a forged Host header does not get into the letter; the clinic’s own name does', async () => {
  await database.owner.query(`insert into house.hosts (host, clinic_id) values ('a.example', $1)`, [a.clinicId])
  const originAfter = async (origin: string) => {
    await sendPatientLink(caller(), { email: 'lea0@a.example', address: '192.0.2.6', origin })
    const mine = (await jobs()).find((payload) => JSON.stringify(payload).includes(a.patientId))
    return (mine as { origin?: string }).origin
  }
  expect(await originAfter('https://evil.example')).toBeUndefined()
  expect(await originAfter('https://a.example.evil.example')).toBeUndefined()
  expect(await originAfter('http://localhost.evil.example')).toBeUndefined()
  expect(await originAfter('https://a.example')).toBe('https://a.example')
  expect(await originAfter('http://demo-be.localhost:3000')).toBe('http://demo-be.localhost:3000')
})

test('what is no address is told so; too many requests for one address wait', async () => {
  expect(await sendPatientLink(caller(), { email: 'lea', address: '192.0.2.5', origin: own })).toEqual({
    refusal: 'EmailMissing',
  })
  const house = { ...database.house, settings: { ...database.house.settings, rateLimit: true } }
  const ask = (i: number) =>
    sendPatientLink(callerOf(house, a), { email: 'flood@a.example', address: `198.51.100.${i}`, origin: own })
  for (let i = 0; i < 5; i += 1) expect(await ask(i)).toEqual({ asked: true })
  expect(await ask(6)).toMatchObject({ refusal: 'TooManyRequests' })
})

test('reading the link leaves it whole; pressing the button opens the space once, for thirty days', async () => {
  const { token } = await issue()
  expect(await readPatientLink(caller(), token)).toEqual({ givenName: 'Léa a' })
  expect(await readPatientLink(caller(), token)).toEqual({ givenName: 'Léa a' })
  const entered = await enterOwnSpace(caller(), token)
  if ('refusal' in entered) throw new Error(entered.refusal)
  expect(entered.cookies[0]?.options).toMatchObject({ httpOnly: true, sameSite: 'lax', maxAge: patientCookieSeconds })
  expect(await actorOf(entered.cookies)).toEqual({ kind: 'patient', patientId: a.patientId, name: 'Léa a' })
  expect(await enterOwnSpace(caller(), token)).toEqual({ refusal: 'LinkSpent' })
  expect(await readPatientLink(caller(), token)).toEqual({ refusal: 'LinkSpent' })
})

test('two devices that press at once: one comes in', async () => {
  const { token } = await issue()
  const answers = await Promise.all([enterOwnSpace(caller(), token), enterOwnSpace(caller(), token)])
  expect(answers.filter((answer) => 'cookies' in answer)).toHaveLength(1)
})

test('the link opens for 24 hours, the sign-in for 30 days, and not a moment longer', async () => {
  const now = database.house.now()
  const { token } = await issue(a, a.patientId, now - 24 * hourMs)
  expect(await enterOwnSpace(caller(), token)).toEqual({ refusal: 'LinkSpent' })
  const fresh = await issue(a, a.patientId, now)
  const entered = await enterOwnSpace(caller(), fresh.token)
  if ('refusal' in entered) throw new Error(entered.refusal)
  database.setNow(now + patientCookieSeconds * 1000 - hourMs)
  expect(await actorOf(entered.cookies)).toMatchObject({ kind: 'patient' })
  database.setNow(now + patientCookieSeconds * 1000 + hourMs)
  expect(await actorOf(entered.cookies)).toEqual({ kind: 'nobody' })
  database.setNow(now)
})

test('a link of one clinic neither opens nor is used up in another, and its cookie is nobody there', async () => {
  const { token } = await issue(b)
  expect(await enterOwnSpace(caller(a), token)).toEqual({ refusal: 'LinkSpent' })
  const entered = await enterOwnSpace(caller(b), token)
  if ('refusal' in entered) throw new Error(entered.refusal)
  expect(await actorOf(entered.cookies, b)).toMatchObject({ kind: 'patient' })
  expect(await actorOf(entered.cookies, a)).toEqual({ kind: 'nobody' })
})

test('a link made in one clinic for a patient of another opens nothing', async () => {
  const { token } = await issue(a, b.patientId)
  expect(await enterOwnSpace(caller(a), token)).toEqual({ refusal: 'LinkSpent' })
})

test('a link is no sign-in cookie and a sign-in cookie is no link', async () => {
  const { token } = await issue()
  const asCookie = await findActor(database.house, caller().clinic, library, {
    headers: new Headers(),
    patientToken: token,
  })
  expect(asCookie).toEqual({ kind: 'nobody' })
  const entered = await enterOwnSpace(caller(), token)
  if ('refusal' in entered) throw new Error(entered.refusal)
  expect(await enterOwnSpace(caller(), entered.cookies[0]!.value)).toEqual({ refusal: 'LinkSpent' })
})

test('signing out ends the sign-in on the server', async () => {
  const { token } = await issue()
  const entered = await enterOwnSpace(caller(), token)
  if ('refusal' in entered) throw new Error(entered.refusal)
  const patientToken = entered.cookies[0]!.value
  const left = await signOut(caller(), library, { headers: new Headers(), patientToken })
  expect(left.cookies).toContainEqual(expect.objectContaining({ name: 'pointille_patient', value: '' }))
  expect(await actorOf(entered.cookies)).toEqual({ kind: 'nobody' })
})

test('only hashes of links and sign-ins are stored', async () => {
  const { token } = await issue()
  const { rows } = await database.owner.query(
    `select count(*)::int as n from house.tokens where position($1::bytea in token_sha256) > 0 or encode(token_sha256, 'base64') like $2`,
    [Buffer.from(token), `%${token}%`],
  )
  expect(rows).toEqual([{ n: 0 }])
})
