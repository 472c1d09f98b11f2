import { effectiveCount } from './bands.ts'
import { valueOn } from './days.ts'
import { REPORT_NUMBERS } from './forecast-numbers.ts'
import type { Observation } from './forecast-shape.ts'
import { likelihoodOf, REPORT_NAMES, REPORTS, type ReportName, TENDENCIES } from './reporting.ts'

/** What one course of the ensemble says of what can be reported, one number a day of `days`. */
export type ReportedRows = Readonly<Partial<Record<ReportName, ArrayLike<number>>>>

export interface Update {
  /** One a course, their mean is 1. */
  readonly weights: Float64Array
  /** How many courses carry the weight (Kish). */
  readonly effectiveCourses: number
  /** 1 = the answers count in full; less when too few courses would have been left. */
  readonly temper: number
}

/** A small ensemble may fall to this share of itself. */
const FEWEST_SHARE = 0.25

/**
 * Weighs each course of the ensemble by how well it explains a person's answers (importance sampling from the forecast
 * before them). When the answers would leave too few courses, their likelihood is tempered just as far as needed: the
 * band then stays wider than the answers allow, which is said, rather than becoming one lucky course.
 */
export function weighCourses(
  courses: readonly ReportedRows[],
  days: readonly number[],
  observations: readonly Observation[],
): Update {
  const logs = courses.map((rows) => logLikelihood(rows, days, observations))
  const fewest = Math.min(REPORT_NUMBERS.fewestCourses.value, FEWEST_SHARE * courses.length)
  const full = weightsOf(logs, 1)
  if (effectiveCount(full) >= fewest) return { weights: full, effectiveCourses: effectiveCount(full), temper: 1 }
  let low = 0
  let high = 1
  for (let halving = 0; halving < 30; halving++) {
    const middle = (low + high) / 2
    if (effectiveCount(weightsOf(logs, middle)) >= fewest) low = middle
    else high = middle
  }
  const weights = weightsOf(logs, low)
  return { weights, effectiveCourses: effectiveCount(weights), temper: low }
}

/** Answers of one kind share the person's tendency; kinds are independent given the course. */
function logLikelihood(rows: ReportedRows, days: readonly number[], observations: readonly Observation[]): number {
  let sum = 0
  for (const name of REPORT_NAMES) {
    const row = rows[name]
    const answers = observations.flatMap((observation) => {
      const answer = observation[name]
      return row && answer !== undefined ? [{ answer, truth: valueOn(days, row, observation.day) }] : []
    })
    if (answers.length === 0) continue
    let likelihood = 0
    for (const [tendency, weight] of TENDENCIES) {
      let product = weight
      for (const { answer, truth } of answers) product *= likelihoodOf(REPORTS[name], answer, truth, tendency)
      likelihood += product
    }
    sum += Math.log(likelihood)
  }
  return sum
}

function weightsOf(logs: readonly number[], temper: number): Float64Array {
  const most = Math.max(...logs)
  const weights = Float64Array.from(logs, (log) => Math.exp(temper * (log - most)))
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / weights.length
  return weights.map((weight) => weight / mean)
}
