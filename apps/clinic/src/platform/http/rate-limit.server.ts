import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Settings } from '#platform/config/config.server.ts'

/** What a request counts against. Reads are generous, whatever takes time from others or tries a secret is tight. */
export type Turn = 'read' | 'write' | 'hold' | 'signInFromAddress' | 'signInToAccount' | 'link'

export type TooManyRequests = { refusal: 'TooManyRequests'; retryAfterSeconds: number }

export type RateLimit = {
  /** Counts one attempt of `key`; says how long to wait when there were too many. */
  take(settings: Pick<Settings, 'rateLimit'>, key: string): Promise<RateAnswer>
  /** Forgets the attempts of `key`: the right answer came. */
  forget(key: string): Promise<void>
}

export type RateAnswer = { allowed: true } | { allowed: false; retryAfterSeconds: number }

const limits: Readonly<Record<Turn, RateLimit>> = {
  read: makeRateLimit({ points: 600, seconds: 60 }),
  write: makeRateLimit({ points: 120, seconds: 60 }),
  hold: makeRateLimit({ points: 30, seconds: 60 }),
  signInFromAddress: makeRateLimit({ points: 30, seconds: 300 }),
  signInToAccount: makeRateLimit({ points: 10, seconds: 900 }),
  link: makeRateLimit({ points: 5, seconds: 900 }),
}

/** Takes one turn of `key` (an address, an account), or says when the next one is. Off where the settings say so. */
export async function takeTurn(
  settings: Pick<Settings, 'rateLimit'>,
  turn: Turn,
  key: string,
): Promise<{ allowed: true } | TooManyRequests> {
  const answer = await limits[turn].take(settings, key)
  return answer.allowed ? answer : { refusal: 'TooManyRequests', retryAfterSeconds: answer.retryAfterSeconds }
}

/** Gives all turns of `key` back, as after a sign-in that succeeded. */
export function giveTurnsBack(turn: Turn, key: string): Promise<void> {
  return limits[turn].forget(key)
}

/**
 * At most `points` attempts per key in a window of `seconds`. Counted in this process: several on one database count each
 * their own, which multiplies the limit by their number and never lets it vanish. Off with POINTILLE_RATE_LIMIT=off.
 */
export function makeRateLimit({ points, seconds }: { points: number; seconds: number }): RateLimit {
  const limiter = new RateLimiterMemory({ points, duration: seconds })
  return {
    take: async (settings, key) => {
      if (!settings.rateLimit) return { allowed: true }
      try {
        await limiter.consume(key)
        return { allowed: true }
      } catch (refused) {
        if (!(refused instanceof RateLimiterRes)) throw refused
        return { allowed: false, retryAfterSeconds: Math.max(1, Math.ceil(refused.msBeforeNext / 1000)) }
      }
    },
    forget: async (key) => {
      await limiter.delete(key)
    },
  }
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
