import type { Day, DayAppointment, ResourceUse, Span } from './day.ts'

/** How a block looks: hands on the patient, waiting (the room is taken, nobody works), or cleaning. */
export type BlockLook = 'handsOn' | 'waiting' | 'cleaning'

export type BoardBlock = {
  appointmentId: string
  phaseKind: string
  look: BlockLook
  /** The phase's place in its appointment, from 1; cleaning has none. */
  step: number | undefined
  startsAt: number
  endsAt: number
  /** Minutes from the board's left edge, and long. */
  from: number
  minutes: number
}

/** A stretch of a lane that is no visit, in minutes from the board's left edge. */
export type BoardStretch = { from: number; minutes: number }

export type BoardLane = {
  resourceId: string
  kind: string
  name: string
  blocks: BoardBlock[]
  /** Time in which a practitioner could still see somebody. */
  free: BoardStretch[]
  away: BoardStretch[]
}

export type Board = {
  startsAt: number
  minutes: number
  /** Every half hour (epoch ms). */
  ticks: { at: number; from: number }[]
  /** When the clinic is closed. */
  closed: BoardStretch[]
  lanes: BoardLane[]
}

const minuteMs = 60_000
const halfHourMs = 30 * minuteMs
/** Shorter gaps are no use to anybody. */
const shortestFreeMinutes = 15
const people = ['practitioner', 'assistant']

/** Lays the day out in lanes. A device or an assistant without anything to do that day has no lane. */
export function boardOf(day: Day): Board {
  const spans: Span[] = [...day.opening, ...day.appointments]
  const startsAt = floorHalfHour(Math.min(...spans.map((span) => span.startsAt)))
  const endsAt = -floorHalfHour(-Math.max(...spans.map((span) => span.endsAt)))
  const minutes = (endsAt - startsAt) / minuteMs
  const stretch = (span: Span): BoardStretch => {
    const from = Math.max(0, (span.startsAt - startsAt) / minuteMs)
    return { from, minutes: Math.min(minutes, (span.endsAt - startsAt) / minuteMs) - from }
  }
  const lanes = day.lanes.map(({ resourceId, kind, name }): BoardLane => {
    const blocks = day.appointments.flatMap((appointment) => blocksOf(appointment, resourceId, day.lanes, stretch))
    const absences = day.absences.filter((absence) => absence.resourceId === resourceId)
    const busy = [...blocks, ...absences]
    return {
      resourceId,
      kind,
      name,
      blocks: blocks.sort((a, b) => a.startsAt - b.startsAt),
      free:
        kind === 'practitioner'
          ? freeSpans(day.opening, busy, day.nowAt)
              .map(stretch)
              .filter((gap) => gap.minutes >= shortestFreeMinutes)
          : [],
      away: absences.map(stretch).filter((gap) => gap.minutes > 0),
    }
  })
  return {
    startsAt,
    minutes,
    ticks: Array.from({ length: minutes / 30 }, (_, i) => ({ at: startsAt + i * halfHourMs, from: i * 30 })),
    closed: freeSpans([{ startsAt, endsAt }], day.opening, startsAt).map(stretch),
    lanes: lanes.filter((lane) => lane.blocks.length > 0 || lane.kind === 'practitioner' || lane.kind === 'room'),
  }
}

function blocksOf(
  appointment: DayAppointment,
  resourceId: string,
  lanes: Day['lanes'],
  stretch: (span: Span) => BoardStretch,
): BoardBlock[] {
  const starts = [...new Set(appointment.uses.filter(isCare).map((use) => use.startsAt))].sort((a, b) => a - b)
  return appointment.uses
    .filter((use) => use.resourceId === resourceId)
    .map((use) => ({
      appointmentId: appointment.appointmentId,
      phaseKind: use.phaseKind,
      look: lookOf(use, appointment.uses, lanes),
      step: isCare(use) ? starts.indexOf(use.startsAt) + 1 : undefined,
      startsAt: use.startsAt,
      endsAt: use.endsAt,
      ...stretch(use),
    }))
}

function isCare(use: ResourceUse): boolean {
  return use.phaseKind !== 'cleaning'
}

function lookOf(use: ResourceUse, uses: readonly ResourceUse[], lanes: Day['lanes']): BlockLook {
  if (!isCare(use)) return 'cleaning'
  const somebodyWorks = uses.some(
    (other) =>
      other.startsAt === use.startsAt &&
      lanes.some((lane) => lane.resourceId === other.resourceId && people.includes(lane.kind)),
  )
  return somebodyWorks ? 'handsOn' : 'waiting'
}

/** What is left of `open` without `busy`, from `afterAt` on. */
function freeSpans(open: readonly Span[], busy: readonly Span[], afterAt: number): Span[] {
  let free = open.map((span) => ({ ...span, startsAt: Math.max(span.startsAt, afterAt) }))
  for (const { startsAt, endsAt } of busy) {
    free = free.flatMap((span) => [
      { startsAt: span.startsAt, endsAt: Math.min(span.endsAt, startsAt) },
      { startsAt: Math.max(span.startsAt, endsAt), endsAt: span.endsAt },
    ])
    free = free.filter((span) => span.endsAt > span.startsAt)
  }
  return free.filter((span) => span.endsAt > span.startsAt).sort((a, b) => a.startsAt - b.startsAt)
}

function floorHalfHour(at: number): number {
  return Math.floor(at / halfHourMs) * halfHourMs
}
