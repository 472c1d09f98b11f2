import type { Caller } from '#features/access/index.server.ts'
import type { StartSearch } from './find-free-starts.server.ts'
import type { SlotTaken, SpanTooLong, TooLateToChange, UnknownAppointment, VerdictForbids } from './refusals.ts'
import type { OfferedDays } from './start.ts'

/** The starts to which the link's appointment could move; its own time counts as free. */
export async function findMoveStarts(
  _caller: Caller,
  _search: { token: string } & Pick<StartSearch, 'fromOn' | 'toOn'>,
): Promise<OfferedDays | UnknownAppointment | TooLateToChange | SpanTooLong> {
  throw new Error('not built yet')
}

/** Moves by link: the old time out and the new one in, together or not at all. */
export async function moveAppointment(
  _caller: Caller,
  _request: { token: string; startAt: number; practitionerId?: string; origin: string },
): Promise<{ moved: true; startAt: number } | UnknownAppointment | TooLateToChange | SlotTaken | VerdictForbids> {
  throw new Error('not built yet')
}
