import { applyEvent } from './apply-event.ts'
import type { TreatmentEvent } from './event.ts'
import type { TreatmentRefusal } from './refusal.ts'
import { startTreatment, type TreatmentPolicy, type TreatmentState } from './state.ts'

/** The refusal of one event of a list: its place (1, 2, 3…) and the state before it. */
export type ReplayRefusal = TreatmentRefusal & { seq: number; state: TreatmentState }

/** The state that a list of events makes, or the first event that could not have come then. */
export function replay(
  events: readonly TreatmentEvent[],
  policy?: TreatmentPolicy,
): { state: TreatmentState } | ReplayRefusal {
  let state = startTreatment(policy)
  for (const [index, event] of events.entries()) {
    const result = applyEvent(state, event)
    if ('refusal' in result) return { ...result, seq: index + 1, state }
    state = result.state
  }
  return { state }
}
