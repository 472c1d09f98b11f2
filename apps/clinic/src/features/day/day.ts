/** How long after the start somebody who has not come counts as late. */
export const lateAfterMs = 5 * 60_000

/** One resource used by an appointment for one phase (epoch ms, half-open). */
export type ResourceUse = { resourceId: string; phaseKind: string; startsAt: number; endsAt: number }

/** How far something has come: done, under way, to come. */
export type Progress = 'done' | 'now' | 'ahead'

export type DayAppointment = {
  appointmentId: string
  patientId: string
  givenName: string
  familyName: string
  birthOn: string
  phone: string
  /** Whether the reader may open this patient's record; allergies are told to nobody else. */
  mayReadRecord: boolean
  hasKnownAllergies: boolean
  service: string
  serviceKind: string
  practitioner: string | undefined
  room: string | undefined
  startsAt: number
  endsAt: number
  status: string
  arrivedAt: number | undefined
  isLate: boolean
  verdictKind: string
  treatmentId: string | undefined
  isSealed: boolean
  /** Where consent, cream and needling stand; undefined for a visit without a treatment, `numbing` also for one without cream. */
  steps: { consent: Progress; numbing: Progress | undefined; needling: Progress } | undefined
  uses: ResourceUse[]
}

/** Numbing cream on somebody's skin, and when it is to come off (epoch ms). `stopAt`: the product's own end. */
export type NumbingDue = {
  appointmentId: string
  patientName: string
  room: string | undefined
  appliedAt: number
  removeAt: number
  stopAt: number
}

export type Span = { startsAt: number; endsAt: number }

/** A clinic's day: local date `on`, its bounds and the present moment in epoch ms. */
export type Day = {
  on: string
  timeZone: string
  fromAt: number
  toAt: number
  nowAt: number
  isToday: boolean
  /** When the clinic is open that day; none when it is closed. */
  opening: Span[]
  /** Why it is closed, where a date or a feast says so; a weekday without opening needs no name. */
  closure: { kind: string; name: string } | undefined
  lanes: { resourceId: string; kind: string; name: string }[]
  absences: (Span & { resourceId: string })[]
  appointments: DayAppointment[]
  due: NumbingDue[]
  /** The next day with an appointment, and the week around this one; read for an empty day only. */
  elsewhere: { nextOn: string | undefined; week: { on: string; appointments: number }[] } | undefined
}

/** Martin L.: as a block of the board names a patient. */
export function shortName({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return `${familyName} ${givenName.slice(0, 1).toLocaleUpperCase()}.`
}

/** Whether somebody has become late since this day was read, so that it should be read again. */
export function isOutdated(day: Day, nowAt: number): boolean {
  return day.appointments.some(
    (visit) => visit.status === 'booked' && !visit.isLate && nowAt > visit.startsAt + lateAfterMs,
  )
}
