import { type BoardDay, drawBoard } from './board.ts'
import { firstMinute, hasMinute } from './minute-set.ts'
import { listPreferred } from './preference.ts'
import type { BookingQuestion, ResourceKind } from './question.ts'
import { findReason, type NoStartReason } from './reason.ts'

/** An instant at which the service can start, with the resources that come first for it. */
export type FreeStart = {
  /** Epoch milliseconds; tells the two 02:30s of an autumn night apart. */
  readonly startAt: number
  /** What the clinic's clock reads then, 'HH:MM'. */
  readonly localTime: string
  /** Absent when the service needs no practitioner. */
  readonly practitioner?: string
  /** The resource id for each kind the service needs, practitioner included. */
  readonly resources: Readonly<Partial<Record<ResourceKind, string>>>
}

/** One date with its starts in order of time; `reason` is there exactly when there are none. */
export type DiaryDay = { readonly date: string; readonly starts: readonly FreeStart[]; readonly reason?: NoStartReason }

/**
 * Finds every instant at which the service can start on the days `fromOn` to `toOn`, both included: one entry per date,
 * and per date one entry per instant, with its first suitable resources (`listPreferred` tells the order,
 * `practitionersAt` who else is free, `placeAt` what exactly would be taken).
 * @throws RangeError for malformed dates, hours, zone, phases or grid
 */
export function freeStarts(question: BookingQuestion & { readonly fromOn: string; readonly toOn: string }): DiaryDay[] {
  const board = drawBoard(question, question.fromOn, question.toOn)
  return board.days.map((day) => {
    const reason = findReason(board, day.on, day.spans)
    if (reason !== undefined) return { date: day.on, starts: [], reason }
    const roles = board.roles.map((role) => ({ kind: role.kind, preferred: listPreferred(role, day) }))
    const starts: FreeStart[] = []
    for (const { from, to } of day.spans) {
      let minute = firstMinute(board.free, Math.max(from, board.noticeMinute), to)
      for (; minute !== -1; minute = firstMinute(board.free, minute + 1, to)) {
        const resources: Partial<Record<ResourceKind, string>> = {}
        for (const { kind, preferred } of roles) {
          resources[kind] = preferred.find((candidate) => hasMinute(candidate.free, minute))!.resource.id
        }
        starts.push({
          startAt: board.originAt + minute * 60_000,
          localTime: localTimeOf(day, minute),
          ...(resources.practitioner !== undefined && { practitioner: resources.practitioner }),
          resources,
        })
      }
    }
    return { date: day.on, starts }
  })
}

/** What the clock reads at a minute of `day`, from the day's pieces: no time zone is asked. */
export function localTimeOf(day: BoardDay, minute: number): string {
  const index = day.spans.findIndex(({ from, to }) => from <= minute && minute < to)
  const wall = day.pieces[index]!.wallStartMinute + minute - day.spans[index]!.from
  return `${String(Math.floor(wall / 60)).padStart(2, '0')}:${String(wall % 60).padStart(2, '0')}`
}
