import { type CareLevel, type CheckIn, careLevel, type InvalidCheckIn, parseCheckIn } from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import { isNotAllowed, type NotAllowed, openRecord } from '#features/records/index.server.ts'
import { findCheckIn, findSealedTreatment, insertCheckIn } from './check-ins.queries.server.ts'
import { dayAfter } from './day-after.ts'

export type SentCheckIn = { checkInId: string; day: number; careLevel: CareLevel; checkIn: CheckIn }
export type CheckInRefused =
  | { refusal: 'NoSuchTreatment' }
  | { refusal: 'DayNotReached'; day: number; today: number }
  | InvalidCheckIn

/**
 * Stores a patient's day report. A red flag is on the team's list as soon as this returns. Sending the same id twice is
 * sending it once; any past day may still be filled, a day to come may not.
 * @param checkInId made by the patient's own device or page (uuid)
 * @param answers untrusted, as `parseCheckIn` reads them
 */
export async function sendCheckIn(
  caller: Caller,
  report: { checkInId: string; treatmentId: string; day: number; answers: unknown },
): Promise<SentCheckIn | CheckInRefused | NotAllowed> {
  const { house, clinic, actor, nowAt } = caller
  const patientId = actor.kind === 'patient' ? actor.patientId : undefined
  const parsed = parseCheckIn(report.answers)
  if ('refusal' in parsed) return parsed
  const { checkIn } = parsed
  const access = {
    action: 'sendCheckIn',
    patientId,
    detail: `treatment ${report.treatmentId} day ${report.day}`,
  } as const
  const sent = await openRecord(caller, access, async (tx): Promise<SentCheckIn | CheckInRefused> => {
    const treatment = await findSealedTreatment(tx, clinic.clinicId, report.treatmentId, patientId!)
    if (!treatment) return { refusal: 'NoSuchTreatment' }
    const today = dayAfter(treatment.openedAt, nowAt, clinic.timeZone)
    if (report.day < 0 || report.day > today) return { refusal: 'DayNotReached', day: report.day, today }
    const level = careLevel(checkIn)
    const isNew = await insertCheckIn(tx, clinic.clinicId, {
      ...checkIn,
      checkInId: report.checkInId,
      treatmentId: report.treatmentId,
      patientId: patientId!,
      day: report.day,
      careLevel: level,
      sentAt: nowAt,
    })
    if (!isNew) {
      const known = await findCheckIn(tx, clinic.clinicId, report.checkInId)
      if (known?.patientId !== patientId) return { refusal: 'NoSuchTreatment' }
    }
    return { checkInId: report.checkInId, day: report.day, careLevel: level, checkIn }
  })
  if (!isNotAllowed(sent)) house.changed(clinic.clinicId)
  return sent
}
