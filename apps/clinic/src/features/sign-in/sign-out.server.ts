import type { Caller } from '#features/access/index.server.ts'
import { takeToken } from '#platform/house/house.queries.server.ts'
import { tokenHash } from '#platform/http/sealed.server.ts'
import { type CookieToSet, cookiesOf } from './cookies.server.ts'
import type { SignInLibrary } from './library.server.ts'
import { patientCookie } from './patient-cookie.ts'

/**
 * Ends whatever sign-in the request carries, a member's and a patient's: on the server, so that a copied cookie is worth
 * nothing afterwards, and in the browser.
 */
export async function signOut(
  caller: Caller,
  library: SignInLibrary,
  request: { headers: Headers; patientToken: string | undefined },
): Promise<{ cookies: CookieToSet[] }> {
  const { headers } = await library.api.signOut({ headers: request.headers, returnHeaders: true })
  const cookies = cookiesOf(headers)
  if (request.patientToken) {
    await takeToken(caller.house.db, tokenHash(request.patientToken), 'patientSignIn', caller.nowAt)
    const options = { path: '/', maxAge: 0, httpOnly: true, secure: false, sameSite: 'lax' } as const
    cookies.push({ name: patientCookie, value: '', options })
  }
  return { cookies }
}
