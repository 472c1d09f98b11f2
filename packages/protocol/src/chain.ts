import { hexToBytes } from '@noble/hashes/utils.js'
import { sha256Hex } from './hash.ts'

/** One stored event: its place (1, 2, 3…), the bytes that were hashed, and the hash that the record claims. */
export interface ChainedEvent {
  seq: number
  canonical: Uint8Array | string
  hash: string
}

export type ChainResult = { ok: true; head: string | undefined } | { ok: false; seq: number; why: ChainFault }

/**
 * sequence: events are missing, doubled or out of order · hash: this event, or one before it, was altered ·
 * headEarlier: the expected head is that of this earlier event, so later ones were added ·
 * head: the expected head is nowhere in the chain (cut short, or hashed anew)
 */
export type ChainFault = 'sequence' | 'hash' | 'headEarlier' | 'head'

const HEX_64 = /^[0-9a-f]{64}$/

/**
 * SHA-256(previous hash as 32 bytes, zeros for the first event, then the event's canonical bytes), as lower-case hex.
 * @throws TypeError if `previousHex` is not 64 lower-case hex digits
 */
export function chainHash(previousHex: string | undefined, bytes: Uint8Array): string {
  if (previousHex !== undefined && !HEX_64.test(previousHex))
    throw new TypeError('previous hash: 64 hex digits expected')
  return sha256Hex(previousHex === undefined ? new Uint8Array(32) : hexToBytes(previousHex), bytes)
}

/**
 * Recomputes the chain in the order given. With `head` (the hash that left the house on the patient's document) it also proves
 * that nobody hashed the whole chain anew.
 */
export function verifyChain(events: readonly ChainedEvent[], expected: { head?: string } = {}): ChainResult {
  let head: string | undefined
  for (const [index, event] of events.entries()) {
    if (event.seq !== index + 1) return { ok: false, seq: event.seq, why: 'sequence' }
    // A lone surrogate would become U+FFFD in UTF-8: two texts, one hash.
    if (typeof event.canonical === 'string' && !event.canonical.isWellFormed()) {
      return { ok: false, seq: event.seq, why: 'hash' }
    }
    head = chainHash(head, bytesOf(event.canonical))
    if (event.hash !== head) return { ok: false, seq: event.seq, why: 'hash' }
  }
  if (expected.head === undefined || expected.head.toLowerCase() === head) return { ok: true, head }
  const earlier = events.find((event) => event.hash === expected.head?.toLowerCase())
  if (earlier !== undefined) return { ok: false, seq: earlier.seq, why: 'headEarlier' }
  return { ok: false, seq: events.length, why: 'head' }
}

function bytesOf(canonical: Uint8Array | string): Uint8Array {
  return typeof canonical === 'string' ? new TextEncoder().encode(canonical) : canonical
}
