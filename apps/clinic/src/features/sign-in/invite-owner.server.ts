import { openOwnerDatabase } from '#platform/database/database.server.ts'
import { newToken, tokenHash } from '#platform/http/sealed.server.ts'
import { pathTo } from '#routes.ts'
import { findDefaultClinicId, insertFirstClinic, replaceInvitation } from './first-clinic.queries.server.ts'

const weekMs = 7 * 24 * 3600_000

/**
 * Opens an empty house: a first clinic, and the path by which its first owner comes in, once, within seven days. A later
 * start gives a fresh link while nobody is in the team, and undefined from then on. There is never a known password.
 * @param nowAt epoch ms
 */
export async function inviteFirstOwner(databaseUrl: string, { nowAt }: { nowAt: number }): Promise<string | undefined> {
  const owner = openOwnerDatabase(databaseUrl)
  try {
    const clinicId =
      (await findDefaultClinicId(owner)) ??
      (await insertFirstClinic(owner, nowAt)) ??
      (await findDefaultClinicId(owner))
    if (!clinicId) throw new Error('the first clinic could not be made')
    const token = newToken()
    const isOpen = await replaceInvitation(owner, clinicId, { sha256: tokenHash(token), expiresAt: nowAt + weekMs })
    return isOpen ? pathTo('fr', 'invitation', { token }) : undefined
  } finally {
    await owner.destroy()
  }
}
