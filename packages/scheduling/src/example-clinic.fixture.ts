import { Temporal } from 'temporal-polyfill'
import type { BookingQuestion, Occupancy, Phase, Resource, ResourceKind, WeeklyHours } from './question.ts'

/** Epoch milliseconds of a wall-clock time in Brussels, such as '2026-11-24T09:30'. */
export function brussels(wallTime: string): number {
  return Temporal.PlainDateTime.from(wallTime).toZonedDateTime('Europe/Brussels').epochMilliseconds
}

export function resource(id: string, kind: ResourceKind, changes: Partial<Resource> = {}): Resource {
  return { id, kind, bufferBeforeMinutes: 0, bufferAfterMinutes: 0, absences: [], ...changes }
}

export function taken(resourceId: string, startTime: string, endTime: string): Occupancy {
  return { resourceId, startAt: brussels(startTime), endAt: brussels(endTime) }
}

export const everyDay = (opens: string, closes: string): WeeklyHours =>
  Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((isoWeekday) => [isoWeekday, [{ opens, closes }]]))

export const consultation: Phase[] = [{ kind: 'consultation', minutes: 30, resources: ['practitioner'], patient: true }]

/** 40 minutes of cream in the room, 30 of needling with the practitioner, 10 to settle, 10 of cleaning: 90 in all. */
export const needling: Phase[] = [
  { kind: 'numbing', minutes: 40, resources: ['room'], patient: true },
  { kind: 'needling', minutes: 30, resources: ['practitioner', 'room'], patient: true },
  { kind: 'settling', minutes: 10, resources: ['room'], patient: true },
  { kind: 'cleaning', minutes: 10, resources: ['room'], patient: false },
]

/** A consultation on Tuesday 24 November 2026, in a clinic open 09:00-12:00 every day, asked for the day before. */
export function question(changes: Partial<BookingQuestion> = {}): BookingQuestion {
  return {
    hours: { timeZone: 'Europe/Brussels', weekly: everyDay('09:00', '12:00'), exceptions: [] },
    phases: consultation,
    resources: [resource('morel', 'practitioner'), resource('salle-1', 'room')],
    occupancies: [],
    nowAt: brussels('2026-11-23T08:00'),
    noticeMinutes: 0,
    horizonDays: 60,
    stepMinutes: 30,
    ...changes,
  }
}
