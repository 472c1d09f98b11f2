import type { Caller } from '#features/access/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { addJob } from '#platform/house/house.queries.server.ts'
import { addressKey, type TooManyRequests, takeTurn } from '#platform/http/rate-limit.server.ts'
import { listPatientIdsByEmail } from './team.queries.server.ts'

export type LinkRefused = { refusal: 'EmailMissing' } | TooManyRequests

/**
 * A patient asks for the link to their space. The answer is the same whether the address is known or not; who shares an
 * address (a family) gets a letter each. The job `sendPatientLink` {clinicId, patientId} makes the link when it writes the letter.
 */
export async function sendPatientLink(
  caller: Caller,
  request: { email: string; address: string },
): Promise<{ asked: true } | LinkRefused> {
  const { house, clinic } = caller
  const email = request.email.trim().toLowerCase()
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) return { refusal: 'EmailMissing' }
  const fromAddress = await takeTurn(house.settings, 'link', addressKey(request.address))
  if ('refusal' in fromAddress) return fromAddress
  const toEmail = await takeTurn(house.settings, 'link', email)
  if ('refusal' in toEmail) return toEmail
  await inClinic(house.db, clinic.clinicId, async (tx) => {
    for (const patientId of await listPatientIdsByEmail(tx, clinic.clinicId, email))
      await addJob(tx, {
        task: 'sendPatientLink',
        payload: { clinicId: clinic.clinicId, patientId },
        key: `patientLink ${patientId}`,
      })
  })
  return { asked: true }
}
