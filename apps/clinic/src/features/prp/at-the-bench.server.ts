import { prpHere } from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import { readProfile } from '#features/clinics/index.server.ts'
import { isNotAllowed, openRecord } from '#features/records/index.server.ts'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import type { BenchRefusal } from './answers.ts'
import { readTube, type StoredTube } from './stored-tube.server.ts'
import { findTube, lockTube } from './tubes.queries.server.ts'

/** Whether this clinic has plasma at all. */
export async function hasPrp({ house, clinic }: Pick<Caller, 'house' | 'clinic'>): Promise<boolean> {
  const { country, prpPurpose } = await readProfile(house, clinic)
  return prpHere({ country, purpose: prpPurpose }) === 'possible'
}

/**
 * Runs a step on one tube: the record of its donor is opened, the tube locked and read, and what changed is rung. What `work`
 * refuses has written nothing but the line of the access log.
 */
export async function withTube<T extends object>(
  caller: Caller,
  tubeId: string,
  detail: string,
  work: (tx: ClinicTransaction, stored: StoredTube) => Promise<T | BenchRefusal>,
): Promise<T | BenchRefusal> {
  const { house, clinic } = caller
  if (!(await hasPrp(caller))) return { refusal: 'NoPrpHere' }
  const row = await inClinic(house.db, clinic.clinicId, (tx) => findTube(tx, clinic.clinicId, tubeId))
  if (!row) return { refusal: 'NoSuchTube' }
  const access = { action: 'handlePlasma', patientId: row.patientId, detail: `${detail}, tube ${tubeId}` } as const
  const answer = await openRecord(caller, access, async (tx) => {
    await lockTube(tx, tubeId)
    return work(tx, await readTube(tx, clinic.clinicId, row))
  })
  if (!isNotAllowed(answer) && !('refusal' in answer)) house.changed(clinic.clinicId)
  return answer
}
