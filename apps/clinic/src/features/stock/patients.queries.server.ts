import type { ClinicTransaction } from '#platform/database/database.server.ts'

/** Whose treatment it is. */
export async function findPatientOf(
  tx: ClinicTransaction,
  clinicId: string,
  treatmentId: string,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('clinic.treatments')
    .select('patientId')
    .where('clinicId', '=', clinicId)
    .where('treatmentId', '=', treatmentId)
    .executeTakeFirst()
  return row?.patientId
}
