import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Caller } from '#features/access/index.server.ts'
import type { TestClinic } from '#platform/database/test-clinic.ts'
import type { House } from '#platform/house/house.server.ts'
import type { CookieToSet } from './cookies.server.ts'
import type { SignInLibrary } from './library.server.ts'

export const testPassword = 'a long enough sentence'

/** A visitor of a clinic, or whoever `actor` says. */
export function callerOf(house: House, clinic: TestClinic, actor: Caller['actor'] = { kind: 'nobody' }): Caller {
  const { clinicId, slug } = clinic
  return {
    house,
    clinic: { clinicId, slug, name: slug, timeZone: 'Europe/Brussels', isDefault: false },
    actor,
    language: 'fr',
    nowAt: house.now(),
  }
}

/** Makes a sign-in, and puts it in the team of each clinic named. */
export async function addSignIn(
  library: SignInLibrary,
  owner: pg.Pool,
  email: string,
  clinics: readonly TestClinic[],
): Promise<string> {
  const context = await library.$context
  const user = await context.internalAdapter.createUser(
    { name: email, email, emailVerified: true },
    { method: 'email-password' },
  )
  const password = await context.password.hash(testPassword)
  await context.internalAdapter.linkAccount({
    ...{ userId: user.id, accountId: user.id, providerId: 'credential', password },
  })
  for (const clinic of clinics)
    await owner.query(
      `insert into clinic.team_members (clinic_id, member_id, user_id, display_name, roles) values ($1, $2, $3, $4, '{owner}')`,
      [clinic.clinicId, randomUUID(), user.id, email],
    )
  return user.id
}

/** The request that a browser sends after it was given these cookies, one batch after the other. */
export function headersWith(...batches: readonly CookieToSet[][]): Headers {
  const held = new Map<string, string>()
  for (const cookie of batches.flat()) {
    if (cookie.options.maxAge === 0 || cookie.value === '') held.delete(cookie.name)
    else held.set(cookie.name, cookie.value)
  }
  const cookie = [...held].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ')
  return new Headers(cookie === '' ? {} : { cookie })
}
