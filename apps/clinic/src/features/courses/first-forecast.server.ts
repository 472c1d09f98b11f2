import { type Forecast, forecast } from '@pointille/healing'
import type { ForecastQuestion } from './course-input.ts'

const mostKept = 60
const kept = new Map<string, Forecast>()

/** The forecast that a page is sent with. Arithmetic on its question never goes stale, so the last ones stay. */
export function forecastOnce({ course, observations }: ForecastQuestion): Forecast {
  const key = JSON.stringify([course, observations])
  const known = kept.get(key)
  if (known) {
    kept.delete(key)
    kept.set(key, known)
    return known
  }
  const made = forecast(course, { observations })
  kept.set(key, made)
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
  return made
}
