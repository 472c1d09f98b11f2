import type { Caller } from '#features/access/index.server.ts'
import { isNotAllowed, type NotAllowed, openRecord } from '#features/records/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { isUuid } from '#platform/http/uuid.ts'
import { findAppointment, setArrived } from './day.queries.server.ts'

export type ArrivalRefused = { refusal: 'NoSuchAppointment' | 'NotToArrive' }

/**
 * The patient is here. Saying it twice is saying it once; whoever was written off as absent and comes after all arrives too;
 * a cancelled or finished appointment refuses.
 */
export async function registerArrival(
  caller: Caller,
  appointmentId: string,
): Promise<{ arrived: true } | ArrivalRefused | NotAllowed> {
  const { house, clinic, nowAt } = caller
  if (!isUuid(appointmentId)) return { refusal: 'NoSuchAppointment' }
  const known = await inClinic(house.db, clinic.clinicId, (tx) => findAppointment(tx, clinic.clinicId, appointmentId))
  if (!known?.patientId) return { refusal: 'NoSuchAppointment' }
  const answer = await openRecord(
    caller,
    { action: 'registerArrival', patientId: known.patientId, detail: `appointment ${appointmentId}` },
    async (tx): Promise<{ arrived: true } | ArrivalRefused> => {
      if (await setArrived(tx, clinic.clinicId, appointmentId, nowAt)) return { arrived: true }
      const now = await findAppointment(tx, clinic.clinicId, appointmentId)
      return now?.status === 'arrived' || now?.status === 'inTreatment' ? { arrived: true } : { refusal: 'NotToArrive' }
    },
  )
  if (!isNotAllowed(answer)) house.changed(clinic.clinicId)
  return answer
}
