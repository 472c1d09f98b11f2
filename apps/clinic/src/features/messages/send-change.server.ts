import { z } from 'zod'
import { manageUrlOf } from '#features/booking/index.server.ts'
import type { House } from '#platform/house/house.server.ts'
import { calendarEntry } from './calendar-entry.server.ts'
import { deliver, messageIdOf, recordSkipped } from './deliver.server.ts'
import { openVisit } from './open-visit.server.ts'
import { changeLetter } from './visit-letters.ts'

const changePayload = z.object({ insteadOfAt: z.iso.datetime() })

/** Job: tells the patient the new date, and the old one after it. Payload: clinicId, appointmentId, origin, insteadOfAt. */
export async function sendChange(house: House, payload: unknown): Promise<void> {
  const visit = await openVisit(house, payload)
  if (!visit) return
  const insteadOfAt = Date.parse(changePayload.parse(payload).insteadOfAt)
  const { clinic, origin, row, facts } = visit
  const { appointmentId, recipient, language } = facts
  const messageId = messageIdOf('change', appointmentId, facts.sequence)
  const envelope = { messageId, kind: 'change', patientId: row.patientId, appointmentId, recipient, language }
  if (row.status !== 'booked') return recordSkipped(house, clinic.clinicId, envelope)
  await deliver(house, clinic, {
    ...envelope,
    letter: changeLetter(facts, insteadOfAt, manageUrlOf(house, origin, language, appointmentId)),
    calendar: { method: 'REQUEST', content: calendarEntry(facts, { cancelled: false, madeAt: house.now() }) },
  })
}
