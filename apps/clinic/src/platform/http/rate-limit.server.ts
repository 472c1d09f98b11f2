import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Settings } from '#platform/config/config.server.ts'

export type RateLimit = {
  /** Counts one attempt of `key`; says how long to wait when there were too many. */
  take(settings: Pick<Settings, 'rateLimit'>, key: string): Promise<RateAnswer>
  /** Forgets the attempts of `key`: the right answer came. */
  forget(key: string): Promise<void>
}

export type RateAnswer = { allowed: true } | { allowed: false; retryAfterSeconds: number }

/**
 * At most `points` attempts per key in a window of `seconds`. Counted in this process: with several processes on one database
 * each counts its own, which multiplies the limit by their number and never lets it vanish. Off with POINTILLE_RATE_LIMIT=off.
 */
export function makeRateLimit(limit: { points: number; seconds: number }): RateLimit {
  const limiter = new RateLimiterMemory({ points: limit.points, duration: limit.seconds })
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
