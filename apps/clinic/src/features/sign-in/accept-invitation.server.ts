import { APIError } from 'better-auth/api'
import type { Caller } from '#features/access/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { findToken } from '#platform/house/house.queries.server.ts'
import { addressKey, type TooManyRequests, takeTurn } from '#platform/http/rate-limit.server.ts'
import { tokenHash } from '#platform/http/sealed.server.ts'
import { shortestPassword } from './account.server.ts'
import { type CookieToSet, cookiesOf } from './cookies.server.ts'
import { acceptInvitation } from './first-clinic.queries.server.ts'
import type { SignInLibrary } from './library.server.ts'

export type NewOwner = { name: string; email: string; password: string; treats: boolean; isDoctor: boolean }

export type InvitationRefused =
  | { refusal: 'InvitationSpent' }
  | { refusal: 'NewOwnerIncomplete'; missing: ('name' | 'email' | 'password')[] }
  | { refusal: 'EmailTaken' }
  | TooManyRequests

/** Whether the invitation still opens. */
export async function readInvitation(caller: Caller, token: string): Promise<boolean> {
  const door = await findToken(caller.house.db, tokenHash(token), 'ownerInvitation', caller.nowAt)
  return door?.clinicId === caller.clinic.clinicId
}

/**
 * The first owner sets a name, an e-mail and a password, becomes the first member and is signed in. An e-mail that has a
 * sign-in in this house already is accepted with its own password: nobody's password is replaced from here.
 */
export async function acceptOwnerInvitation(
  caller: Caller,
  library: SignInLibrary,
  request: { token: string; owner: NewOwner; address: string; headers: Headers },
): Promise<{ cookies: CookieToSet[] } | InvitationRefused> {
  const { house, clinic, nowAt, language } = caller
  const turn = await takeTurn(house.settings, 'signInFromAddress', addressKey(request.address))
  if ('refusal' in turn) return turn
  if (!(await readInvitation(caller, request.token))) return { refusal: 'InvitationSpent' }
  const owner = { ...request.owner, name: request.owner.name.trim(), email: request.owner.email.trim().toLowerCase() }
  const missing = missingOf(owner)
  if (missing.length > 0) return { refusal: 'NewOwnerIncomplete', missing }

  const made = await makeUser(library, owner)
  const signedIn = await signIn(library, owner, request.headers)
  if (!signedIn) return { refusal: 'EmailTaken' }
  const roles = owner.treats ? ['owner', 'practitioner'] : ['owner']
  const isFirst = await inClinic(house.db, clinic.clinicId, (tx) =>
    acceptInvitation(tx, tokenHash(request.token), nowAt, {
      userId: signedIn.userId,
      name: owner.name,
      roles,
      doctor: owner.treats && owner.isDoctor,
      language,
    }),
  )
  if (!isFirst) {
    // Two devices used the link at once: the later one leaves nothing behind.
    if (made) await (await library.$context).internalAdapter.deleteUser(signedIn.userId)
    return { refusal: 'InvitationSpent' }
  }
  return { cookies: signedIn.cookies }
}

function missingOf(owner: NewOwner): ('name' | 'email' | 'password')[] {
  const missing: ('name' | 'email' | 'password')[] = []
  if (owner.name.length < 2 || owner.name.length > 120) missing.push('name')
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(owner.email)) missing.push('email')
  if (owner.password.length < shortestPassword || owner.password.length > 128) missing.push('password')
  return missing
}

/** Makes the sign-in with its password; false when the e-mail has one already. */
async function makeUser(library: SignInLibrary, owner: NewOwner): Promise<boolean> {
  const context = await library.$context
  if (await context.internalAdapter.findUserByEmail(owner.email)) return false
  const user = await context.internalAdapter.createUser(
    { name: owner.name, email: owner.email, emailVerified: true },
    { method: 'email-password' },
  )
  const password = await context.password.hash(owner.password)
  await context.internalAdapter.linkAccount({
    userId: user.id,
    providerId: 'credential',
    accountId: user.id,
    password,
  })
  return true
}

async function signIn(library: SignInLibrary, owner: NewOwner, headers: Headers) {
  try {
    const answer = await library.api.signInEmail({
      body: { email: owner.email, password: owner.password },
      headers,
      returnHeaders: true,
    })
    // A sign-in that asks for a code is finished at the sign-in page; here the e-mail counts as taken.
    if (!('user' in answer.response)) return undefined
    return { cookies: cookiesOf(answer.headers), userId: answer.response.user.id }
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return undefined
    throw error
  }
}
