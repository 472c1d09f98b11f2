import { makeRateLimit } from '#platform/http/rate-limit.server.ts'

/** What a request counts against: reading is generous, taking time from others is tight. Per address and minute. */
export const turns = {
  read: makeRateLimit({ points: 600, seconds: 60 }),
  write: makeRateLimit({ points: 120, seconds: 60 }),
  hold: makeRateLimit({ points: 30, seconds: 60 }),
}

export type Turn = keyof typeof turns
