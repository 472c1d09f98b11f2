import type { NoStartReason } from '@pointille/scheduling'

/** One instant at which a service can start. */
export type OfferedStart = {
  /** Epoch ms. */
  startAt: number
  /** The clinic's local date and what its clock reads, 'HH:MM'. */
  date: string
  localTime: string
  /** Resource id and name of who would do it; undefined where the service needs no practitioner. */
  practitionerId: string | undefined
  practitionerName: string | undefined
}

/** One local date; `reason` is there exactly when there is no start. */
export type OfferedDay = { date: string; starts: OfferedStart[]; reason?: NoStartReason }

export type OfferedDays = { timeZone: string; days: OfferedDay[] }

/** Most days that one search may span. */
export const mostSearchDays = 62
