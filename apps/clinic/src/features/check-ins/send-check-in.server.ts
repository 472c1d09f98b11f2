import { type CareLevel, careLevel, type InvalidCheckIn, parseCheckIn } from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import { isNotAllowed, type NotAllowed, openRecord } from '#features/records/index.server.ts'
import { isUuid } from '#platform/http/uuid.ts'
import {
  findCheckIn,
  findSealedTreatment,
  insertCheckIn,
  listCheckIns,
  type StoredCheckIn,
} from './check-ins.queries.server.ts'
import { dayAfter } from './day-after.ts'
import { expectDay } from './expect-day.server.ts'
import { answersOutside } from './expected-day.ts'

/** The check-in as it is stored, with how soon somebody must look. */
export type SentCheckIn = StoredCheckIn & { careLevel: CareLevel }
export type CheckInRefused =
  | { refusal: 'NoSuchTreatment' }
  | { refusal: 'DayNotReached'; day: number; today: number }
  | InvalidCheckIn

/**
 * Stores a patient's day report, beside what the forecast expected of that day. A red flag, or an answer more marked than
 * expected, is on the team's list as soon as this returns. Sending the same id twice is sending it once, and answers with
 * what came first; any past day may still be filled, a day to come may not.
 * @param checkInId made by the patient's own device or page (uuid)
 * @param answers untrusted, as `parseCheckIn` reads them
 */
export async function sendCheckIn(
  caller: Caller,
  report: { checkInId: string; treatmentId: string; answers: unknown },
): Promise<SentCheckIn | CheckInRefused | NotAllowed> {
  const { house, clinic, actor, nowAt } = caller
  const { checkInId, treatmentId } = report
  const patientId = actor.kind === 'patient' ? actor.patientId : undefined
  const parsed = parseCheckIn(report.answers)
  if ('refusal' in parsed) return parsed
  const { day, redness, swelling, painScore, redFlags } = parsed.checkIn
  if (!isUuid(checkInId) || !isUuid(treatmentId)) return { refusal: 'NoSuchTreatment' }
  const access = { action: 'sendCheckIn', patientId, detail: `treatment ${treatmentId} day ${day}` } as const
  const sent = await openRecord(caller, access, async (tx): Promise<SentCheckIn | CheckInRefused> => {
    const treatment = await findSealedTreatment(tx, clinic.clinicId, treatmentId, patientId!)
    if (!treatment) return { refusal: 'NoSuchTreatment' }
    const today = dayAfter(treatment.openedAt, nowAt, clinic.timeZone)
    if (day > today) return { refusal: 'DayNotReached', day, today }
    const { clinicId, timeZone } = clinic
    const sent = await listCheckIns(tx, clinicId, treatmentId)
    const treated = { clinicId, timeZone, treatmentId, patientId: patientId!, treatedAt: treatment.openedAt, sent }
    const expected = await expectDay(tx, treated, day)
    const checkIn: SentCheckIn = {
      checkInId,
      treatmentId,
      patientId: patientId!,
      day,
      redness,
      swelling,
      painScore,
      redFlags: [...redFlags],
      careLevel: careLevel(parsed.checkIn),
      expected,
      outside: expected ? answersOutside(expected, parsed.checkIn) : [],
      sentAt: nowAt,
    }
    if (await insertCheckIn(tx, clinic.clinicId, checkIn)) return checkIn
    const known = await findCheckIn(tx, clinic.clinicId, checkInId)
    return known?.treatmentId === treatmentId ? (known as SentCheckIn) : { refusal: 'NoSuchTreatment' }
  })
  if (!isNotAllowed(sent)) house.changed(clinic.clinicId)
  return sent
}
