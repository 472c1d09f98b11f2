import type { Caller } from '#features/access/index.server.ts'
import { isNotAllowed, type NotAllowed, openRecord } from '#features/records/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { isUuid } from '#platform/http/uuid.ts'
import { findAppointment, setNoShow } from './day.queries.server.ts'
import { lateAfterMs } from './day.ts'

export type NoShowRefused = { refusal: 'NoSuchAppointment' | 'NotLateYet' | 'NotToMiss' }

/**
 * The patient did not come. Only once they are late, and only while nobody has noted their arrival; saying it twice is
 * saying it once.
 */
export async function registerNoShow(
  caller: Caller,
  appointmentId: string,
): Promise<{ missed: true } | NoShowRefused | NotAllowed> {
  const { house, clinic, nowAt } = caller
  if (!isUuid(appointmentId)) return { refusal: 'NoSuchAppointment' }
  const known = await inClinic(house.db, clinic.clinicId, (tx) => findAppointment(tx, clinic.clinicId, appointmentId))
  if (!known?.patientId) return { refusal: 'NoSuchAppointment' }
  const answer = await openRecord(
    caller,
    { action: 'registerNoShow', patientId: known.patientId, detail: `appointment ${appointmentId}` },
    async (tx): Promise<{ missed: true } | NoShowRefused> => {
      if (known.status === 'booked' && nowAt <= known.startsAt + lateAfterMs) return { refusal: 'NotLateYet' }
      if (await setNoShow(tx, clinic.clinicId, appointmentId)) return { missed: true }
      const now = await findAppointment(tx, clinic.clinicId, appointmentId)
      return now?.status === 'noShow' ? { missed: true } : { refusal: 'NotToMiss' }
    },
  )
  if (!isNotAllowed(answer)) house.changed(clinic.clinicId)
  return answer
}
