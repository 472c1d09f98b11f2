import { rcfG, spinLimits } from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import type { BenchRefusal, StepDone } from './answers.ts'
import { appendEvent, eventOf, tryEvent } from './append-step.server.ts'
import { withTube } from './at-the-bench.server.ts'
import { insertSpin, listPlaces } from './centrifuge.queries.server.ts'

/** Puts the tube in its place and starts it; the force follows from the place's radius and the speed. */
export async function startSpin(
  caller: Caller,
  tubeId: string,
  { placeId, rpm, minutes }: { placeId: string; rpm: number; minutes: number },
): Promise<StepDone | BenchRefusal> {
  return withTube<StepDone>(caller, tubeId, 'spin', async (tx, stored) => {
    const { clinicId } = caller.clinic
    const place = (await listPlaces(tx, clinicId)).find((candidate) => candidate.placeId === placeId)
    if (!place) return { refusal: 'NoSuchPlace' }
    const { radiusMm } = place
    const forceG = Math.round(rcfG(radiusMm, rpm))
    const { forceG: force } = spinLimits
    if (!(forceG >= force.low && forceG <= force.high)) return { refusal: 'SpinOutOfRange', forceG }
    const event = eventOf(caller, { kind: 'spinStarted', placeId, radiusMm, rpm, forceG, minutes })
    const refused = tryEvent(stored, event)
    if (refused) return refused
    const span = { startAt: caller.nowAt, endAt: caller.nowAt + minutes * 60_000 }
    const placed = await insertSpin(tx, clinicId, {
      spinId: event.eventId,
      tubeId,
      placeId,
      ...span,
      rpm,
      radiusMm,
      forceG,
    })
    if (!placed) return { refusal: 'PlaceTaken' }
    const written = await appendEvent(tx, caller, stored, event)
    return 'refusal' in written ? written : { done: true, tubeId }
  })
}
