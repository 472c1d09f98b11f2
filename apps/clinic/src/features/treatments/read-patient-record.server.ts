import type { Caller } from '#features/access/index.server.ts'
import { readProfile } from '#features/clinics/index.server.ts'
import { listAuditLines, type NotAllowed, openRecord } from '#features/records/index.server.ts'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { addDays, ageOn, localTime } from '#platform/languages/dates.ts'
import { getPatientFacts, hasPatient } from './patient.queries.server.ts'
import { listComing, listDayReports, listTreatments } from './patient-record.queries.server.ts'
import { groupAccesses } from './record/group-accesses.ts'
import type { DayReport, PastTreatment, PatientRecord } from './record/patient-record.ts'
import { readPolicy, readStored } from './stored-treatment.server.ts'

/** A patient's record: who they are, what was done and what they said after, and who looked. Undefined for nobody of this clinic. */
export async function readPatientRecord(
  caller: Caller,
  patientId: string,
): Promise<PatientRecord | NotAllowed | undefined> {
  const { house, clinic, nowAt, language } = caller
  const isKnown = await inClinic(house.db, clinic.clinicId, (tx) => hasPatient(tx, clinic.clinicId, patientId))
  if (!isKnown) return undefined
  const todayOn = localTime(nowAt, clinic.timeZone).on
  return openRecord(
    caller,
    { action: 'readRecord', patientId, detail: 'record' },
    async (tx): Promise<PatientRecord> => {
      const { patient, treatments } = await gatherPast(tx, caller, patientId)
      const coming = await listComing(tx, clinic.clinicId, patientId, nowAt)
      return {
        patient,
        ageYears: ageOn(patient.birthOn, todayOn),
        treatments,
        coming: coming.map(({ appointmentId, startsAt, nameFr, nameEn }) => ({
          appointmentId,
          startsAt,
          service: language === 'fr' ? nameFr : nameEn,
        })),
        accesses: groupAccesses(
          await listAuditLines(tx, clinic.clinicId, patientId),
          (at) => localTime(at, clinic.timeZone).on,
        ),
        timeZone: clinic.timeZone,
      }
    },
  )
}

/** Who a patient is and what was done so far, the first treatment first; within a transaction that `openRecord` opened. */
export async function gatherPast(
  tx: ClinicTransaction,
  caller: Caller,
  patientId: string,
): Promise<Pick<PatientRecord, 'patient' | 'treatments'>> {
  const { house, clinic, nowAt } = caller
  const { policy } = await readPolicy(caller)
  const { checkInDays } = await readProfile(house, clinic)
  const todayOn = localTime(nowAt, clinic.timeZone).on
  const reports = await listDayReports(tx, clinic.clinicId, patientId)
  const treatments: PastTreatment[] = []
  for (const row of await listTreatments(tx, clinic.clinicId, patientId)) {
    const { state } = await readStored(tx, clinic.clinicId, row.treatmentId, policy)
    const own = reports.filter(({ treatmentId }) => treatmentId === row.treatmentId)
    const on = localTime(row.openedAt, clinic.timeZone).on
    treatments.push({
      treatmentId: row.treatmentId,
      on,
      openedAt: row.openedAt,
      sealedAt: row.sealedAt ?? undefined,
      head: row.headHash ?? undefined,
      state,
      reports: own,
      follow:
        row.sealedAt === null || state.lastNeedlingAt === undefined ? [] : followUp(on, todayOn, checkInDays, own),
    })
  }
  return { patient: await getPatientFacts(tx, clinic.clinicId, patientId), treatments }
}

/** The days on which the clinic asks, and any other day on which the patient wrote. */
function followUp(
  on: string,
  todayOn: string,
  asked: readonly number[],
  reports: readonly DayReport[],
): PastTreatment['follow'] {
  const days = [...new Set([...asked, ...reports.map(({ day }) => day)])].sort((a, b) => a - b)
  return days.map((day) => {
    const report = reports.find((one) => one.day === day)
    if (report) return { day, state: report.careLevel === 'none' ? 'done' : 'outside' }
    return { day, state: addDays(on, day) < todayOn ? 'missed' : 'ahead' }
  })
}
