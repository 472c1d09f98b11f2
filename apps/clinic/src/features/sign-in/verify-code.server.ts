import { APIError } from 'better-auth/api'
import type { Caller } from '#features/access/index.server.ts'
import { addressKey, type TooManyRequests, takeTurn } from '#platform/http/rate-limit.server.ts'
import { type CookieToSet, cookiesOf } from './cookies.server.ts'
import type { SignInLibrary } from './library.server.ts'

export type CodeRefused = { refusal: 'WrongCode' } | { refusal: 'SignInAgain' } | TooManyRequests

/** Whether the request carries the library's cookie of a sign-in that waits for its code. */
export function waitsForCode(headers: Headers): boolean {
  return headers.get('cookie')?.includes('pointille.two_factor') ?? false
}

/**
 * The second step: six digits of the authenticator application, or one of the backup codes, which is then used up. The
 * library counts wrong codes itself: five for one sign-in (`SignInAgain`), ten in a row lock the account for 15 minutes.
 */
export async function verifyCode(
  caller: Caller,
  library: SignInLibrary,
  request: { code: string; address: string; headers: Headers },
): Promise<{ cookies: CookieToSet[] } | CodeRefused> {
  const turn = await takeTurn(caller.house.settings, 'signInFromAddress', addressKey(request.address))
  if ('refusal' in turn) return turn
  const code = request.code.replace(/\s/g, '')
  const asked = { body: { code }, headers: request.headers, returnHeaders: true } as const
  try {
    const { headers } = /^\d{6}$/.test(code)
      ? await library.api.verifyTOTP(asked)
      : await library.api.verifyBackupCode(asked)
    return { cookies: cookiesOf(headers) }
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error
    if (error.statusCode === 429) return { refusal: 'TooManyRequests', retryAfterSeconds: 900 }
    const reason = error.body?.code
    return { refusal: reason === 'INVALID_CODE' || reason === 'INVALID_BACKUP_CODE' ? 'WrongCode' : 'SignInAgain' }
  }
}
