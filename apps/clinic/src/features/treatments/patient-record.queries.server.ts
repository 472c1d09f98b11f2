import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { instant } from '#platform/database/instant.server.ts'
import type { TreatmentRow } from './treatments.queries.server.ts'

/** Every treatment of a patient, the first first. */
export async function listTreatments(
  tx: ClinicTransaction,
  clinicId: string,
  patientId: string,
): Promise<TreatmentRow[]> {
  return tx
    .selectFrom('clinic.treatments')
    .select(['treatmentId', 'appointmentId', 'patientId', 'openedAt', 'sealedAt', 'planHash', 'lastSeq', 'headHash'])
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .orderBy('openedAt')
    .execute()
}

/** What the patient reported after their treatments: the last answer of each day. */
export async function listDayReports(tx: ClinicTransaction, clinicId: string, patientId: string) {
  return tx
    .selectFrom('clinic.checkIns')
    .distinctOn(['treatmentId', 'day'])
    .select(['treatmentId', 'day', 'redness', 'swelling', 'painScore', 'redFlags', 'careLevel', 'sentAt'])
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .orderBy('treatmentId')
    .orderBy('day')
    .orderBy('sentAt', 'desc')
    .execute()
}

/** Appointments still to come, the next first. */
export async function listComing(tx: ClinicTransaction, clinicId: string, patientId: string, afterAt: number) {
  return tx
    .selectFrom('clinic.appointments as a')
    .innerJoin('clinic.services as s', (join) =>
      join.onRef('s.clinicId', '=', 'a.clinicId').onRef('s.serviceId', '=', 'a.serviceId'),
    )
    .select(['a.appointmentId', 'a.startsAt', 's.nameFr', 's.nameEn'])
    .where('a.clinicId', '=', clinicId)
    .where('a.patientId', '=', patientId)
    .where('a.status', '=', 'booked')
    .where('a.endsAt', '>', instant(afterAt))
    .orderBy('a.startsAt')
    .execute()
}
