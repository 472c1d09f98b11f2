import { type Course, type Forecast, forecast, type Observation } from '@pointille/healing'
import { checkInDays } from '@pointille/protocol'

const mostKept = 500
/** Three courses for each of the twenty that are shown: a page must not wait for more. */
const courses = 60
const kept = new Map<string, Forecast>()

/** Every day from the treatment to the last check-in: a day is compared with the one before it. */
const days = Array.from({ length: Math.max(...checkInDays) + 1 }, (_, day) => day)

/**
 * The forecast of one treated course after what was reported so far. A forecast is arithmetic on its inputs and never goes
 * stale, so the last few hundred stay: a patient reads a day page several times, and sends it once.
 */
export function forecastAfter(course: Course, observations: readonly Observation[]): Forecast {
  const key = JSON.stringify([course, observations])
  const known = kept.get(key)
  if (known) {
    // Read again = last to go.
    kept.delete(key)
    kept.set(key, known)
    return known
  }
  const made = forecast(course, { days, observations, courses })
  kept.set(key, made)
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
  return made
}
