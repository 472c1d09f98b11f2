import type { House } from '#platform/house/house.server.ts'

/** Tidies: holds that ended unconfirmed lapse and their answers are erased. Taking a hold never waits for this. */
export async function sweepHolds(_house: House): Promise<{ lapsed: number }> {
  throw new Error('not built yet')
}
