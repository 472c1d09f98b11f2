import { Temporal } from 'temporal-polyfill'

/** A moment, 'YYYY-MM-DDTHH:MM:SS[.fraction]Z'. */
export type Instant = string

const SHAPE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/

/** True for a moment that exists, written in UTC with the letter Z. */
export function isInstant(value: unknown): value is Instant {
  if (typeof value !== 'string' || !SHAPE.test(value)) return false
  try {
    // Temporal reads the leap second :60 as :59; a clock that says so is not one of ours.
    return !value.includes(':60') && Temporal.Instant.from(value) !== undefined
  } catch {
    return false
  }
}

export function epochMs(instant: Instant): number {
  return Temporal.Instant.from(instant).epochMilliseconds
}

/** Minutes from one moment to another, negative when the second is earlier. */
export function minutesBetween(earlier: Instant, later: Instant): number {
  return (epochMs(later) - epochMs(earlier)) / 60_000
}

export function addHours(instant: Instant, hours: number): Instant {
  return Temporal.Instant.from(instant).add({ hours }).toString()
}

export function addMinutes(instant: Instant, minutes: number): Instant {
  return Temporal.Instant.from(instant).add({ minutes }).toString()
}

export function laterOf(a: Instant, b: Instant): Instant {
  return epochMs(a) >= epochMs(b) ? a : b
}
