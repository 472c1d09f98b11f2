import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Caller } from '#features/access/index.server.ts'
import { findClinicById, readProfile } from '#features/clinics/index.server.ts'
import { findAppointmentByToken } from './find-appointment-by-token.server.ts'
import { visitWords } from './words/visit-words.ts'

/**
 * The link's appointment as a file for the patient's own calendar, or undefined where there is nothing to come. The uid is
 * that of the confirmation's entry, so the two do not stand side by side. Nothing of the care is in it.
 */
export async function writeCalendarFile(caller: Caller, token: string): Promise<string | undefined> {
  const visit = await findAppointmentByToken(caller, token)
  const clinic = visit?.changeable ? await findClinicById(caller.house, visit.clinic.clinicId) : undefined
  if (!visit || !clinic) return undefined
  const { address, phone } = await readProfile(caller.house, clinic)
  const words = visitWords[caller.language]
  const calendar = ical({
    prodId: { company: 'Pointillé', product: 'booking', language: caller.language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  })
  calendar.createEvent({
    id: `${visit.appointmentId}@pointille`,
    stamp: new Date(caller.nowAt),
    start: new Date(visit.startAt),
    end: new Date(visit.endAt),
    summary: words.calendarTitle(clinic.name),
    location: `${clinic.name}, ${address}`,
    description: words.calendarPhone(phone),
    status: ICalEventStatus.CONFIRMED,
  })
  return calendar.toString()
}
