import { type MismatchMoment, type PrpRefusal, parsePrpLabel } from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import type { BenchRefusal, StepDone } from './answers.ts'
import { listIdentities } from './people.queries.server.ts'
import { stopIfOther } from './stop-tube.server.ts'
import { readTube, type StoredTube } from './stored-tube.server.ts'
import { findTubeOfLabel, lockTube } from './tubes.queries.server.ts'

/**
 * After a scan that is not this tube's: whose is it? Another person's tube in this person's place is stopped; another label of the
 * same person, a void one or an unknown code is only refused.
 */
export async function explainScan(
  tx: ClinicTransaction,
  caller: Caller,
  stored: StoredTube,
  refused: PrpRefusal & { refusal: 'WrongLabel' },
  moment: MismatchMoment,
): Promise<StepDone | BenchRefusal> {
  const { clinicId } = caller.clinic
  const { scanned } = refused
  if (!parsePrpLabel(scanned)) return { refusal: 'UnknownLabel', scanned: scanned.slice(0, 40) }
  const row = await findTubeOfLabel(tx, clinicId, scanned)
  if (!row) return { refusal: 'UnknownLabel', scanned }
  if (row.patientId === stored.patientId) return refused
  const inFront = (await listIdentities(tx, clinicId, [stored.patientId])).get(stored.patientId)
  if (!inFront) throw new Error(`the donor of tube ${stored.tubeId} is not on file`)
  await lockTube(tx, row.tubeId)
  const other = await readTube(tx, clinicId, row)
  const { treatmentId } = stored
  return (await stopIfOther(tx, caller, other, { moment, inFront, treatmentId })) ?? refused
}
