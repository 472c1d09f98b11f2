import type { Caller } from '#features/access/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { findToken, issueToken, takeToken } from '#platform/house/house.queries.server.ts'
import { newToken, tokenHash } from '#platform/http/sealed.server.ts'
import type { CookieToSet } from './cookies.server.ts'
import { patientCookie, patientCookieSeconds } from './patient-cookie.ts'
import { findPatientName } from './team.queries.server.ts'

export type LinkSpent = { refusal: 'LinkSpent' }

/** Whether a patient's link still opens, without using it: programs that look at mail follow every link. */
export async function readPatientLink(caller: Caller, token: string): Promise<{ givenName: string } | LinkSpent> {
  const { house, clinic, nowAt } = caller
  const door = await findToken(house.db, tokenHash(token), 'patientLink', nowAt)
  if (door?.clinicId !== clinic.clinicId) return { refusal: 'LinkSpent' }
  const givenName = await inClinic(house.db, clinic.clinicId, (tx) =>
    findPatientName(tx, clinic.clinicId, door.subjectId),
  )
  return givenName === undefined ? { refusal: 'LinkSpent' } : { givenName }
}

/** Uses the link up and signs the patient in on this device for thirty days. A link of another clinic is left alone. */
export async function enterOwnSpace(caller: Caller, token: string): Promise<{ cookies: CookieToSet[] } | LinkSpent> {
  const { house, clinic, nowAt } = caller
  const readable = await readPatientLink(caller, token)
  if ('refusal' in readable) return readable
  const signInToken = newToken()
  const isFirst = await inClinic(house.db, clinic.clinicId, async (tx) => {
    const door = await takeToken(tx, tokenHash(token), 'patientLink', nowAt)
    if (!door) return false
    await issueToken(tx, {
      sha256: tokenHash(signInToken),
      kind: 'patientSignIn',
      subjectId: door.subjectId,
      expiresAt: nowAt + patientCookieSeconds * 1000,
    })
    return true
  })
  if (!isFirst) return { refusal: 'LinkSpent' }
  const options = {
    path: '/',
    maxAge: patientCookieSeconds,
    httpOnly: true,
    secure: house.settings.publicUrl?.startsWith('https://') ?? false,
    sameSite: 'lax',
  } as const
  return { cookies: [{ name: patientCookie, value: signInToken, options }] }
}
