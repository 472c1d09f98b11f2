import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { siteOrigin } from '#features/booking/index.server.ts'
import { findClinicById, readProfile } from '#features/clinics/index.server.ts'
import { issuePatientLink, patientLinkHours } from '#features/sign-in/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import type { House } from '#platform/house/house.server.ts'
import { pathTo } from '#routes.ts'
import { deliver } from './deliver.server.ts'
import { findRecipient } from './messages.queries.server.ts'
import { patientLinkLetter } from './visit-letters.ts'

const linkPayload = z.object({ clinicId: z.uuid(), patientId: z.uuid(), origin: z.string().optional() })

/**
 * Job: sends a patient the link that signs them in, once, within a day. The token is made here, so that it stands
 * in no queue. Payload: clinicId, patientId, origin.
 */
export async function sendPatientLink(house: House, payload: unknown): Promise<void> {
  const { clinicId, patientId, origin } = linkPayload.parse(payload)
  const clinic = await findClinicById(house, clinicId)
  if (!clinic) return
  const { email } = await readProfile(house, clinic)
  const invited = await inClinic(house.db, clinicId, async (tx) => {
    const found = await findRecipient(tx, clinicId, patientId)
    return found && { patient: found, ...(await issuePatientLink(tx, patientId, house.now())) }
  })
  if (!invited) return
  const { patient, token } = invited
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
      letter: patientLinkLetter({ ...patient, language, clinicName: clinic.name }, { href, hours: patientLinkHours }),
      calendar: undefined,
    },
  )
}
