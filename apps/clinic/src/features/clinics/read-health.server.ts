import { readClockOffset } from '#platform/house/house.queries.server.ts'
import type { House } from '#platform/house/house.server.ts'

/** Whether this process reaches its database, by asking it. Throws when it does not. */
export async function readHealth(house: House): Promise<{ status: 'ok' }> {
  await readClockOffset(house.db)
  return { status: 'ok' }
}
