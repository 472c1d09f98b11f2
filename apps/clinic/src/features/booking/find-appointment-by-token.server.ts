import type { Caller } from '#features/access/index.server.ts'
import { writeAuditLine } from '#features/records/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { localTime } from '#platform/languages/dates.ts'
import { findAppointment, findPatientName } from './appointment.queries.server.ts'
import { describeVisit } from './describe-visit.server.ts'
import { readDiary } from './diary.server.ts'
import { openByToken } from './open-by-token.server.ts'
import type { ManagedVisit } from './visit.ts'
import { freeCancelUntil, isChangeable } from './visit-changes.ts'

/** The appointment that a link of a confirmation opens, in whichever clinic of the house; undefined for an unknown link. */
export async function findAppointmentByToken(caller: Caller, token: string): Promise<ManagedVisit | undefined> {
  const opened = await openByToken(caller, token, 'manageAppointment')
  if (!opened) return undefined
  const { house, clinic, actor, nowAt } = opened.caller
  const { clinicId } = clinic
  const found = await inClinic(house.db, clinicId, async (tx) => {
    const row = await findAppointment(tx, clinicId, opened.appointmentId)
    if (!row?.patientId) return undefined
    await writeAuditLine(tx, clinicId, actor, nowAt, {
      action: 'manageAppointmentByLink',
      patientId: row.patientId,
      outcome: 'allowed',
      detail: `appointment ${row.appointmentId}`,
    })
    return { row, patient: await findPatientName(tx, clinicId, row.patientId) }
  })
  if (!found) return undefined
  const { row, patient } = found
  const { freeCancelHours } = (await readDiary(house, clinic)).profile
  const { on, time } = localTime(row.startsAt, clinic.timeZone)
  return {
    appointmentId: row.appointmentId,
    clinic: { clinicId, slug: clinic.slug, name: clinic.name, timeZone: clinic.timeZone },
    status: row.status as ManagedVisit['status'],
    ...(await describeVisit(opened.caller, row)),
    startAt: row.startsAt,
    endAt: row.endsAt,
    date: on,
    localTime: time,
    givenName: patient.givenName,
    language: row.language as 'fr' | 'en',
    freeCancelHours,
    freeCancelUntilAt: freeCancelUntil(row, freeCancelHours),
    changeable: isChangeable(row, nowAt),
  }
}
