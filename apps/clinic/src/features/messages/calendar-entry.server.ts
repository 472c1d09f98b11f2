import ical, { ICalAttendeeRole, ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { VisitFacts } from './visit-letters.ts'
import { letterWords } from './words.ts'

/**
 * The appointment as a calendar file. Times are UTC, so that no calendar needs to know the zone; the uid stays and the
 * sequence grows, so that a later file replaces the entry. It names the clinic and nothing of the care: calendars are
 * shared with families and employers.
 */
export function calendarEntry(
  visit: VisitFacts & {
    appointmentId: string
    endAt: number
    sequence: number
    recipient: string
    clinicEmail: string
  },
  { cancelled, madeAt }: { cancelled: boolean; madeAt: number },
): string {
  const { clinic } = visit
  const calendar = ical({
    prodId: { company: 'Pointillé', product: 'booking', language: visit.language.toUpperCase() },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  })
  calendar.createEvent({
    id: `${visit.appointmentId}@pointille`,
    sequence: visit.sequence,
    stamp: new Date(madeAt),
    start: new Date(visit.startAt),
    end: new Date(visit.endAt),
    summary: letterWords[visit.language].calendar(clinic.name),
    location: `${clinic.name}, ${clinic.address}`,
    description: letterWords[visit.language].phone(clinic.phone),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: clinic.name, email: visit.clinicEmail },
    attendees: [
      { email: visit.recipient, rsvp: false, role: ICalAttendeeRole.REQ, status: ICalAttendeeStatus.ACCEPTED },
    ],
  })
  return calendar.toString()
}
