import { type DiscardReason, discardReasons, type PrpStep } from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import type { BenchRefusal, StepDone } from './answers.ts'
import { appendEvent, eventOf } from './append-step.server.ts'
import { withTube } from './at-the-bench.server.ts'

/** A step that needs nothing but the tube: the spin stopped, a colleague called, the remains thrown away. */
export async function recordTubeStep(
  caller: Caller,
  tubeId: string,
  kind: 'spinEnded' | 'colleagueCalled' | 'remainsDiscarded',
): Promise<StepDone | BenchRefusal> {
  return record(caller, tubeId, { kind })
}

/** The tube, and a syringe filled from it, go into the clinical waste. */
export async function discardTube(
  caller: Caller,
  tubeId: string,
  { reason, note }: { reason: string; note: string },
): Promise<StepDone | BenchRefusal> {
  const known = discardReasons.find((candidate): candidate is DiscardReason => candidate === reason)
  if (!known || (known === 'other' && note.trim() === '')) return { refusal: 'ReasonMissing' }
  const said = note.trim().slice(0, 500)
  return record(caller, tubeId, { kind: 'discarded', reason: known, ...(said === '' ? {} : { note: said }) })
}

function record(caller: Caller, tubeId: string, step: PrpStep): Promise<StepDone | BenchRefusal> {
  return withTube<StepDone>(caller, tubeId, step.kind, async (tx, stored) => {
    const written = await appendEvent(tx, caller, stored, eventOf(caller, step))
    return 'refusal' in written ? written : { done: true, tubeId }
  })
}
