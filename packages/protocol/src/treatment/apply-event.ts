import { type Instant, laterOf, minutesBetween } from '../instant.ts'
import { changePlain } from './change-plain.ts'
import { changeZone } from './change-zone.ts'
import { clockToleranceMinutes } from './clock.ts'
import type { TreatmentEvent } from './event.ts'
import { parseEvent } from './parse-event.ts'
import { possibleEvents, whyNotNow } from './possible-events.ts'
import { type Objection, refuse, type TreatmentRefusal } from './refusal.ts'
import type { TreatmentState } from './state.ts'

/**
 * The one step of the treatment, run alike by the tablet and the server: the state after the event, or why it may not come now and
 * what may. Never throws: the event is checked even if its type promises a lot, because it crossed a network.
 */
export function applyEvent(state: TreatmentState, input: TreatmentEvent): { state: TreatmentState } | TreatmentRefusal {
  const result = changed(state, input)
  return 'refusal' in result ? { ...result, expected: possibleEvents(state) } : { state: result }
}

function changed(state: TreatmentState, input: unknown): TreatmentState | Objection {
  const parsed = parseEvent(input)
  if ('refusal' in parsed) return refuse('InvalidEvent', { field: parsed.field, limit: parsed.limit })
  const { event } = parsed
  if (state.eventIds.includes(event.eventId)) return refuse('DuplicateEvent', { eventId: event.eventId })
  const cause = whyNotNow(state, event.kind, 'zone' in event ? event.zone : undefined)
  if (cause !== undefined) return refuse('IllegalStep', { cause })
  if (state.lastAt !== undefined && minutesBetween(event.at, state.lastAt) > clockToleranceMinutes) {
    return refuse('ClockWentBack', { at: event.at, lastAt: state.lastAt, toleranceMinutes: clockToleranceMinutes })
  }
  const next = 'zone' in event ? changeZone(state, event) : changePlain(state, event)
  if ('refusal' in next) return next
  return { ...next, eventIds: [...state.eventIds, event.eventId], lastAt: latest(state.lastAt, event.at) }
}

function latest(lastAt: Instant | undefined, at: Instant): Instant {
  return lastAt === undefined ? at : laterOf(lastAt, at)
}
