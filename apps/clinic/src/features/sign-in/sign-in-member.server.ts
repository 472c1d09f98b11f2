import { APIError } from 'better-auth/api'
import type { Caller } from '#features/access/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { addressKey, giveTurnsBack, type TooManyRequests, takeTurn } from '#platform/http/rate-limit.server.ts'
import { type CookieToSet, cookiesOf } from './cookies.server.ts'
import type { SignInLibrary } from './library.server.ts'
import { findMember } from './team.queries.server.ts'

export type SignInRequest = {
  email: string
  password: string
  /** Where the request comes from, for the limits. */
  address: string
  headers: Headers
}

export type SignInRefused = { refusal: 'WrongEmailOrPassword' } | { refusal: 'NotOfThisTeam' } | TooManyRequests

/**
 * A member signs in by e-mail and password. An unknown e-mail and a wrong password give the same answer after the same
 * work. Somebody with the right password who is not of this clinic's team is told so, and nothing is signed in.
 * @returns the cookies to set, and whether a code of the second step is still asked
 */
export async function signInMember(
  caller: Caller,
  library: SignInLibrary,
  request: SignInRequest,
): Promise<{ cookies: CookieToSet[]; codeAsked: boolean } | SignInRefused> {
  const { settings } = caller.house
  const email = request.email.trim().toLowerCase()
  const fromAddress = await takeTurn(settings, 'signInFromAddress', addressKey(request.address))
  if ('refusal' in fromAddress) return fromAddress
  const toAccount = await takeTurn(settings, 'signInToAccount', email)
  if ('refusal' in toAccount) return toAccount

  const signedIn = await askLibrary(library, email, request)
  if (!signedIn) return { refusal: 'WrongEmailOrPassword' }
  const context = await library.$context
  const account = await context.internalAdapter.findUserByEmail(email)
  if (!account || !(await isOfTeam(caller, account.user.id))) {
    if (signedIn.token) await context.internalAdapter.deleteSession(signedIn.token)
    return { refusal: 'NotOfThisTeam' }
  }
  await giveTurnsBack('signInToAccount', email)
  return { cookies: signedIn.cookies, codeAsked: signedIn.token === undefined }
}

/** Undefined when the library refuses; without a token when it waits for the code of the second step. */
async function askLibrary(library: SignInLibrary, email: string, request: SignInRequest) {
  try {
    const { headers, response } = await library.api.signInEmail({
      body: { email, password: request.password },
      headers: request.headers,
      returnHeaders: true,
    })
    return { cookies: cookiesOf(headers), token: 'token' in response ? response.token : undefined }
  } catch (error) {
    // 401 for a wrong answer, 400 for what is no e-mail address at all; the person reads the same sentence.
    if (error instanceof APIError && error.statusCode < 500) return undefined
    throw error
  }
}

async function isOfTeam({ house, clinic }: Caller, userId: string): Promise<boolean> {
  const member = await inClinic(house.db, clinic.clinicId, (tx) => findMember(tx, clinic.clinicId, userId))
  return member !== undefined
}
