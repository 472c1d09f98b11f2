import type { Board } from './board.ts'
import { firstMinute, type MinuteSet } from './minute-set.ts'
import { closureOf, type Span } from './opening.ts'

/** Why nothing can start; see `findReason`. */
export type NoStartReason =
  | 'past'
  | 'beyondHorizon'
  | 'closed'
  | 'holiday'
  | 'noResource'
  | 'leave'
  | 'beforeNotice'
  | 'full'

/**
 * Finds the binding reason why nothing can start within `spans` of the date `on`; undefined when something can. Each
 * reason is tried on what the earlier ones left, in this order:
 *
 * 1. `past`: the day is over.
 * 2. `beyondHorizon`: the date is later than may be booked yet.
 * 3. `closed`, `holiday`: the clinic is not open for as long as the service takes (then `past` again: it was, earlier today).
 * 4. `noResource`: a kind that the service needs does not exist at all (or the practitioner asked for does not).
 * 5. `leave`: the clinic is open, but whoever the service needs is never there together: absences or own hours.
 * 6. `beforeNotice`: they are there, but only sooner than the notice allows.
 * 7. `full`: all that is left is taken, by appointments, holds and their buffers.
 */
export function findReason(board: Board, on: string, spans: readonly Span[]): NoStartReason | undefined {
  const { nowMinute, noticeMinute } = board
  const some = (set: MinuteSet, since = 0) =>
    spans.some(({ from, to }) => firstMinute(set, Math.max(from, since), to) !== -1)
  if (spans.length > 0 && spans.every(({ to }) => to <= nowMinute)) return 'past'
  if (on > board.lastOn) return 'beyondHorizon'
  if (!some(board.open)) return closureOf(board.question.hours, on)
  if (!some(board.open, nowMinute)) return 'past'
  if (board.roles.some((role) => role.candidates.length === 0)) return 'noResource'
  if (!some(board.staffed, nowMinute)) return 'leave'
  if (!some(board.staffed, noticeMinute)) return 'beforeNotice'
  if (!some(board.free, noticeMinute)) return 'full'
  return undefined
}
