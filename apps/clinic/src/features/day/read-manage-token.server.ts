import type { Caller } from '#features/access/index.server.ts'
import { type NotAllowed, openRecord } from '#features/records/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { derivedToken } from '#platform/http/sealed.server.ts'
import { isUuid } from '#platform/http/uuid.ts'
import { findAppointment } from './day.queries.server.ts'

export type ManagingRefused = { refusal: 'NoSuchAppointment' | 'NotToMove' }

/**
 * The token of the page on which a booked appointment is moved or cancelled: the patient's own page, so that the desk does
 * on the telephone what the patient could do alone. Whoever asks for it stands in the access log.
 */
export async function readManageToken(
  caller: Caller,
  appointmentId: string,
): Promise<{ manageToken: string } | ManagingRefused | NotAllowed> {
  const { house, clinic, nowAt } = caller
  if (!isUuid(appointmentId)) return { refusal: 'NoSuchAppointment' }
  const known = await inClinic(house.db, clinic.clinicId, (tx) => findAppointment(tx, clinic.clinicId, appointmentId))
  if (!known?.patientId) return { refusal: 'NoSuchAppointment' }
  const access = {
    action: 'moveAppointment',
    patientId: known.patientId,
    detail: `appointment ${appointmentId}`,
  } as const
  return openRecord(caller, access, async () => {
    if (known.status !== 'booked' || known.startsAt <= nowAt) return { refusal: 'NotToMove' } as const
    return { manageToken: derivedToken(house.secret, 'manageAppointment', appointmentId) }
  })
}
