import { type Candidate, drawCandidate } from './candidate.ts'
import { type LocalDay, listLocalDays, localDateOf } from './local-day.ts'
import { addAll, addMinutes, emptyMinuteSet, keepCommon, type MinuteSet } from './minute-set.ts'
import { clinicOpening, listOpenSpans, type Span } from './opening.ts'
import { appointmentMinutes, listRoles, type Role } from './phases.ts'
import type { BookingQuestion, ResourceKind } from './question.ts'

const MINUTE_MS = 60_000

/** A role and everyone who could fill it. */
export type Staffing = Role & { readonly candidates: readonly Candidate[] }

/** A day of the board with its minutes: one span, or two when the clock changes. */
export type BoardDay = LocalDay & { readonly spans: readonly Span[] }

/**
 * All possible starts of one service on some days, each bit of a set being a minute since `originAt`. The list of slots
 * and the placing of a hold both read this, so they cannot disagree.
 */
export type Board = {
  readonly question: BookingQuestion
  readonly originAt: number
  readonly days: readonly BoardDay[]
  readonly roles: readonly Staffing[]
  /** On the grid, and the whole appointment inside the clinic's hours. */
  readonly open: MinuteSet
  /** Of those: for every role somebody is there, whether taken or not. */
  readonly staffed: MinuteSet
  /** Of those: for every role somebody is free. */
  readonly free: MinuteSet
  /** First minutes that are not past, and not within the notice. */
  readonly nowMinute: number
  readonly noticeMinute: number
  /** Last local date that may be booked. */
  readonly lastOn: string
}

/**
 * Draws the board of the days `fromOn` to `toOn`, both included.
 * @throws RangeError for malformed dates, hours, zone, phases or grid
 */
export function drawBoard(question: BookingQuestion, fromOn: string, toOn: string): Board {
  const { hours, phases, stepMinutes, nowAt, noticeMinutes, horizonDays } = question
  if (!Number.isInteger(stepMinutes) || stepMinutes < 1) throw new RangeError(`Not a grid: ${stepMinutes} minutes`)
  const totalMinutes = appointmentMinutes(phases)
  // When the clinic is open over midnight, an appointment of the last day may end on a later one (or on an earlier date,
  // in a zone that puts its clock back across midnight).
  const reach = listLocalDays(hours.timeZone, fromOn, toOn, 1 + Math.ceil(totalMinutes / 1440))
  const localDays = reach.filter((day) => fromOn <= day.on && day.on <= toOn)
  const pieces = localDays.flatMap((day) => day.pieces)
  const originAt = pieces[0]?.startAt ?? 0
  const minuteOf = (at: number) => Math.ceil((at - originAt) / MINUTE_MS)
  const size = minuteOf(pieces.at(-1)?.endAt ?? originAt)
  const days = localDays.map((day) => ({
    ...day,
    spans: day.pieces.map((piece) => ({ from: minuteOf(piece.startAt), to: minuteOf(piece.endAt) })),
  }))

  const open = gridOf(days, size, stepMinutes)
  const fitting = emptyMinuteSet(size)
  for (const { from, to } of listOpenSpans(reach, clinicOpening(hours), originAt)) {
    addMinutes(fitting, from, to - totalMinutes + 1)
  }
  keepCommon(open, fitting)

  const occupancies = Map.groupBy(question.occupancies, (occupancy) => occupancy.resourceId)
  const roles = listRoles(phases).map((role) => {
    const ofKind = question.resources.filter(({ id, kind }) => kind === role.kind && isWanted(question, kind, id))
    return {
      ...role,
      candidates: ofKind.map((resource) =>
        drawCandidate(resource, occupancies.get(resource.id) ?? [], role.uses, {
          days: reach,
          originAt,
          size,
          totalMinutes,
        }),
      ),
    }
  })
  const staffed = open.slice()
  const free = open.slice()
  for (const { candidates } of roles) {
    keepSome(
      staffed,
      candidates.map((candidate) => candidate.present),
    )
    keepSome(
      free,
      candidates.map((candidate) => candidate.free),
    )
  }
  const lastOn = localDateOf(hours.timeZone, nowAt, horizonDays)
  const noticeMinute = minuteOf(nowAt + noticeMinutes * MINUTE_MS)
  return { question, originAt, days, roles, open, staffed, free, nowMinute: minuteOf(nowAt), noticeMinute, lastOn }
}

function isWanted({ practitionerId }: BookingQuestion, kind: ResourceKind, id: string): boolean {
  return kind !== 'practitioner' || practitionerId === undefined || id === practitionerId
}

function gridOf(days: readonly BoardDay[], size: number, stepMinutes: number): MinuteSet {
  const grid = emptyMinuteSet(size)
  for (const { pieces, spans } of days) {
    pieces.forEach(({ wallStartMinute }, index) => {
      const { from, to } = spans[index]!
      const past = wallStartMinute % stepMinutes
      for (let minute = past === 0 ? from : from + stepMinutes - past; minute < to; minute += stepMinutes) {
        addMinutes(grid, minute, minute + 1)
      }
    })
  }
  return grid
}

/** Keeps in `target` what at least one of `sets` holds. */
function keepSome(target: MinuteSet, sets: readonly MinuteSet[]): void {
  const some = new Uint32Array(target.length)
  for (const set of sets) addAll(some, set)
  keepCommon(target, some)
}
