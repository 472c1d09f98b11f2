import { randomUUID } from 'node:crypto'
import { differingFields, type MismatchMoment, type PrpIdentity, whyNotNow } from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import { appendWithin, readPolicy, readStored } from '#features/treatments/index.server.ts'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import type { BenchRefusal, StepDone } from './answers.ts'
import { appendEvent, eventOf } from './append-step.server.ts'
import { listIdentities } from './people.queries.server.ts'
import type { StoredTube } from './stored-tube.server.ts'
import { benchWords } from './words.ts'

/**
 * Stops a tube that met another person, for good, and tells its donor's treatment as a problem: a near miss, nothing was applied.
 * @returns undefined when the two are the same person after all
 */
export async function stopIfOther(
  tx: ClinicTransaction,
  caller: Caller,
  stored: StoredTube,
  { moment, inFront, treatmentId }: { moment: MismatchMoment; inFront: PrpIdentity; treatmentId: string | undefined },
): Promise<StepDone | BenchRefusal | undefined> {
  const donor = (await listIdentities(tx, caller.clinic.clinicId, [stored.patientId])).get(stored.patientId)
  if (!donor) throw new Error(`the donor of tube ${stored.tubeId} is not on file`)
  const differs = differingFields(donor, inFront)
  if (differs.length === 0) return undefined
  const { familyName, givenName, birthOn } = inFront
  const said = { familyName, givenName, birthOn, ...(treatmentId === undefined ? {} : { treatmentId }) }
  const written = await appendEvent(tx, caller, stored, eventOf(caller, { kind: 'mismatched', moment, said, differs }))
  if ('refusal' in written) return written
  await tellNearMiss(tx, caller, stored)
  return { stopped: true, tubeId: stored.tubeId }
}

/** In the treatment's own record, while it is open. */
async function tellNearMiss(tx: ClinicTransaction, caller: Caller, { treatmentId, tube }: StoredTube): Promise<void> {
  const { clinic, language, nowAt, actor } = caller
  const { policy } = await readPolicy(caller)
  const { state } = await readStored(tx, clinic.clinicId, treatmentId, policy)
  if (whyNotNow(state, 'problemReported') !== undefined || actor.kind !== 'member') return
  const answer = await appendWithin(tx, caller, treatmentId, {
    kind: 'problemReported',
    problem: 'other',
    note: benchWords[language].nearMiss(tube.label ?? ''),
    eventId: randomUUID(),
    at: new Date(nowAt).toISOString(),
    by: actor.memberId,
  })
  if (!answer.acknowledged) throw new Error(`a near miss was refused by its treatment: ${answer.refusal}`)
}
