import { APIError } from 'better-auth/api'
import type { Caller } from '#features/access/index.server.ts'
import { giveTurnsBack, type TooManyRequests, takeTurn } from '#platform/http/rate-limit.server.ts'
import { type CookieToSet, cookiesOf } from './cookies.server.ts'
import type { SignInLibrary } from './library.server.ts'
import { drawQrCode } from './qr-code.server.ts'

/** A member's own request about their own sign-in. */
export type AccountRequest = { caller: Caller; library: SignInLibrary; headers: Headers }
export type AccountRefused =
  | { refusal: 'WrongPassword' | 'WrongCode' | 'PasswordTooShort' | 'AlreadyOn' }
  | TooManyRequests

export const shortestPassword = 12

/** The e-mail of the member's sign-in, and whether a code is asked besides the password. */
export async function readAccount({ library, headers }: AccountRequest): Promise<{ email: string; codeIsOn: boolean }> {
  const signIn = await library.api.getSession({ headers })
  if (!signIn) throw new Error('the account page opens for members only')
  return { email: signIn.user.email, codeIsOn: signIn.user.twoFactorEnabled ?? false }
}

/** Begins the second step: a new secret for an authenticator application, as text and as a picture. It is on once a code confirms it. */
export async function startCode(
  request: AccountRequest,
  password: string,
): Promise<{ secret: string; address: string; qrCode: string } | AccountRefused> {
  return withPassword(request, async () => {
    const { library, headers } = request
    const started = await library.api.enableTwoFactor({ body: { password, method: 'totp' }, headers })
    if (started.method !== 'totp') throw new Error('an authenticator application was asked for')
    const secret = new URL(started.totpURI).searchParams.get('secret') ?? ''
    return { secret, address: started.totpURI, qrCode: drawQrCode(started.totpURI) }
  })
}

/** Switches the second step on by a first right code. The backup codes are shown this once. */
export async function confirmCode(
  request: AccountRequest,
  code: string,
): Promise<{ backupCodes: string[]; cookies: CookieToSet[] } | AccountRefused> {
  const { caller, library, headers } = request
  const turn = await takeTurn(caller.house.settings, 'signInToAccount', userIdOf(caller))
  if ('refusal' in turn) return turn
  try {
    const answer = await library.api.verifyTOTP({
      body: { code: code.replace(/\s/g, '') },
      headers,
      returnHeaders: true,
    })
    const { backupCodes } = await library.api.viewBackupCodes({ body: { userId: userIdOf(caller) } })
    return { backupCodes, cookies: cookiesOf(answer.headers) }
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return { refusal: 'WrongCode' }
    throw error
  }
}

/** Makes new backup codes; the old ones are worth nothing from here on. */
export function renewBackupCodes(
  request: AccountRequest,
  password: string,
): Promise<{ backupCodes: string[] } | AccountRefused> {
  return withPassword(request, async () => {
    const { backupCodes } = await request.library.api.generateBackupCodes({
      body: { password },
      headers: request.headers,
    })
    return { backupCodes }
  })
}

/** Switches the second step off. */
export function stopCode(
  request: AccountRequest,
  password: string,
): Promise<{ cookies: CookieToSet[] } | AccountRefused> {
  return withPassword(request, async () => {
    const { headers } = await request.library.api.disableTwoFactor({
      body: { password },
      headers: request.headers,
      returnHeaders: true,
    })
    return { cookies: cookiesOf(headers) }
  })
}

/** Changes the password and signs every other device out. */
export async function changePassword(
  request: AccountRequest,
  passwords: { current: string; next: string },
): Promise<{ cookies: CookieToSet[] } | AccountRefused> {
  if (passwords.next.length < shortestPassword) return { refusal: 'PasswordTooShort' }
  return withPassword(request, async () => {
    const { headers } = await request.library.api.changePassword({
      body: { currentPassword: passwords.current, newPassword: passwords.next, revokeOtherSessions: true },
      headers: request.headers,
      returnHeaders: true,
    })
    return { cookies: cookiesOf(headers) }
  })
}

/** Every try of a password counts, so that a device left open does not become a way to guess it. */
async function withPassword<T>(request: AccountRequest, work: () => Promise<T>): Promise<T | AccountRefused> {
  const { caller } = request
  const turn = await takeTurn(caller.house.settings, 'signInToAccount', userIdOf(caller))
  if ('refusal' in turn) return turn
  try {
    const answer = await work()
    await giveTurnsBack('signInToAccount', userIdOf(caller))
    return answer
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error
    return { refusal: error.body?.code === 'TOTP_ALREADY_ENABLED' ? 'AlreadyOn' : 'WrongPassword' }
  }
}

function userIdOf(caller: Caller): string {
  if (caller.actor.kind !== 'member') throw new Error('the account page opens for members only')
  return caller.actor.userId
}
