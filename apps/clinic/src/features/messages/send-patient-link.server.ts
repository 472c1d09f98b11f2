import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { siteOrigin } from '#features/booking/index.server.ts'
import { findClinicById, readProfile } from '#features/clinics/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { issueToken } from '#platform/house/house.queries.server.ts'
import type { House } from '#platform/house/house.server.ts'
import { newToken, tokenHash } from '#platform/http/sealed.server.ts'
import { pathTo } from '#routes.ts'
import { deliver } from './deliver.server.ts'
import { findRecipient } from './messages.queries.server.ts'
import { patientLinkLetter } from './visit-letters.ts'

const linkPayload = z.object({ clinicId: z.uuid(), patientId: z.uuid(), origin: z.string().optional() })
const linkMinutes = 30

/**
 * Job: sends a patient the link that signs them in, once, within half an hour. The token is made here, so that it stands
 * in no queue. Payload: clinicId, patientId, origin.
 */
export async function sendPatientLink(house: House, payload: unknown): Promise<void> {
  const { clinicId, patientId, origin } = linkPayload.parse(payload)
  const clinic = await findClinicById(house, clinicId)
  if (!clinic) return
  const { email } = await readProfile(house, clinic)
  const token = newToken()
  const patient = await inClinic(house.db, clinicId, async (tx) => {
    const found = await findRecipient(tx, clinicId, patientId)
    if (!found) return undefined
    const expiresAt = house.now() + linkMinutes * 60_000
    await issueToken(tx, { sha256: tokenHash(token), kind: 'patientLink', subjectId: patientId, expiresAt })
    return found
  })
  if (!patient) return
  const language = patient.language as 'fr' | 'en'
  const href = new URL(pathTo(language, 'myEnter', { token }), await siteOrigin(house, clinicId, origin)).href
  await deliver(
    house,
    { ...clinic, email },
    {
      messageId: randomUUID(),
      kind: 'patientLink',
      patientId,
      appointmentId: undefined,
      recipient: patient.email,
      language,
      letter: patientLinkLetter({ ...patient, language, clinicName: clinic.name }, { href, minutes: linkMinutes }),
      calendar: undefined,
    },
  )
}
