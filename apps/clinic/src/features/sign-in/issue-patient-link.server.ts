import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { issueToken } from '#platform/house/house.queries.server.ts'
import { newToken, tokenHash } from '#platform/http/sealed.server.ts'

/** Long enough for a letter that is read the next morning. */
export const patientLinkHours = 24

/**
 * A new one-time link for a patient, made when the letter is written, so that it stands in the letter and nowhere else.
 * It leads to page `myEnter`; `?to=` of that address names the page of their space to open.
 * @param nowAt epoch ms
 * @returns the token, and until when it opens (epoch ms)
 */
export async function issuePatientLink(
  tx: ClinicTransaction,
  patientId: string,
  nowAt: number,
): Promise<{ token: string; expiresAt: number }> {
  const token = newToken()
  const expiresAt = nowAt + patientLinkHours * 3600_000
  await issueToken(tx, { sha256: tokenHash(token), kind: 'patientLink', subjectId: patientId, expiresAt })
  return { token, expiresAt }
}
