import type { Caller } from '#features/access/index.server.ts'
import { writeAuditLine } from '#features/records/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { addJob } from '#platform/house/house.queries.server.ts'
import { cancel, lockAppointment } from './appointment.queries.server.ts'
import { readDiary } from './diary.server.ts'
import { openByToken } from './open-by-token.server.ts'
import type { TooLateToChange, UnknownAppointment } from './refusals.ts'
import { siteOrigin } from './site-origin.server.ts'
import { freeCancelUntil, isChangeable } from './visit-changes.ts'

/** Cancels by link, possible until the start. `free` tells whether the clinic's free delay was kept. Twice is the same as once. */
export async function cancelAppointment(
  caller: Caller,
  { token, origin }: { token: string; origin: string },
): Promise<{ cancelled: true; free: boolean } | UnknownAppointment | TooLateToChange> {
  const opened = await openByToken(caller, token, 'manageAppointment')
  if (!opened) return { refusal: 'UnknownAppointment' }
  const { appointmentId } = opened
  const { house, clinic, actor, nowAt } = opened.caller
  const { clinicId } = clinic
  const { freeCancelHours } = (await readDiary(house, clinic)).profile
  const site = await siteOrigin(house, clinicId, origin)
  const answer = await inClinic(house.db, clinicId, async (tx) => {
    const visit = await lockAppointment(tx, clinicId, appointmentId)
    if (visit.status === 'cancelled') {
      const free = (visit.cancelledAt ?? nowAt) <= freeCancelUntil(visit, freeCancelHours)
      return { cancelled: true, free, isNew: false } as const
    }
    if (!isChangeable(visit, nowAt)) return { refusal: 'TooLateToChange', status: visit.status } as const
    await cancel(tx, clinicId, visit, 'patient', nowAt)
    await addJob(tx, {
      task: 'sendCancellation',
      payload: { clinicId, appointmentId, origin: site },
      key: `cancellation ${appointmentId}`,
    })
    await writeAuditLine(tx, clinicId, actor, nowAt, {
      action: 'cancel',
      patientId: visit.patientId ?? undefined,
      outcome: 'allowed',
      detail: `appointment ${appointmentId}`,
    })
    return { cancelled: true, free: nowAt <= freeCancelUntil(visit, freeCancelHours), isNew: true } as const
  })
  if ('refusal' in answer) return answer
  if (answer.isNew) house.changed(clinicId)
  return { cancelled: true, free: answer.free }
}
