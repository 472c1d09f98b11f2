import type { RecordedEvent } from '../treatment-view.ts'

/** Events one after the other that a reader sees as one: the passes of a round. */
export type EventGroup = { first: RecordedEvent; last: RecordedEvent; count: number }

/** The events in their order, with passes of one round by one person as one line. */
export function groupEvents(events: readonly RecordedEvent[]): EventGroup[] {
  const groups: EventGroup[] = []
  for (const event of events) {
    const group = groups.at(-1)
    const joins =
      group &&
      event.event.kind === 'passAdded' &&
      group.first.event.kind === 'passAdded' &&
      group.first.event.zone === event.event.zone &&
      group.first.event.by === event.event.by
    if (joins) {
      group.last = event
      group.count += 1
    } else groups.push({ first: event, last: event, count: 1 })
  }
  return groups
}
