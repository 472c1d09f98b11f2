import type { Caller } from '#features/access/index.server.ts'
import type { HeldVisit } from './hold.ts'

/** What a hold holds, for the steps after it; undefined for an unknown id. */
export async function findHold(_caller: Caller, _holdId: string): Promise<HeldVisit | undefined> {
  throw new Error('not built yet')
}
