import { valueOn } from './days.ts'
import type { Forecast, Observation } from './forecast-shape.ts'
import { OUTPUT_OF, probabilityUpTo, REPORT_NAMES, REPORTS, type ReportName } from './reporting.ts'

/** What a report of one day is expected to be: 9 answers in 10 lie from `low` to `high`, both included. */
export interface ExpectedReport {
  readonly low: number
  readonly median: number
  readonly high: number
  /** The twenty equally probable courses on that day, before anyone answers; rising. */
  readonly dots: readonly number[]
}

export type ExpectedDay = Readonly<Partial<Record<ReportName, ExpectedReport>>>

/**
 * What a person would report on `day` of the course: the courses of the forecast, and how people answer (their tendency and
 * their noise; odd answers are what the band is there to find, so they do not widen it).
 */
export function expectedBand(forecast: Forecast, day: number): ExpectedDay {
  const expected: Partial<Record<ReportName, ExpectedReport>> = {}
  for (const name of REPORT_NAMES) {
    const rows = forecast.dots[OUTPUT_OF[name]]
    if (!rows) continue
    const dots = rows.map((row) => valueOn(forecast.days, row, day))
    const at = (probability: number) => answerAt(name, dots, probability)
    expected[name] = { low: at(0.05), median: at(0.5), high: at(0.95), dots }
  }
  return expected
}

/** `above` = more than expected, which for redness, swelling and pain is what someone wants to see. */
export function placeInBand(answer: number, { low, high }: ExpectedReport): 'below' | 'inside' | 'above' {
  return answer < low ? 'below' : answer > high ? 'above' : 'inside'
}

/** Whether any answer of the observation lies outside what was expected on that day. */
export function isOutside(observation: Observation, expected: ExpectedDay): boolean {
  return REPORT_NAMES.some((name) => {
    const answer = observation[name]
    const band = expected[name]
    return answer !== undefined && band !== undefined && placeInBand(answer, band) !== 'inside'
  })
}

/** The quantile of the answers: a whole grade, or a score. */
function answerAt(name: ReportName, dots: readonly number[], probability: number): number {
  const report = REPORTS[name]
  if (report.kind === 'grade') {
    const upTo = (grade: number) =>
      dots.reduce((sum, truth) => sum + probabilityUpTo(report, grade, truth), 0) / dots.length
    for (let grade: number = report.low; grade < report.high; grade++) if (upTo(grade) >= probability) return grade
    return report.high
  }
  // Twenty courses, each with the person's tendency and the noise of one answer, both normal.
  const spread = Math.hypot(report.noise, report.tendency)
  const upTo = (answer: number) =>
    dots.reduce((sum, truth) => sum + standardNormal((answer - truth) / spread), 0) / dots.length
  let low: number = report.low
  let high: number = report.high
  for (let halving = 0; halving < 40; halving++) {
    const middle = (low + high) / 2
    if (upTo(middle) < probability) low = middle
    else high = middle
  }
  return high
}

/** Distribution function; this logistic is within 0.01 of it, which no answer can tell. */
const standardNormal = (z: number): number => 1 / (1 + Math.exp(-1.702 * z))
