import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Settings } from '#platform/config/config.server.ts'

/** What a request counts against. Reads are generous, whatever takes time from others or tries a secret is tight. */
export type Turn = 'read' | 'write' | 'hold' | 'signInFromAddress' | 'signInToAccount' | 'link'

export type TooManyRequests = { refusal: 'TooManyRequests'; retryAfterSeconds: number }

const limits: Readonly<Record<Turn, { points: number; seconds: number }>> = {
  read: { points: 600, seconds: 60 },
  write: { points: 120, seconds: 60 },
  hold: { points: 30, seconds: 60 },
  signInFromAddress: { points: 30, seconds: 300 },
  signInToAccount: { points: 10, seconds: 900 },
  link: { points: 5, seconds: 900 },
}

/** Kept in this process: several processes allow that many times more, which still stops a machine that guesses. */
const limiters = new Map<Turn, RateLimiterMemory>()

/**
 * Takes one turn of `key` (an address, an account), or says when the next one is. Off where the settings say so.
 */
export async function takeTurn(
  settings: Pick<Settings, 'rateLimit'>,
  turn: Turn,
  key: string,
): Promise<{ allowed: true } | TooManyRequests> {
  if (!settings.rateLimit) return { allowed: true }
  try {
    await limiterOf(turn).consume(key)
    return { allowed: true }
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason
    return { refusal: 'TooManyRequests', retryAfterSeconds: Math.max(1, Math.ceil(reason.msBeforeNext / 1000)) }
  }
}

/** Gives all turns of `key` back, as after a sign-in that succeeded. */
export async function giveTurnsBack(turn: Turn, key: string): Promise<void> {
  await limiterOf(turn).delete(key)
}

/**
 * The address by which turns are counted: of IPv6 the first 64 bits, which one line gets as a whole; of IPv4 inside IPv6
 * the IPv4.
 */
export function addressKey(address: string): string {
  const inside = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (inside || !address.includes(':')) return inside ?? address
  const [head = '', tail = ''] = address.split('%')[0]!.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  const groups = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '').toLowerCase())
    .join(':')
}

function limiterOf(turn: Turn): RateLimiterMemory {
  let limiter = limiters.get(turn)
  if (!limiter) {
    const { points, seconds } = limits[turn]
    limiter = new RateLimiterMemory({ points, duration: seconds })
    limiters.set(turn, limiter)
  }
  return limiter
}
