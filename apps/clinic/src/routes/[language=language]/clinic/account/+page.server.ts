import { type Cookies, fail } from '@sveltejs/kit'
import {
  type AccountRefused,
  type AccountRequest,
  type CookieToSet,
  changePassword,
  confirmCode,
  readAccount,
  renewBackupCodes,
  startCode,
  stopCode,
} from '#features/sign-in/index.server.ts'
import { type AccountAnswer, signInWords } from '#features/sign-in/index.ts'
import type { Actions, PageServerLoad } from './$types'

type Field = NonNullable<AccountAnswer['error']>['field']

export const load: PageServerLoad = ({ locals, cookies }) => readAccount(accountRequest(locals, cookies))

export const actions: Actions = {
  start: async ({ locals, request, cookies }) => {
    const form = await request.formData()
    const answer = await startCode(accountRequest(locals, cookies), textOf(form, 'password'))
    if ('refusal' in answer) return refuse(locals, answer, 'code-password')
    return { answer: { started: { secret: answer.secret, qrCode: answer.qrCode } } satisfies AccountAnswer }
  },
  confirm: async ({ locals, request, cookies }) => {
    const form = await request.formData()
    const answer = await confirmCode(accountRequest(locals, cookies), textOf(form, 'code'))
    if ('refusal' in answer) return refuse(locals, answer, 'code')
    setAll(cookies, answer.cookies)
    const done = signInWords[locals.caller.language].account.code.done
    return { answer: { done, backupCodes: answer.backupCodes } satisfies AccountAnswer }
  },
  renew: async ({ locals, request, cookies }) => {
    const form = await request.formData()
    const answer = await renewBackupCodes(accountRequest(locals, cookies), textOf(form, 'password'))
    if ('refusal' in answer) return refuse(locals, answer, 'code-password')
    return { answer: { backupCodes: answer.backupCodes } satisfies AccountAnswer }
  },
  stop: async ({ locals, request, cookies }) => {
    const form = await request.formData()
    const answer = await stopCode(accountRequest(locals, cookies), textOf(form, 'password'))
    if ('refusal' in answer) return refuse(locals, answer, 'code-password')
    setAll(cookies, answer.cookies)
    return { answer: { done: signInWords[locals.caller.language].account.code.stopped } satisfies AccountAnswer }
  },
  password: async ({ locals, request, cookies }) => {
    const form = await request.formData()
    const passwords = { current: textOf(form, 'current'), next: textOf(form, 'next') }
    const answer = await changePassword(accountRequest(locals, cookies), passwords)
    if ('refusal' in answer) return refuse(locals, answer, answer.refusal === 'PasswordTooShort' ? 'next' : 'current')
    setAll(cookies, answer.cookies)
    return { answer: { done: signInWords[locals.caller.language].account.change.done } satisfies AccountAnswer }
  },
}

/** With the cookies as they stand now: an action may have changed them, and the page is read again after it. */
function accountRequest({ caller, library }: App.Locals, cookies: Cookies): AccountRequest {
  const held = cookies.getAll().map(({ name, value }) => `${name}=${encodeURIComponent(value)}`)
  return { caller, library, headers: new Headers({ cookie: held.join('; ') }) }
}

function textOf(form: FormData, name: string): string {
  return String(form.get(name) ?? '')
}

function setAll(cookies: Cookies, all: CookieToSet[]): void {
  for (const cookie of all) cookies.set(cookie.name, cookie.value, cookie.options)
}

function refuse({ caller }: App.Locals, refused: AccountRefused, field: Field) {
  const words = signInWords[caller.language].account
  const answer = (status: number, text: string, code: string) =>
    fail(status, { answer: { error: { text, field, code } } satisfies AccountAnswer })
  if (refused.refusal === 'TooManyRequests')
    return answer(429, words.tooMany(refused.retryAfterSeconds), 'PT-429-SIGNIN')
  if (refused.refusal === 'WrongCode') return answer(401, words.code.wrong, 'PT-401-CODE')
  if (refused.refusal === 'AlreadyOn') return answer(409, words.code.alreadyOn, 'PT-409-CODE')
  if (refused.refusal === 'PasswordTooShort') return answer(400, words.change.tooShort, 'PT-400-PASSWORD')
  return answer(401, words.wrongPassword, 'PT-401-PASSWORD')
}
