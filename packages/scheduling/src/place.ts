import { type Board, type BoardDay, drawBoard } from './board.ts'
import type { Candidate } from './candidate.ts'
import { localDateOf } from './local-day.ts'
import { hasMinute } from './minute-set.ts'
import { listUses } from './phases.ts'
import { listPreferred } from './preference.ts'
import type { BookingQuestion, Interval, Occupancy, PhaseKind, ResourceKind } from './question.ts'
import { findReason, type NoStartReason } from './reason.ts'

/** What one appointment would take. All instants are epoch milliseconds, all spans half-open. */
export type Placement = Interval & {
  /** Absent when the service needs no practitioner. */
  readonly practitioner?: string
  readonly resources: Readonly<Partial<Record<ResourceKind, string>>>
  /** One entry per resource and stretch of uninterrupted use, without buffers, sorted by resource id then time. */
  readonly occupancies: readonly (Occupancy & { readonly kind: ResourceKind })[]
  readonly phases: readonly (Interval & { readonly kind: PhaseKind })[]
  /** From the first to the last phase the patient is needed in; absent when there is none. */
  readonly patient?: Interval
}

/** Why a service cannot start at one instant: the reasons of an empty day, named for a single start. */
export type PlaceRefusal = { readonly refusal: 'NotOnGrid' | (typeof REFUSALS)[NoStartReason] }

const REFUSALS = {
  past: 'Past',
  beyondHorizon: 'BeyondHorizon',
  closed: 'Closed',
  holiday: 'Holiday',
  noResource: 'NoResource',
  leave: 'Away',
  beforeNotice: 'BeforeNotice',
  full: 'Taken',
} as const satisfies Record<NoStartReason, string>

/**
 * Places the service at exactly `startAt` with the first suitable resources, those `freeStarts` shows for it.
 * @throws RangeError for malformed hours, zone, phases or grid
 */
export function placeAt(startAt: number, question: BookingQuestion): Placement | PlaceRefusal {
  const found = findFree(startAt, question)
  if ('refusal' in found) return found
  return placementOf(
    startAt,
    question,
    found.free.map(({ kind, candidates }) => [kind, candidates[0]!.resource.id]),
  )
}

/**
 * Lists every way to place the service at exactly `startAt`, best first: alternatives for the last kind of
 * RESOURCE_KINDS are tried first, the practitioner is kept longest. A hold that lost one resource to a race goes on with
 * the next placement that does not name it.
 * @throws RangeError for malformed hours, zone, phases or grid
 */
export function candidatesAt(startAt: number, question: BookingQuestion): Placement[] | PlaceRefusal {
  const found = findFree(startAt, question)
  if ('refusal' in found) return found
  let chosen: [ResourceKind, string][][] = [[]]
  for (const { kind, candidates } of found.free) {
    chosen = chosen.flatMap((before) =>
      candidates.map(({ resource }) => [...before, [kind, resource.id] as [ResourceKind, string]]),
    )
  }
  return chosen.map((resources) => placementOf(startAt, question, resources))
}

/** Lists the practitioners with whom the service can start at exactly `startAt`, preferred first; empty when none can. */
export function practitionersAt(startAt: number, question: BookingQuestion): string[] {
  const found = findFree(startAt, question)
  if ('refusal' in found) return []
  const role = found.free.find(({ kind }) => kind === 'practitioner')
  return role === undefined ? [] : role.candidates.map(({ resource }) => resource.id)
}

type FreeRole = { readonly kind: ResourceKind; readonly candidates: readonly Candidate[] }

function findFree(startAt: number, question: BookingQuestion): PlaceRefusal | { readonly free: readonly FreeRole[] } {
  if (!Number.isInteger(startAt / 60_000)) return { refusal: 'NotOnGrid' }
  const on = localDateOf(question.hours.timeZone, startAt)
  const board = drawBoard(question, on, on)
  const day = board.days[0]!
  const minute = (startAt - board.originAt) / 60_000
  if (!isOnGrid(board, day, minute)) return { refusal: 'NotOnGrid' }
  const reason = findReason(board, on, [{ from: minute, to: minute + 1 }])
  if (reason !== undefined) return { refusal: REFUSALS[reason] }
  return {
    free: board.roles.map((role) => ({
      kind: role.kind,
      candidates: listPreferred(role, day).filter((candidate) => hasMinute(candidate.free, minute)),
    })),
  }
}

function isOnGrid({ question }: Board, { pieces, spans }: BoardDay, minute: number): boolean {
  const index = spans.findIndex(({ from, to }) => from <= minute && minute < to)
  return (pieces[index]!.wallStartMinute + minute - spans[index]!.from) % question.stepMinutes === 0
}

function placementOf(
  startAt: number,
  { phases }: BookingQuestion,
  chosen: readonly (readonly [ResourceKind, string])[],
): Placement {
  const at = (minutes: number) => startAt + minutes * 60_000
  const occupancies = chosen.flatMap(([kind, resourceId]) =>
    listUses(phases, (phase) => phase.resources.includes(kind)).map(({ offsetMinutes, minutes }) => ({
      resourceId,
      kind,
      startAt: at(offsetMinutes),
      endAt: at(offsetMinutes + minutes),
    })),
  )
  let offset = 0
  const timed = phases.map(({ kind, minutes }) => {
    offset += minutes
    return { kind, startAt: at(offset - minutes), endAt: at(offset) }
  })
  const withPatient = listUses(phases, (phase) => phase.patient)
  const lastUse = withPatient.at(-1)
  const resources: Partial<Record<ResourceKind, string>> = Object.fromEntries(chosen)
  return {
    startAt,
    endAt: at(offset),
    ...(resources.practitioner !== undefined && { practitioner: resources.practitioner }),
    resources,
    occupancies: occupancies.sort((a, b) =>
      a.resourceId === b.resourceId ? a.startAt - b.startAt : a.resourceId < b.resourceId ? -1 : 1,
    ),
    phases: timed,
    ...(lastUse !== undefined && {
      patient: { startAt: at(withPatient[0]!.offsetMinutes), endAt: at(lastUse.offsetMinutes + lastUse.minutes) },
    }),
  }
}
