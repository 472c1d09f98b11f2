import { manageUrlOf } from '#features/booking/index.server.ts'
import type { House } from '#platform/house/house.server.ts'
import { calendarEntry } from './calendar-entry.server.ts'
import { deliver, messageIdOf, recordSkipped } from './deliver.server.ts'
import { openVisit } from './open-visit.server.ts'
import { confirmationLetter } from './visit-letters.ts'

/** Job: tells the patient that the appointment stands, unless it no longer does. Payload: clinicId, appointmentId, origin. */
export async function sendConfirmation(house: House, payload: unknown): Promise<void> {
  const visit = await openVisit(house, payload)
  if (!visit) return
  const { clinic, origin, row, facts } = visit
  const { appointmentId, recipient, language } = facts
  const messageId = messageIdOf('confirmation', appointmentId)
  const envelope = { messageId, kind: 'confirmation', patientId: row.patientId, appointmentId, recipient, language }
  if (row.status !== 'booked') return recordSkipped(house, clinic.clinicId, envelope)
  await deliver(house, clinic, {
    ...envelope,
    letter: confirmationLetter(facts, manageUrlOf(house, origin, language, appointmentId)),
    calendar: { method: 'REQUEST', content: calendarEntry(facts, { cancelled: false, madeAt: house.now() }) },
  })
}
