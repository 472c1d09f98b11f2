/** What one appointment can need at once: at most one resource of each kind. */
export type ResourceKind = 'practitioner' | 'assistant' | 'room' | 'device' | 'centrifuge'

/** Every kind, in the order in which roles are filled and alternatives are tried. */
export const RESOURCE_KINDS: readonly ResourceKind[] = ['practitioner', 'assistant', 'room', 'device', 'centrifuge']

export type PhaseKind = 'consultation' | 'numbing' | 'needling' | 'prp' | 'settling' | 'cleaning'

/**
 * A step of a service. The steps follow each other without a pause. A kind named by several steps is ONE resource for
 * the whole appointment, and is free for others in the steps that do not name it: the room is kept from numbing to
 * cleaning, the practitioner serves somebody else while the cream acts.
 */
export type Phase = {
  readonly kind: PhaseKind
  /** Whole minutes, at least 1; real minutes, also when a clock change falls inside. */
  readonly minutes: number
  readonly resources: readonly ResourceKind[]
  /** Whether the patient is there: false for cleaning. */
  readonly patient: boolean
}

/** Half-open span of time, epoch milliseconds UTC: `endAt` is the first instant outside. */
export type Interval = { readonly startAt: number; readonly endAt: number }

/** Wall-clock hours 'HH:MM', `closes` excluded and later than `opens`; '24:00' is the end of the day. */
export type OpenRange = { readonly opens: string; readonly closes: string }

/** Opening hours by ISO weekday, 1 = Monday to 7 = Sunday; a weekday that is absent is closed. */
export type WeeklyHours = { readonly [isoWeekday: number]: readonly OpenRange[] | undefined }

/**
 * One date that differs from its weekday. When a date has several, `closed` wins over `open`, which wins over
 * `holiday`: a practice may choose to work on a public holiday and may still have to close that day.
 */
export type HoursException = {
  /** Local date 'YYYY-MM-DD'. */
  readonly on: string
  readonly kind: 'closed' | 'holiday' | 'open'
  /** For `open`: the hours in place of the weekday's; absent = the weekday's own. */
  readonly hours?: readonly OpenRange[]
}

export type ClinicHours = {
  /** IANA name, such as 'Europe/Brussels'. */
  readonly timeZone: string
  readonly weekly: WeeklyHours
  readonly exceptions: readonly HoursException[]
}

/**
 * Somebody or something an appointment can need. Between two appointments of one resource the longer of the two buffers
 * is kept, never their sum; a buffer is time between appointments, so it may reach past closing time or into leave.
 */
export type Resource = {
  readonly id: string
  readonly kind: ResourceKind
  readonly bufferBeforeMinutes: number
  readonly bufferAfterMinutes: number
  /** Own hours, in the clinic's wall clock; absent = follows the clinic. */
  readonly weekly?: WeeklyHours
  /** Leave, repair. */
  readonly absences: readonly Interval[]
}

/** Time of a resource that is already taken, by an appointment or a hold: its own time, without buffers. */
export type Occupancy = Interval & { readonly resourceId: string }

/** Everything that decides whether a service can start at a given instant. */
export type BookingQuestion = {
  readonly hours: ClinicHours
  readonly phases: readonly Phase[]
  /** Those that may serve this service, in the clinic's order of preference. */
  readonly resources: readonly Resource[]
  /** All that touches the days asked about, also for resources in other services' hands; others are ignored. */
  readonly occupancies: readonly Occupancy[]
  /** The present, epoch milliseconds: the caller's clock, never ours. */
  readonly nowAt: number
  /** A start must be at least this long after `nowAt`. */
  readonly noticeMinutes: number
  /** The last local date that may be booked is today plus this many days. */
  readonly horizonDays: number
  /** Starts lie on wall-clock minutes that are multiples of this, counted from 00:00 of each day. */
  readonly stepMinutes: number
  /** Only this practitioner; absent = any. */
  readonly practitionerId?: string
}
