import type { Caller } from '#features/access/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { addJob, findClinicIdByHost } from '#platform/house/house.queries.server.ts'
import { addressKey, type TooManyRequests, takeTurn } from '#platform/http/rate-limit.server.ts'
import { listPatientIdsByEmail } from './team.queries.server.ts'

export type LinkRefused = { refusal: 'EmailMissing' } | TooManyRequests

/**
 * A patient asks for the link to their space. The answer is the same whether the address is known or not; who shares an
 * address (a family) gets a letter each. The job `sendPatientLink` {clinicId, patientId, origin} makes the link when it writes
 * the letter.
 * @param request `origin` is where the request was sent to ('http://localhost:3000')
 */
export async function sendPatientLink(
  caller: Caller,
  request: { email: string; address: string; origin: string },
): Promise<{ asked: true } | LinkRefused> {
  const { house, clinic } = caller
  const email = request.email.trim().toLowerCase()
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) return { refusal: 'EmailMissing' }
  const fromAddress = await takeTurn(house.settings, 'link', addressKey(request.address))
  if ('refusal' in fromAddress) return fromAddress
  const toEmail = await takeTurn(house.settings, 'link', email)
  if ('refusal' in toEmail) return toEmail
  const origin = await originForLetters(caller, request.origin)
  await inClinic(house.db, clinic.clinicId, async (tx) => {
    for (const patientId of await listPatientIdsByEmail(tx, clinic.clinicId, email))
      await addJob(tx, {
        task: 'sendPatientLink',
        payload: { clinicId: clinic.clinicId, patientId, ...(origin === undefined ? {} : { origin }) },
        key: `patientLink ${patientId}`,
      })
  })
  return { asked: true }
}

/**
 * The origin that may stand in the letter. Whoever asks chooses the Host header, and the letter goes to somebody else: on a
 * name that is neither of this machine nor written down as the clinic's, the link would lead where the asker wants.
 */
async function originForLetters({ house, clinic }: Caller, asked: string): Promise<string | undefined> {
  const hostname = URL.parse(asked)?.hostname
  if (!hostname) return undefined
  if (/^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)) return asked
  return (await findClinicIdByHost(house.db, hostname)) === clinic.clinicId ? asked : undefined
}
