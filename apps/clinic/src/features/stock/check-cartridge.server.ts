import type { Caller } from '#features/access/index.server.ts'
import { type NotAllowed, openRecord } from '#features/records/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import type { AskedCartridge, CartridgeAnswer } from './cartridge-answer.ts'
import { judgeCartridge } from './judge-cartridge.server.ts'
import { findPatientOf } from './patients.queries.server.ts'

/**
 * Answers a scan in front of a patient: may this cartridge be opened for this treatment? Nothing is opened by asking. The access
 * log says that the treatment's record was used for it.
 */
export async function checkCartridge(
  caller: Caller,
  treatmentId: string,
  asked: AskedCartridge,
): Promise<CartridgeAnswer | NotAllowed | { refusal: 'NoSuchTreatment' }> {
  const { house, clinic, nowAt } = caller
  const { clinicId } = clinic
  const patientId = await inClinic(house.db, clinicId, (tx) => findPatientOf(tx, clinicId, treatmentId))
  if (patientId === undefined) return { refusal: 'NoSuchTreatment' }
  const access = { action: 'runTreatment', patientId, detail: `cartridge asked for, treatment ${treatmentId}` } as const
  return openRecord(caller, access, (tx) => judgeCartridge(tx, clinicId, asked, { treatmentId, at: nowAt }))
}
