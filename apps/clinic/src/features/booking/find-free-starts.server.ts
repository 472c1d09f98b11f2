import type { Caller } from '#features/access/index.server.ts'
import type { SpanTooLong, UnknownPractitioner, UnknownService } from './refusals.ts'
import type { OfferedDays } from './start.ts'

export type StartSearch = {
  serviceId: string
  /** Local dates, both included, at most `mostSearchDays`. */
  fromOn: string
  toOn: string
  practitionerId?: string
}

/** Every free start of the span, day by day; a day without one says why. */
export async function findFreeStarts(
  _caller: Caller,
  _search: StartSearch,
): Promise<OfferedDays | UnknownService | UnknownPractitioner | SpanTooLong> {
  throw new Error('not built yet')
}
