import type { ClinicTransaction } from '#platform/database/database.server.ts'

/** A signed consent: bound to the text's hash, its language, and the plan's hash. `signedAt` in epoch ms. */
export type SignedConsent = {
  consentId: string
  treatmentId: string
  patientId: string
  textVersion: number
  language: 'fr' | 'en'
  textHash: string
  planHash: string
  signatureName: string
  signedAt: number
}

export async function insertConsent(tx: ClinicTransaction, clinicId: string, consent: SignedConsent): Promise<void> {
  await tx
    .insertInto('clinic.consents')
    .values({ clinicId, ...consent, signedAt: new Date(consent.signedAt) })
    .execute()
}

/** Dates the withdrawal of every consent of the treatment that still holds. */
export async function withdrawConsents(
  tx: ClinicTransaction,
  clinicId: string,
  treatmentId: string,
  at: number,
): Promise<void> {
  await tx
    .updateTable('clinic.consents')
    .set({ withdrawnAt: new Date(at) })
    .where('clinicId', '=', clinicId)
    .where('treatmentId', '=', treatmentId)
    .where('voidedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .execute()
}
