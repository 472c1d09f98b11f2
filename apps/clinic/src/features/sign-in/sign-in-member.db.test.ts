import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestClinic, type TestClinic } from '#platform/database/test-clinic.ts'
import { makeTestDatabase, type TestDatabase } from '#platform/database/test-database.ts'
import { findActor } from './find-actor.server.ts'
import { makeSignInLibrary, type SignInLibrary } from './library.server.ts'
import { signInMember } from './sign-in-member.server.ts'
import { signOut } from './sign-out.server.ts'
import { addSignIn, callerOf, headersWith, testPassword } from './test-team.queries.server.ts'

let database: TestDatabase
let library: SignInLibrary
let a: TestClinic
let b: TestClinic

beforeAll(async () => {
  database = await makeTestDatabase()
  library = makeSignInLibrary(database.house)
  a = await makeTestClinic(database.owner, 'a')
  b = await makeTestClinic(database.owner, 'b')
  await addSignIn(library, database.owner, 'anna@a.example', [a])
  await addSignIn(library, database.owner, 'both@a.example', [a, b])
})
afterAll(() => database.close())

let places = 0
function signIn(clinic: TestClinic, email: string, password = testPassword, house = database.house) {
  places += 1
  const address = `2001:db8:0:${places}::1`
  return signInMember(callerOf(house, clinic), library, { email, password, address, headers: new Headers() })
}

async function actorIn(clinic: TestClinic, headers: Headers) {
  return findActor(database.house, callerOf(database.house, clinic).clinic, library, {
    headers,
    patientToken: undefined,
  })
}

const countSignIns = async () =>
  (await database.owner.query('select count(*)::int as n from auth."session"')).rows[0].n as number

test('the right password signs a member in, in the clinics of their team and nowhere else', async () => {
  const answer = await signIn(a, ' Anna@A.example ')
  if ('refusal' in answer) throw new Error(answer.refusal)
  const headers = headersWith(answer.cookies)
  expect(answer.codeAsked).toBe(false)
  expect(await actorIn(a, headers)).toMatchObject({ kind: 'member', name: 'anna@a.example', roles: ['owner'] })
  expect(await actorIn(b, headers)).toEqual({ kind: 'nobody' })
})

test('the cookie is kept from scripts and from other sites', async () => {
  const answer = await signIn(a, 'anna@a.example')
  if ('refusal' in answer) throw new Error(answer.refusal)
  expect(answer.cookies).toHaveLength(1)
  expect(answer.cookies[0]?.options).toMatchObject({ httpOnly: true, sameSite: 'lax', path: '/' })
})

test('an unknown e-mail and a wrong password are answered alike, and nothing is signed in', async () => {
  const before = await countSignIns()
  const unknown = await signIn(a, 'nobody@a.example')
  const wrong = await signIn(a, 'anna@a.example', 'not the sentence')
  expect(unknown).toEqual({ refusal: 'WrongEmailOrPassword' })
  expect(wrong).toEqual(unknown)
  expect(await signIn(a, 'no address', 'x')).toEqual(unknown)
  expect(await signIn(a, '', '')).toEqual(unknown)
  expect(await countSignIns()).toBe(before)
})

test('somebody of another clinic’s team is told so, and nothing stays signed in', async () => {
  const before = await countSignIns()
  expect(await signIn(b, 'anna@a.example')).toEqual({ refusal: 'NotOfThisTeam' })
  expect(await signIn(b, 'anna@a.example', 'not the sentence')).toEqual({ refusal: 'WrongEmailOrPassword' })
  expect(await countSignIns()).toBe(before)
  expect(await signIn(b, 'both@a.example')).toMatchObject({ codeAsked: false })
})

test('a member who left the team is nobody, even with a sign-in that is still open', async () => {
  const leaver = await addSignIn(library, database.owner, 'leaver@a.example', [a])
  const answer = await signIn(a, 'leaver@a.example')
  if ('refusal' in answer) throw new Error(answer.refusal)
  await database.owner.query('update clinic.team_members set left_at = now() where user_id = $1', [leaver])
  expect(await actorIn(a, headersWith(answer.cookies))).toEqual({ kind: 'nobody' })
})

test('signing out ends the sign-in on the server: a copied cookie opens nothing', async () => {
  const answer = await signIn(a, 'anna@a.example')
  if ('refusal' in answer) throw new Error(answer.refusal)
  const headers = headersWith(answer.cookies)
  const left = await signOut(callerOf(database.house, a), library, { headers, patientToken: undefined })
  expect(left.cookies.some((cookie) => cookie.options.maxAge === 0)).toBe(true)
  expect(await actorIn(a, headers)).toEqual({ kind: 'nobody' })
})

test('a forged cookie is nobody', async () => {
  const headers = new Headers({ cookie: 'pointille.session_token=abc.def; pointille_patient=abc' })
  expect(await actorIn(a, headers)).toEqual({ kind: 'nobody' })
})

test('after ten wrong passwords the account waits, the right password included, wherever they came from', async () => {
  const house = { ...database.house, settings: { ...database.house.settings, rateLimit: true } }
  await addSignIn(library, database.owner, 'guessed@a.example', [a])
  for (let i = 0; i < 10; i += 1) await signIn(a, 'guessed@a.example', `guess number ${i}`, house)
  const answer = await signIn(a, 'guessed@a.example', testPassword, house)
  expect(answer).toMatchObject({ refusal: 'TooManyRequests' })
  expect(await signIn(a, 'anna@a.example', testPassword, house)).toMatchObject({ codeAsked: false })
})
