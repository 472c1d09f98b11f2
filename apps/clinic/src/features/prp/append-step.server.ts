import { randomUUID } from 'node:crypto'
import {
  applyPrpEvent,
  canonicalBytes,
  chainHash,
  type PrpEvent,
  type PrpRefusal,
  type PrpStep,
} from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import type { StoredTube } from './stored-tube.server.ts'
import { insertTubeEvent } from './tubes.queries.server.ts'

/** A step as an event by whoever asks, now. */
export function eventOf({ actor, nowAt }: Caller, step: PrpStep): PrpEvent {
  const by = actor.kind === 'member' ? actor.memberId : ''
  return { ...step, eventId: randomUUID(), at: new Date(nowAt).toISOString(), by } as PrpEvent
}

/** What the tube would be after the event, or why it may not come; nothing is written. */
export function tryEvent(stored: StoredTube, event: PrpEvent): PrpRefusal | undefined {
  const next = applyPrpEvent(stored.tube, event)
  return 'refusal' in next ? next : undefined
}

/** Writes an event at the end of its tube's chain, or refuses it with nothing written. */
export async function appendEvent(
  tx: ClinicTransaction,
  caller: Caller,
  stored: StoredTube,
  event: PrpEvent,
): Promise<StoredTube | PrpRefusal> {
  const next = applyPrpEvent(stored.tube, event)
  if ('refusal' in next) return next
  const canonical = canonicalBytes(event)
  const hash = chainHash(stored.head, canonical)
  const seq = stored.seq + 1
  await insertTubeEvent(tx, caller.clinic.clinicId, stored.tubeId, {
    seq,
    eventId: event.eventId,
    kind: event.kind,
    at: Date.parse(event.at),
    byMember: event.by,
    canonical,
    hash,
    recordedAt: caller.nowAt,
  })
  return { ...stored, tube: next.tube, events: [...stored.events, event], seq, head: hash, headHash: hash }
}
