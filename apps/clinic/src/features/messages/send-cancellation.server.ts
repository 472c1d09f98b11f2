import type { House } from '#platform/house/house.server.ts'
import { pathTo } from '#routes.ts'
import { calendarEntry } from './calendar-entry.server.ts'
import { deliver, messageIdOf } from './deliver.server.ts'
import { openVisit } from './open-visit.server.ts'
import { cancellationLetter } from './visit-letters.ts'

const hourMs = 3_600_000

/** Job: tells the patient that the appointment is cancelled, and takes it out of their calendar. Payload: clinicId, appointmentId, origin. */
export async function sendCancellation(house: House, payload: unknown): Promise<void> {
  const visit = await openVisit(house, payload)
  if (visit?.row.status !== 'cancelled') return
  const { clinic, origin, row, facts } = visit
  const { appointmentId, recipient, language } = facts
  const freeUntilAt = facts.startAt - facts.clinic.freeCancelHours * hourMs
  const letter = cancellationLetter(facts, {
    by: row.cancelledBy === 'clinic' ? 'clinic' : 'patient',
    free: (row.cancelledAt ?? 0) <= freeUntilAt,
    bookUrl: new URL(pathTo(language, 'bookNeed'), origin).href,
  })
  await deliver(house, clinic, {
    messageId: messageIdOf('cancellation', appointmentId),
    kind: 'cancellation',
    patientId: row.patientId,
    appointmentId,
    recipient,
    language,
    letter,
    calendar: { method: 'CANCEL', content: calendarEntry(facts, { cancelled: true, madeAt: house.now() }) },
  })
}
