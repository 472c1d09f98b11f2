import { type Course, type ForecastRun, type Observation, startForecast } from '@pointille/healing'
import { checkInDays } from '@pointille/protocol'
import type { ExpectedDay } from './expected-day.ts'
import { readForecast } from './read-forecast.ts'

/** Three courses for each of the twenty that are shown: a page must not wait for more. */
const courses = 60
/** Every day from the treatment to the last check-in: a day is compared with the one before it. */
const days = Array.from({ length: Math.max(...checkInDays) + 1 }, (_, day) => day)

/** A solved course weighs about a megabyte, what it says of a day almost nothing. */
const mostRuns = 24
const mostDays = 2_000
const runs = new Map<string, ForecastRun>()
const expected = new Map<string, ExpectedDay | undefined>()

/**
 * What the model expects of one day after a treated course, given what was reported before it. It is arithmetic on its
 * inputs and never goes stale, so the last ones stay: a patient reads a day several times and sends it once, and another
 * day's observations only weigh the same solved courses anew.
 */
export function expectAfter(
  course: Course,
  observations: readonly Observation[],
  day: number,
): ExpectedDay | undefined {
  const key = JSON.stringify([course, observations, day])
  return keep(expected, key, mostDays, () => {
    const run = keep(runs, JSON.stringify(course), mostRuns, () => solve(course))
    return readForecast(run.summarise(observations), day)
  })
}

function solve(course: Course): ForecastRun {
  const run = startForecast(course, { days, courses })
  for (let solved = 0; solved < run.courses; solved += 1) run.solveNext()
  return run
}

function keep<Made>(kept: Map<string, Made>, key: string, most: number, make: () => Made): Made {
  const made = kept.has(key) ? kept.get(key)! : make()
  // Asked again = last to go.
  kept.delete(key)
  kept.set(key, made)
  if (kept.size > most) kept.delete(kept.keys().next().value!)
  return made
}
