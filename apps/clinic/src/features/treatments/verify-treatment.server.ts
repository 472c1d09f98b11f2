import { type ChainResult, verifyChain } from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import { type NotAllowed, openRecord } from '#features/records/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { listEvents } from './events.queries.server.ts'
import { findTreatment } from './treatments.queries.server.ts'

/** A treatment as a file that `pointille verify` reads: the canonical text of every event, and the hash it claims. */
export type ExportedTreatment = {
  format: 'pointille-treatment'
  formatVersion: 1
  treatmentId: string
  sealed: boolean
  head: string | null
  events: { seq: number; canonical: string; hash: string }[]
}

/** The treatment's events as they were hashed, to be kept or checked elsewhere; undefined when there is no such treatment. */
export async function exportTreatment(
  caller: Caller,
  treatmentId: string,
): Promise<ExportedTreatment | NotAllowed | undefined> {
  const { house, clinic } = caller
  const known = await inClinic(house.db, clinic.clinicId, (tx) => findTreatment(tx, clinic.clinicId, treatmentId))
  if (!known) return undefined
  const access = {
    action: 'readRecord',
    patientId: known.patientId,
    detail: `export of treatment ${treatmentId}`,
  } as const
  return openRecord(caller, access, async (tx): Promise<ExportedTreatment> => {
    const stored = await listEvents(tx, clinic.clinicId, treatmentId)
    return {
      format: 'pointille-treatment',
      formatVersion: 1,
      treatmentId,
      sealed: known.sealedAt !== null,
      head: known.headHash,
      events: stored.map(({ seq, canonical, hash }) => ({ seq, canonical, hash })),
    }
  })
}

/** Recomputes the treatment's chain and compares it with the head that the treatment claims. */
export async function verifyTreatment(
  caller: Caller,
  treatmentId: string,
): Promise<ChainResult | NotAllowed | undefined> {
  const exported = await exportTreatment(caller, treatmentId)
  if (exported === undefined || 'refusal' in exported) return exported
  return verifyChain(exported.events, exported.head === null ? {} : { head: exported.head })
}
