import { type Severity, severities } from '@pointille/protocol'

/** The questions of a check-in that the model has an expectation for. */
export const forecastAnswers = ['redness', 'swelling', 'pain'] as const
export type ForecastAnswer = (typeof forecastAnswers)[number]

/** How far a forecast may be trusted, as the healing package says it. */
export type ForecastTag = 'measured' | 'calibrated' | 'assumed' | 'no-evidence'

/** Of 20 possible courses, how many give each of the four answers; and the answers between which 9 courses in 10 lie. */
export type ExpectedGrade = { counts: number[]; low: Severity; high: Severity; tag: ForecastTag }

/** What the model expects on one day after one treatment, before that day is reported. */
export type ExpectedDay = {
  day: number
  redness: ExpectedGrade
  swelling: ExpectedGrade
  /** Score 0-10. */
  pain: { low: number; high: number; tag: ForecastTag }
  /** Where the median redness goes from the day before: it comes down, or there is none left to see. */
  rednessTrend: 'falling' | 'gone' | 'steady'
}

/** What is compared: the answers of one day report. */
export type ReportedDay = { redness: Severity; swelling: Severity; painScore: number }

/**
 * Which answers are more marked than 9 courses in 10. Less than expected is never outside: nobody is alarmed by calm skin.
 * Says nothing about red flags, and nothing of it may soften one.
 */
export function answersOutside(expected: ExpectedDay, said: ReportedDay): ForecastAnswer[] {
  const isAbove = (answer: Severity, { high }: ExpectedGrade) => severities.indexOf(answer) > severities.indexOf(high)
  return forecastAnswers.filter((answer) =>
    answer === 'pain' ? said.painScore > expected.pain.high : isAbove(said[answer], expected[answer]),
  )
}

/** How many of the 20 courses are at this answer or below it. */
export function countUpTo({ counts }: ExpectedGrade, answer: Severity): number {
  return counts.slice(0, severities.indexOf(answer) + 1).reduce((sum, count) => sum + count, 0)
}
