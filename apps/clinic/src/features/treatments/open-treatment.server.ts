import { randomUUID } from 'node:crypto'
import type { Caller } from '#features/access/index.server.ts'
import { type NotAllowed, openRecord } from '#features/records/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import {
  findAppointment,
  findTreatmentOfAppointment,
  insertTreatment,
  moveAppointment,
} from './treatments.queries.server.ts'

export type OpeningRefused = { refusal: 'NoSuchAppointment' | 'NotArrived' | 'ConsultationOnly' }

/**
 * Opens the treatment of an appointment whose patient has arrived, and moves the appointment to `inTreatment`. Opening
 * twice is opening once: the same id comes back.
 */
export async function openTreatment(
  caller: Caller,
  appointmentId: string,
): Promise<{ treatmentId: string } | OpeningRefused | NotAllowed> {
  const { house, clinic, nowAt } = caller
  const known = await inClinic(house.db, clinic.clinicId, (tx) => findAppointment(tx, clinic.clinicId, appointmentId))
  if (!known?.patientId) return { refusal: 'NoSuchAppointment' }
  const { patientId } = known
  const answer = await openRecord(
    caller,
    { action: 'openTreatment', patientId, detail: `appointment ${appointmentId}` },
    async (tx): Promise<{ treatmentId: string } | OpeningRefused> => {
      const open = await findTreatmentOfAppointment(tx, clinic.clinicId, appointmentId)
      if (open) return { treatmentId: open }
      if (known.serviceKind !== 'treatment') return { refusal: 'ConsultationOnly' }
      // The update takes the appointment's row: of two openings at once the second waits here, and then finds the first.
      if (!(await moveAppointment(tx, clinic.clinicId, appointmentId, 'arrived', 'inTreatment'))) {
        const opened = await findTreatmentOfAppointment(tx, clinic.clinicId, appointmentId)
        return opened ? { treatmentId: opened } : { refusal: 'NotArrived' }
      }
      const treatmentId = randomUUID()
      await insertTreatment(tx, clinic.clinicId, { treatmentId, appointmentId, patientId, openedAt: nowAt })
      return { treatmentId }
    },
  )
  if ('treatmentId' in answer) house.changed(clinic.clinicId)
  return answer
}
