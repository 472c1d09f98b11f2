import { REPORT_NUMBERS as told } from './forecast-numbers.ts'
import type { OutputName } from './outputs.ts'

/*
 * How a person turns skin into an answer. Grades: the true grade g of a course is a number from 0 to 3; the answer j is
 * chosen with P(answer <= j) = logistic((j + 0.5 - g - tendency) / noise). Scores: normal around the true score plus
 * the tendency. The tendency is the person's own habit of answering high or low, the same on every day; it is integrated
 * out. One answer in twenty is taken as odd (a slip, another cause, a different day) and says nothing.
 * Every size here is assumed: no series of repeated self-reports after needling was found.
 */

/** What can be reported, with what is needed to judge it. */
export const REPORTS = {
  redness: { kind: 'grade', noise: told.gradeNoise.value, tendency: told.gradeTendency.value, low: 0, high: 3 },
  swelling: { kind: 'grade', noise: told.gradeNoise.value, tendency: told.gradeTendency.value, low: 0, high: 3 },
  pain: { kind: 'score', noise: told.painNoise.value, tendency: told.painTendency.value, low: 0, high: 10 },
  improvementPercent: {
    kind: 'score',
    noise: told.improvementNoise.value,
    tendency: told.improvementTendency.value,
    low: -100,
    high: 100,
  },
} as const satisfies Record<string, Report>

export interface Report {
  readonly kind: 'grade' | 'score'
  /** Scale of the logistic for grades, standard deviation for scores; in the report's own unit. */
  readonly noise: number
  /** Standard deviation between persons. */
  readonly tendency: number
  readonly low: number
  readonly high: number
}
export type ReportName = keyof typeof REPORTS
export const REPORT_NAMES = Object.keys(REPORTS) as readonly ReportName[]

/** The output of a forecast that a report is about. */
export const OUTPUT_OF = {
  redness: 'redness',
  swelling: 'swelling',
  pain: 'pain',
  improvementPercent: 'improvement',
} as const satisfies Record<ReportName, OutputName>

/** Share of answers that say nothing. */
const ODD_ANSWERS = told.oddAnswers.value

/** Gauss-Hermite, five points: standard normal tendencies and their weights, which integrate a smooth function well. */
export const TENDENCIES: readonly (readonly [tendency: number, weight: number])[] = [
  [-2.8569700138728056, 0.011257411327720689],
  [-1.355626179974266, 0.22207592200561266],
  [0, 0.5333333333333333],
  [1.355626179974266, 0.22207592200561266],
  [2.8569700138728056, 0.011257411327720689],
]

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))

/** Probability (grades) or density (scores) of an answer when the truth and the person's standard tendency are given. */
export function likelihoodOf(report: Report, answer: number, truth: number, tendency: number): number {
  const centre = truth + tendency * report.tendency
  if (report.kind === 'grade') {
    const upTo = (grade: number) => (grade >= report.high ? 1 : logistic((grade + 0.5 - centre) / report.noise))
    const below = answer <= report.low ? 0 : upTo(answer - 1)
    return (1 - ODD_ANSWERS) * (upTo(answer) - below) + ODD_ANSWERS / (report.high - report.low + 1)
  }
  const z = (answer - centre) / report.noise
  const density = Math.exp(-0.5 * z * z) / (report.noise * Math.sqrt(2 * Math.PI))
  return (1 - ODD_ANSWERS) * density + ODD_ANSWERS / (report.high - report.low)
}

/** Probability that a grade is answered at `grade` or below, over people whose tendency is not known. */
export function probabilityUpTo(report: Report, grade: number, truth: number): number {
  if (grade >= report.high) return 1
  let sum = 0
  for (const [tendency, weight] of TENDENCIES)
    sum += weight * logistic((grade + 0.5 - truth - tendency * report.tendency) / report.noise)
  return sum
}
