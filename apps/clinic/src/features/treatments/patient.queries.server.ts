import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { isUuid } from '#platform/http/uuid.ts'
import type { PatientFacts } from './treatment-view.ts'

/** The banner's facts about a patient; throws when there is no such patient, for a key says there is. */
export async function getPatientFacts(
  tx: ClinicTransaction,
  clinicId: string,
  patientId: string,
): Promise<PatientFacts> {
  const row = await tx
    .selectFrom('clinic.patients')
    .select([
      'patientId',
      'givenName',
      'familyName',
      'birthOn',
      'fileNumber',
      'language',
      'allergiesStatus',
      'allergies',
    ])
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .executeTakeFirstOrThrow()
  return { ...row, language: row.language === 'en' ? 'en' : 'fr' }
}

/** Whether this clinic has a patient of this id. */
export async function hasPatient(tx: ClinicTransaction, clinicId: string, patientId: string): Promise<boolean> {
  if (!isUuid(patientId)) return false
  const row = await tx
    .selectFrom('clinic.patients')
    .select('patientId')
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .executeTakeFirst()
  return row !== undefined
}
