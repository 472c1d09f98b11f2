import { parsePrpLabel } from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { findTubeOfLabel } from './tubes.queries.server.ts'

/** Which tube a scanned or typed code is of; its page then opens the record. */
export async function findLabel({ house, clinic }: Caller, code: string): Promise<string | undefined> {
  const label = code.trim().toUpperCase()
  if (!parsePrpLabel(label)) return undefined
  return inClinic(house.db, clinic.clinicId, async (tx) => (await findTubeOfLabel(tx, clinic.clinicId, label))?.tubeId)
}
