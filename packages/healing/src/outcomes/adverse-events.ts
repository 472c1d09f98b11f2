import { EVENT_COUNTS } from '../generated/adverse-events.ts'
import { EVENT_KINDS, type EventKind } from './adverse-event-rows.ts'
import { jeffreysInterval } from './beta-distribution.ts'

/** How often one kind of event was counted after needling. */
export interface AdverseEventRate {
  readonly kind: EventKind
  readonly events: number
  readonly people: number
  readonly studies: number
  /** 90 % (Jeffreys), were all series alike, which they are not; 0..1. */
  readonly low90: number
  readonly high90: number
  /** Rows of `adverse-events.csv` and `outcomes.csv`. */
  readonly sourceIds: readonly string[]
}

/** Every kind that some series counted with its people, from both tables; few denominators exist. */
export function adverseEventRates(): AdverseEventRate[] {
  return (Object.keys(EVENT_KINDS) as EventKind[]).map((kind) => {
    const counts = EVENT_COUNTS.filter((count) => count.kind === kind)
    const events = counts.reduce((sum, count) => sum + count.events, 0)
    const people = counts.reduce((sum, count) => sum + count.people, 0)
    const [low90, high90] = jeffreysInterval(events, people)
    return { kind, events, people, studies: counts.length, low90, high90, sourceIds: counts.map(({ id }) => id) }
  })
}
