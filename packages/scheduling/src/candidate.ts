import type { LocalDay } from './local-day.ts'
import { fullMinuteSet, type MinuteSet, removeMinutes } from './minute-set.ts'
import { listGaps, listOpenSpans, weeklyOpening } from './opening.ts'
import type { Use } from './phases.ts'
import type { Occupancy, Resource } from './question.ts'

/** A resource that could fill a role, with the starts it allows. */
export type Candidate = {
  readonly resource: Resource
  /** Own occupancies, of whatever day. */
  readonly occupancies: readonly Occupancy[]
  /** Starts for which it is at work whenever the role needs it. */
  readonly present: MinuteSet
  /** Of those: it is also not taken, buffers included. */
  readonly free: MinuteSet
}

type Timeline = {
  readonly days: readonly LocalDay[]
  readonly originAt: number
  /** Minutes in which a start may lie. */
  readonly size: number
  readonly totalMinutes: number
}

/** Works out which starts `resource` allows when it is needed for `uses` after each start. */
export function drawCandidate(
  resource: Resource,
  occupancies: readonly Occupancy[],
  uses: readonly Use[],
  { days, originAt, size, totalMinutes }: Timeline,
): Candidate {
  const minutesOf = (at: number) => (at - originAt) / 60_000
  const present = fullMinuteSet(size)
  if (resource.weekly !== undefined) {
    const atWork = listOpenSpans(days, weeklyOpening(resource.weekly), originAt)
    for (const { from, to } of listGaps(atWork, 0, size + totalMinutes)) removeStarts(present, from, to, uses)
  }
  for (const { startAt, endAt } of resource.absences) {
    if (startAt < endAt) removeStarts(present, minutesOf(startAt), minutesOf(endAt), uses)
  }
  const free = present.slice()
  const gap = keptGapMinutes(resource)
  for (const { startAt, endAt } of occupancies) {
    if (startAt < endAt) removeStarts(free, minutesOf(startAt) - gap, minutesOf(endAt) + gap, uses)
  }
  return { resource, occupancies, present, free }
}

/** Minutes kept between two neighbours on a resource: the longer of its two buffers, whichever comes first. */
export function keptGapMinutes({ bufferBeforeMinutes, bufferAfterMinutes }: Resource): number {
  return Math.max(0, bufferBeforeMinutes, bufferAfterMinutes)
}

/** Removes each start for which some use would touch the minutes `from` to `to`. */
function removeStarts(starts: MinuteSet, from: number, to: number, uses: readonly Use[]): void {
  for (const { offsetMinutes, minutes } of uses) {
    removeMinutes(starts, Math.floor(from) - offsetMinutes - minutes + 1, Math.ceil(to) - offsetMinutes)
  }
}
