import { type Instant, minutesBetween } from '../instant.ts'

/**
 * From the draw to the skin. Four hours kept the growth factors, for blood before its spin and for plasma before its use (V-66); the
 * house counts them once, from the draw. CHECK: a doctor must confirm it, and a gel tube's own leaflet may ask for less (V-67: spin within 2 h).
 */
export const plasmaLimitMinutes = 240

/** How long a spoken identity holds: whoever waits longer is asked again. A choice of the house (SET). */
export const identityHoldsMinutes = 30

/** Whole minutes since the draw, never below 0. */
export function minutesSinceDraw(drawnAt: Instant, at: Instant): number {
  return Math.max(0, Math.floor(minutesBetween(drawnAt, at)))
}

export function isPastLimit(drawnAt: Instant, at: Instant): boolean {
  return minutesBetween(drawnAt, at) > plasmaLimitMinutes
}
