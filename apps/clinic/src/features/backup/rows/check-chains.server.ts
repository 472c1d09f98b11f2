import { type ChainedEvent, type ChainFault, verifyChain } from '@pointille/protocol'
import { readRows } from './copy-text.ts'

/** `ending`: the treatment's own row says that its chain ends elsewhere. `columns`: an event's columns say another thing than its bytes. */
export type BrokenChain = { treatmentId: string; seq: number; why: ChainFault | 'ending' | 'columns' }

export type ChainsFound = {
  treatments: number
  events: number
  broken: BrokenChain[]
  /** Where the head that was asked for stands: the end of a treatment's chain, an earlier event of one, or nowhere. */
  head?: { treatmentId: string; seq: number; isLast: boolean }
}

type Ending = { lastSeq: number; headHash: string | null }
type StoredEvent = ChainedEvent & { agrees: boolean }

/**
 * Recomputes the chain of every treatment from rows as they pass: those of clinic.treatments first, then those of
 * clinic.treatment_events ordered by clinic, treatment and sequence.
 */
export function makeChainCheck(expectedHead?: string) {
  const endings = new Map<string, Ending>()
  const found: ChainsFound = { treatments: 0, events: 0, broken: [] }
  let treatmentId = ''
  let events: StoredEvent[] = []

  const finish = () => {
    if (events.length === 0) return
    const ending = endings.get(treatmentId)
    endings.delete(treatmentId)
    const broken = findBreak(events, ending)
    if (broken) found.broken.push({ treatmentId, ...broken })
    const named = expectedHead && events.find(({ hash }) => hash === expectedHead)
    if (named) found.head = { treatmentId, seq: named.seq, isLast: named === events.at(-1) }
    events = []
  }

  return {
    /** Rows of one table, whole lines; other tables than the two are passed over. */
    take(table: string, columns: readonly string[], lines: Uint8Array): void {
      if (table === 'clinic.treatments') {
        for (const cell of readRows(columns)(textOf(lines))) {
          found.treatments += 1
          endings.set(cell('treatment_id')!, { lastSeq: Number(cell('last_seq')), headHash: cell('head_hash') })
        }
      }
      if (table !== 'clinic.treatment_events') return
      for (const cell of readRows(columns)(textOf(lines))) {
        if (cell('treatment_id') !== treatmentId) finish()
        treatmentId = cell('treatment_id')!
        found.events += 1
        events.push(readEvent(cell))
      }
    },
    /** Call once, after the last row. */
    end(): ChainsFound {
      finish()
      for (const [id, { lastSeq }] of endings)
        if (lastSeq > 0) found.broken.push({ treatmentId: id, seq: lastSeq, why: 'sequence' })
      return found
    },
  }
}

export type ChainCheck = ReturnType<typeof makeChainCheck>

function findBreak(events: readonly StoredEvent[], ending: Ending | undefined) {
  const chain = verifyChain(events)
  if (!chain.ok) return { seq: chain.seq, why: chain.why }
  const differing = events.find(({ agrees }) => !agrees)
  if (differing) return { seq: differing.seq, why: 'columns' as const }
  if (ending?.lastSeq === events.length && ending.headHash === chain.head) return
  return { seq: events.length, why: 'ending' as const }
}

function readEvent(cell: (column: string) => string | null): StoredEvent {
  const canonical = Buffer.from(cell('canonical')!.slice(2), 'hex')
  const body = parse(canonical)
  const agrees =
    body.kind === cell('kind') &&
    body.eventId === cell('event_id') &&
    body.by === cell('by_member') &&
    Date.parse(String(body.at)) ===
      Date.parse(
        cell('at')!
          .replace(' ', 'T')
          .replace(/([+-]\d\d)$/, '$1:00'),
      )
  return { seq: Number(cell('seq')), canonical, hash: cell('hash')!, agrees }
}

function parse(canonical: Uint8Array): Record<string, unknown> {
  try {
    return JSON.parse(textOf(canonical)) as Record<string, unknown>
  } catch {
    return {}
  }
}

function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
