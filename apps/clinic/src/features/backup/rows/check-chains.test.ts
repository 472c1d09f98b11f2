import { canonicalJson, chainHash } from '@pointille/protocol'
import { describe, expect, test } from 'vitest'
import { makeChainCheck } from './check-chains.server.ts'
import { readCopyLine } from './copy-text.ts'

const treatmentColumns = ['clinic_id', 'treatment_id', 'last_seq', 'head_hash']
const eventColumns = ['treatment_id', 'seq', 'event_id', 'kind', 'at', 'by_member', 'canonical', 'hash']

type Event = { seq: number; kind: string; canonical: string; hash: string }

function chain(kinds: string[]): Event[] {
  let hash: string | undefined
  return kinds.map((kind, i) => {
    const canonical = canonicalJson({ at: '2026-11-24T08:00:00Z', by: 'm', eventId: `e${i + 1}`, kind })
    hash = chainHash(hash, new TextEncoder().encode(canonical))
    return { seq: i + 1, kind, canonical, hash }
  })
}

function check(treatments: Record<string, Event[]>, endings = treatments, head?: string) {
  const chains = makeChainCheck(head)
  for (const [id, events] of Object.entries(endings)) {
    const line = ['c', id, events.length, events.at(-1)?.hash ?? '\\N'].join('\t')
    chains.take('clinic.treatments', treatmentColumns, Buffer.from(`${line}\n`))
  }
  for (const [id, events] of Object.entries(treatments))
    for (const { seq, kind, canonical, hash } of events) {
      const bytes = `\\\\x${Buffer.from(canonical).toString('hex')}`
      const line = [id, seq, `e${seq}`, kind, '2026-11-24 08:00:00+00', 'm', bytes, hash].join('\t')
      chains.take('clinic.treatment_events', eventColumns, Buffer.from(`${line}\n`))
    }
  return chains.end()
}

describe('the chains in rows as they pass', () => {
  const a = chain(['opened', 'noted', 'sealed'])
  const b = chain(['opened'])

  test('hold when nothing was touched; a treatment without events has nothing to break', () => {
    expect(check({ a, b, c: [] })).toEqual({ treatments: 3, events: 4, broken: [] })
  })

  test('name the event that was altered', () => {
    const altered = a.map((event) => (event.seq === 2 ? { ...event, canonical: `${event.canonical} ` } : event))
    expect(check({ a: altered, b }, { a, b }).broken).toEqual([{ treatmentId: 'a', seq: 2, why: 'hash' }])
  })

  test('name an event whose columns say another thing than its bytes', () => {
    const altered = a.map((event) => (event.seq === 3 ? { ...event, kind: 'noted' } : event))
    expect(check({ a: altered }, { a }).broken).toEqual([{ treatmentId: 'a', seq: 3, why: 'columns' }])
  })

  test('miss events at the end, and all events of a treatment', () => {
    expect(check({ a: a.slice(0, 2), b }, { a, b }).broken).toEqual([{ treatmentId: 'a', seq: 2, why: 'ending' }])
    expect(check({ b }, { a, b }).broken).toEqual([{ treatmentId: 'a', seq: 3, why: 'sequence' }])
  })

  test('tell where a head that left the house stands', () => {
    expect(check({ a, b }, undefined, a[2]!.hash).head).toEqual({ treatmentId: 'a', seq: 3, isLast: true })
    expect(check({ a, b }, undefined, a[1]!.hash).head).toEqual({ treatmentId: 'a', seq: 2, isLast: false })
    expect(check({ a, b }, undefined, 'f'.repeat(64)).head).toBeUndefined()
  })
})

test('a line of COPY text gives back tabs, newlines, backslashes and the lack of a value', () => {
  expect(readCopyLine('a\\tb\t\\N\t\\\\x00\tl\\n2\t')).toEqual(['a\tb', null, '\\x00', 'l\n2', ''])
})
