import type { PrpIdentity } from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import type { BenchRefusal, StepDone } from './answers.ts'
import { appendEvent, eventOf, tryEvent } from './append-step.server.ts'
import { withTube } from './at-the-bench.server.ts'
import { findInTreatment } from './people.queries.server.ts'
import { stopIfOther } from './stop-tube.server.ts'

/** Who is in front: chosen among those in treatment, or as they said it aloud. */
export type InFront = { treatmentId: string } | { said: PrpIdentity }

/** Holds the tube against the person in front: they are its donor, or the tube is stopped for good. */
export async function matchPerson(caller: Caller, tubeId: string, front: InFront): Promise<StepDone | BenchRefusal> {
  return withTube<StepDone>(caller, tubeId, 'match', async (tx, stored) => {
    const chosen =
      'treatmentId' in front ? await findInTreatment(tx, caller.clinic.clinicId, front.treatmentId) : undefined
    if ('treatmentId' in front && !chosen)
      return { refusal: front.treatmentId === '' ? 'NobodyChosen' : 'NotInTreatment' }
    const inFront = 'said' in front ? front.said : chosen!.identity
    const treatmentId = chosen?.treatmentId
    const match = {
      kind: 'identityMatched',
      patientId: stored.patientId,
      treatmentId: treatmentId ?? stored.treatmentId,
    } as const
    const event = eventOf(caller, match)
    // Asked before anybody is stopped: a tube that waits for its spin meets nobody yet.
    const early = tryEvent(stored, event)
    if (early?.refusal === 'IllegalPrpStep' || early?.refusal === 'ClockWentBack') return early
    const stopped = await stopIfOther(tx, caller, stored, { moment: 'match', inFront, treatmentId })
    if (stopped) return stopped
    const written = await appendEvent(tx, caller, stored, event)
    return 'refusal' in written ? written : { done: true, tubeId }
  })
}
