import { checkInDays } from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import { type NotAllowed, openRecord } from '#features/records/index.server.ts'
import { listCheckIns, listSealedTreatments, type StoredCheckIn } from './check-ins.queries.server.ts'
import { dateOfDay, dayAfter } from './day-after.ts'

/** A treatment as its patient follows it: today's day number, and each planned check-in with what was sent for it. */
export type FollowedTreatment = {
  treatmentId: string
  treatedAt: number
  today: number
  days: { day: number; on: string; sent: StoredCheckIn | undefined }[]
}

/** The patient's own treatments and check-ins, newest first. */
export function readOwnTreatments(caller: Caller): Promise<FollowedTreatment[] | NotAllowed> {
  const { clinic, actor, nowAt } = caller
  const patientId = actor.kind === 'patient' ? actor.patientId : undefined
  return openRecord(caller, { action: 'readOwnSpace', patientId, detail: 'treatments' }, async (tx) => {
    const followed: FollowedTreatment[] = []
    for (const treatment of await listSealedTreatments(tx, clinic.clinicId, patientId!)) {
      const sent = await listCheckIns(tx, clinic.clinicId, treatment.treatmentId)
      followed.push({
        treatmentId: treatment.treatmentId,
        treatedAt: treatment.openedAt,
        today: dayAfter(treatment.openedAt, nowAt, clinic.timeZone),
        days: checkInDays.map((day) => ({
          day,
          on: dateOfDay(treatment.openedAt, day, clinic.timeZone),
          sent: sent.findLast((checkIn) => checkIn.day === day),
        })),
      })
    }
    return followed
  })
}
