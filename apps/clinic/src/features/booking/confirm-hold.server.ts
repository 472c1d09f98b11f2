import type { Caller } from '#features/access/index.server.ts'
import { writeAuditLine } from '#features/records/index.server.ts'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { addJob, issueToken } from '#platform/house/house.queries.server.ts'
import { tokenHash } from '#platform/http/sealed.server.ts'
import { type AppointmentRow, book, lockAppointment } from './appointment.queries.server.ts'
import { type DiaryService, findService, readDiary } from './diary.server.ts'
import { attempt, findScreening, takeUses } from './hold.queries.server.ts'
import type { Confirmation, PatientDetails } from './hold.ts'
import { manageTokenOf, manageUrlOf } from './manage-link.server.ts'
import { openByToken } from './open-by-token.server.ts'
import { findOrCreatePatient } from './patient.queries.server.ts'
import type { HoldExpired, PatientElsewhere, UnknownHold } from './refusals.ts'
import { siteOrigin } from './site-origin.server.ts'
import { patientUse } from './visit-uses.ts'

export type ConfirmRequest = {
  holdId: string
  /** Undefined only for a caller who is a signed-in patient: then the appointment is theirs. */
  patient: PatientDetails | undefined
  /** The request's own origin ('http://localhost:3000'), for the links where POINTILLE_URL is not set. */
  origin: string
}

type Outcome = { language: 'fr' | 'en'; origin: string; isNew: boolean } | HoldExpired | PatientElsewhere

/** Turns a hold into an appointment. A retry returns the same, also long after the hold's end. */
export async function confirmHold(
  caller: Caller,
  request: ConfirmRequest,
): Promise<Confirmation | UnknownHold | HoldExpired | PatientElsewhere> {
  const opened = await openByToken(caller, request.holdId, 'hold')
  if (!opened) return { refusal: 'UnknownHold' }
  const { appointmentId } = opened
  const { house, clinic, nowAt } = opened.caller
  const { clinicId } = clinic
  // Read before the transaction: a use case holds one connection at a time, or a full pool waits for itself.
  const diary = await readDiary(house, clinic)
  const origin = await siteOrigin(house, clinicId, request.origin)
  const outcome = await inClinic(house.db, clinicId, async (tx): Promise<Outcome> => {
    const hold = await lockAppointment(tx, clinicId, appointmentId)
    if (hold.confirmedAt !== null)
      return { language: languageOf(hold), origin: hold.siteOrigin ?? origin, isNew: false }
    if (hold.status !== 'held' || hold.holdExpiresAt <= nowAt) return { refusal: 'HoldExpired' }
    const service = findService(diary, hold.serviceId)
    return turnIntoAppointment(tx, opened.caller, { hold, service, patient: request.patient, origin })
  })
  if ('refusal' in outcome) return outcome
  if (outcome.isNew) house.changed(clinicId)
  return {
    appointmentId,
    manageToken: manageTokenOf(house, appointmentId),
    manageUrl: manageUrlOf(house, outcome.origin, outcome.language, appointmentId),
  }
}

async function turnIntoAppointment(
  tx: ClinicTransaction,
  caller: Caller,
  booking: { hold: AppointmentRow; service: DiaryService | undefined } & Pick<ConfirmRequest, 'patient' | 'origin'>,
): Promise<Outcome> {
  const { house, clinic, actor, nowAt } = caller
  const { clinicId } = clinic
  const { hold, service, patient, origin } = booking
  const { appointmentId } = hold
  const language = patient?.language ?? languageOf(hold)
  const patientId = await findWhoComes(tx, caller, hold, patient)
  const use = patientUse(patientId, { startAt: hold.startsAt, endAt: hold.endsAt }, service?.phases ?? [])
  // Only somebody known can be elsewhere, so nothing was written when this refuses.
  if (!(await attempt(tx, () => takeUses(tx, clinicId, appointmentId, [use])))) return { refusal: 'PatientElsewhere' }
  await book(tx, clinicId, appointmentId, { patientId, language, siteOrigin: origin, at: nowAt })
  const sha256 = tokenHash(manageTokenOf(house, appointmentId))
  await issueToken(tx, { sha256, kind: 'manageAppointment', subjectId: appointmentId, expiresAt: undefined })
  await addJob(tx, {
    task: 'sendConfirmation',
    payload: { clinicId, appointmentId, origin },
    key: `confirmation ${appointmentId}`,
  })
  await writeAuditLine(tx, clinicId, actor, nowAt, {
    action: 'book',
    patientId,
    outcome: 'allowed',
    detail: `appointment ${appointmentId}`,
  })
  return { language, origin, isNew: true }
}

async function findWhoComes(
  tx: ClinicTransaction,
  { clinic, actor, nowAt }: Caller,
  hold: AppointmentRow,
  patient: PatientDetails | undefined,
): Promise<string> {
  if (!patient) {
    if (actor.kind !== 'patient') throw new Error('an appointment is confirmed for nobody')
    return actor.patientId
  }
  const screening = await findScreening(tx, clinic.clinicId, hold.appointmentId)
  if (!screening) throw new Error(`hold ${hold.appointmentId} has no answers`)
  return findOrCreatePatient(tx, clinic.clinicId, { ...patient, birthOn: screening.birthOn }, nowAt)
}

function languageOf({ language }: AppointmentRow): 'fr' | 'en' {
  return language as 'fr' | 'en'
}
