import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestClinic, type TestClinic } from '#platform/database/test-clinic.ts'
import { makeTestDatabase, type TestDatabase } from '#platform/database/test-database.ts'
import { type AccountRequest, changePassword, confirmCode, readAccount, startCode, stopCode } from './account.server.ts'
import type { CookieToSet } from './cookies.server.ts'
import { findActor } from './find-actor.server.ts'
import { makeSignInLibrary, type SignInLibrary } from './library.server.ts'
import { signInMember } from './sign-in-member.server.ts'
import { addSignIn, callerOf, headersWith, testPassword } from './test-team.queries.server.ts'
import { verifyCode, waitsForCode } from './verify-code.server.ts'

let database: TestDatabase
let library: SignInLibrary
let clinic: TestClinic

beforeAll(async () => {
  database = await makeTestDatabase()
  library = makeSignInLibrary(database.house)
  clinic = await makeTestClinic(database.owner, 'a')
})
afterAll(() => database.close())

const address = '192.0.2.1'

/** What an authenticator application shows (RFC 6238, SHA-1, 30 s, 6 digits). */
function codeOf(secret: string, at = Date.now()): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret.replace(/=+$/, '')]
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const hash = createHmac('sha1', key).update(counter).digest()
  const offset = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

async function signedIn(email: string): Promise<{ request: AccountRequest; cookies: CookieToSet[] }> {
  const answer = await signIn(email)
  return { request: await requestWith(answer.cookies), cookies: answer.cookies }
}

async function signIn(email: string, password = testPassword) {
  const caller = callerOf(database.house, clinic)
  const answer = await signInMember(caller, library, { email, password, address, headers: new Headers() })
  if ('refusal' in answer) throw new Error(answer.refusal)
  return answer
}

async function requestWith(...batches: CookieToSet[][]): Promise<AccountRequest> {
  const headers = headersWith(...batches)
  const { clinic: row } = callerOf(database.house, clinic)
  const actor = await findActor(database.house, row, library, { headers, patientToken: undefined })
  return { caller: callerOf(database.house, clinic, actor), library, headers }
}

async function switchCodeOn(email: string) {
  const { request, cookies } = await signedIn(email)
  const started = await startCode(request, testPassword)
  if ('refusal' in started) throw new Error(started.refusal)
  const confirmed = await confirmCode(request, codeOf(started.secret))
  if ('refusal' in confirmed) throw new Error(confirmed.refusal)
  return { secret: started.secret, backupCodes: confirmed.backupCodes, cookies: [cookies, confirmed.cookies] }
}

test('the code is on only after a first right one, and a wrong password does not begin it', async () => {
  await addSignIn(library, database.owner, 'one@a.example', [clinic])
  const { request } = await signedIn('one@a.example')
  expect(await startCode(request, 'not the sentence')).toEqual({ refusal: 'WrongPassword' })
  const started = await startCode(request, testPassword)
  if ('refusal' in started) throw new Error(started.refusal)
  expect(started.address).toMatch(/^otpauth:\/\/totp\/Pointill/)
  expect(started.qrCode).toMatch(/^<svg /)
  expect(await confirmCode(request, codeOf(started.secret, Date.now() - 3_600_000))).toEqual({ refusal: 'WrongCode' })
  expect((await readAccount(request)).codeIsOn).toBe(false)
  expect((await signIn('one@a.example')).codeAsked).toBe(false)
})

test('with the code on, a password alone signs nobody in; the code does, and so does each backup code, once', async () => {
  await addSignIn(library, database.owner, 'two@a.example', [clinic])
  const { secret, backupCodes, cookies } = await switchCodeOn('two@a.example')
  expect(backupCodes.length).toBeGreaterThanOrEqual(8)
  expect((await readAccount(await requestWith(...cookies))).codeIsOn).toBe(true)

  const first = await signIn('two@a.example')
  expect(first.codeAsked).toBe(true)
  const waiting = headersWith(first.cookies)
  expect(waitsForCode(waiting)).toBe(true)
  expect((await requestWith(first.cookies)).caller.actor).toEqual({ kind: 'nobody' })

  const caller = callerOf(database.house, clinic)
  const wrong = codeOf(secret, Date.now() - 3_600_000)
  expect(await verifyCode(caller, library, { code: wrong, address, headers: waiting })).toEqual({
    refusal: 'WrongCode',
  })
  const [digits, more] = [codeOf(secret).slice(0, 3), codeOf(secret).slice(3)]
  const verified = await verifyCode(caller, library, { code: `${digits} ${more}`, address, headers: waiting })
  if ('refusal' in verified) throw new Error(verified.refusal)
  expect((await requestWith(first.cookies, verified.cookies)).caller.actor).toMatchObject({ kind: 'member' })

  const backup = backupCodes[0]!
  const second = headersWith((await signIn('two@a.example')).cookies)
  expect(await verifyCode(caller, library, { code: backup, address, headers: second })).toHaveProperty('cookies')
  const third = headersWith((await signIn('two@a.example')).cookies)
  expect(await verifyCode(caller, library, { code: backup, address, headers: third })).toEqual({ refusal: 'WrongCode' })
})

test('five wrong codes end the sign-in: the password is asked again', async () => {
  await addSignIn(library, database.owner, 'three@a.example', [clinic])
  const { secret } = await switchCodeOn('three@a.example')
  const caller = callerOf(database.house, clinic)
  const headers = headersWith((await signIn('three@a.example')).cookies)
  const wrong = codeOf(secret, Date.now() - 3_600_000)
  for (let i = 0; i < 5; i += 1) await verifyCode(caller, library, { code: wrong, address, headers })
  const late = await verifyCode(caller, library, { code: codeOf(secret), address, headers })
  expect(late).toEqual({ refusal: 'SignInAgain' })
})

test('the code is switched off by the password, and then a password is enough', async () => {
  await addSignIn(library, database.owner, 'four@a.example', [clinic])
  const { cookies } = await switchCodeOn('four@a.example')
  const request = await requestWith(...cookies)
  expect(await stopCode(request, 'not the sentence')).toEqual({ refusal: 'WrongPassword' })
  expect(await stopCode(request, testPassword)).toHaveProperty('cookies')
  expect((await signIn('four@a.example')).codeAsked).toBe(false)
})

test('a new password needs the old one and twelve characters, and signs other devices out', async () => {
  await addSignIn(library, database.owner, 'five@a.example', [clinic])
  const { request, cookies } = await signedIn('five@a.example')
  const other = await signedIn('five@a.example')
  expect(await changePassword(request, { current: 'not the sentence', next: 'another long sentence' })).toEqual({
    refusal: 'WrongPassword',
  })
  expect(await changePassword(request, { current: testPassword, next: 'short' })).toEqual({
    refusal: 'PasswordTooShort',
  })
  const changed = await changePassword(request, { current: testPassword, next: 'another long sentence' })
  if ('refusal' in changed) throw new Error(changed.refusal)
  expect((await requestWith(cookies, changed.cookies)).caller.actor).toMatchObject({ kind: 'member' })
  expect((await requestWith(other.cookies)).caller.actor).toEqual({ kind: 'nobody' })
  await expect(signIn('five@a.example')).rejects.toThrow('WrongEmailOrPassword')
  expect(await signIn('five@a.example', 'another long sentence')).toMatchObject({ codeAsked: false })
})
