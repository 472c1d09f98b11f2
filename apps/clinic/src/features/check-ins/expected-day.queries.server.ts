import type { TreatmentEvent } from '@pointille/protocol'
import type { ClinicTransaction } from '#platform/database/database.server.ts'

/** Everything written down in one treatment, in order. Every event passed the protocol's own check before it was stored. */
export async function listEvents(
  tx: ClinicTransaction,
  clinicId: string,
  treatmentId: string,
): Promise<TreatmentEvent[]> {
  const rows = await tx
    .selectFrom('clinic.treatmentEvents')
    .select('canonical')
    .where('clinicId', '=', clinicId)
    .where('treatmentId', '=', treatmentId)
    .orderBy('seq')
    .execute()
  return rows.map(({ canonical }) => JSON.parse(canonical.toString('utf8')) as TreatmentEvent)
}

/** The patient's birth date, 'YYYY-MM-DD'. */
export async function getBirthOn(tx: ClinicTransaction, clinicId: string, patientId: string): Promise<string> {
  const { birthOn } = await tx
    .selectFrom('clinic.patients')
    .select('birthOn')
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .executeTakeFirstOrThrow()
  return birthOn
}
