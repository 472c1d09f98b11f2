import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalBytes, canonicalJson } from './canonical-json.ts'
import { type ChainedEvent, chainHash, verifyChain } from './chain.ts'

function chainOf(values: readonly unknown[]): ChainedEvent[] {
  const events: ChainedEvent[] = []
  for (const value of values) {
    const hash = chainHash(events.at(-1)?.hash, canonicalBytes(value))
    events.push({ seq: events.length + 1, canonical: canonicalJson(value), hash })
  }
  return events
}

describe('chainHash', () => {
  test('hashes 32 zero bytes and the bytes for the first event', () => {
    const expected = createHash('sha256').update(new Uint8Array(32)).update('{"a":1}').digest('hex')
    expect(chainHash(undefined, canonicalBytes({ a: 1 }))).toBe(expected)
  })

  test('hashes the previous hash as bytes, not as text', () => {
    const first = chainHash(undefined, canonicalBytes(1))
    const expected = createHash('sha256').update(Buffer.from(first, 'hex')).update('2').digest('hex')
    expect(chainHash(first, canonicalBytes(2))).toBe(expected)
  })

  test('throws when the previous hash is not one', () => {
    expect(() => chainHash('abc', new Uint8Array())).toThrow(TypeError)
  })
})

describe('verifyChain', () => {
  const chain = chainOf(['one', 'two', 'three'])
  const head = chain[2]?.hash

  test('accepts an untouched chain, as text or as bytes, and gives its head', () => {
    expect(verifyChain(chain)).toEqual({ ok: true, head })
    const asBytes = chain.map((event) => ({ ...event, canonical: new TextEncoder().encode(String(event.canonical)) }))
    expect(verifyChain(asBytes, { head: head?.toUpperCase() })).toEqual({ ok: true, head })
  })

  test('accepts an empty chain, which has no head', () => {
    expect(verifyChain([])).toEqual({ ok: true, head: undefined })
    expect(verifyChain([], { head })).toEqual({ ok: false, seq: 0, why: 'head' })
  })

  test('names the event that was altered', () => {
    const altered = chain.map((event) => (event.seq === 2 ? { ...event, canonical: '"TWO"' } : event))
    expect(verifyChain(altered)).toEqual({ ok: false, seq: 2, why: 'hash' })
  })

  test('names the place where an event is missing', () => {
    expect(verifyChain(chain.filter((event) => event.seq !== 2))).toEqual({ ok: false, seq: 3, why: 'sequence' })
  })

  test('sees a chain cut short only with the head that left the house', () => {
    expect(verifyChain(chain.slice(0, 2)).ok).toBe(true)
    expect(verifyChain(chain.slice(0, 2), { head })).toEqual({ ok: false, seq: 2, why: 'head' })
  })

  test('sees a chain hashed anew only with the head that left the house', () => {
    const forged = chainOf(['one', 'TWO', 'three'])
    expect(verifyChain(forged).ok).toBe(true)
    expect(verifyChain(forged, { head })).toEqual({ ok: false, seq: 3, why: 'head' })
  })

  test('says which event bore an older head', () => {
    expect(verifyChain(chain, { head: chain[0]?.hash })).toEqual({ ok: false, seq: 1, why: 'headEarlier' })
  })

  test('finds any single altered event, whatever the values', () => {
    const values = fc.array(fc.jsonValue(), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(values, fc.nat(), (list, pick) => {
        const events = chainOf(list)
        const at = pick % events.length
        const forged = events.map((event, i) => (i === at ? { ...event, canonical: `${event.canonical} ` } : event))
        expect(verifyChain(events).ok).toBe(true)
        expect(verifyChain(forged)).toEqual({ ok: false, seq: at + 1, why: 'hash' })
      }),
    )
  })
})
