import type { Caller } from '#features/access/index.server.ts'
import type { Hold } from './hold.ts'
import type { InvalidScreening, SlotTaken, UnknownPractitioner, UnknownService, VerdictForbids } from './refusals.ts'

export type HoldRequest = {
  serviceId: string
  /** Epoch ms; on the offered grid. */
  startAt: number
  practitionerId?: string
  /** {indication, birthDate, answers} as it came from outside; judged here, whatever a page said before. */
  screening: unknown
}

/** Takes a start for ten minutes, with every resource it needs, or nothing. */
export async function takeHold(
  _caller: Caller,
  _request: HoldRequest,
): Promise<Hold | SlotTaken | VerdictForbids | InvalidScreening | UnknownService | UnknownPractitioner> {
  throw new Error('not built yet')
}
