import type { CsvRow } from '../evidence/csv.ts'
import { whyNotNeedling } from '../evidence/not-needling.ts'
import { readNumber } from '../evidence/reading.ts'
import { isSameStudy } from '../evidence/study.ts'
import { readArm, type TrialArm } from '../evidence/trial-arm.ts'
import type { FittedArm } from './improvement-fit.ts'
import type { TimeShape } from './time-shape.ts'
import { scenariosOf, typicalProgress } from './visit-scenarios.ts'

/** An arm that the hierarchical model learns from. */
export interface CalibrationArm extends TrialArm {
  readonly improvementPercent: number
  /** Arms with one number come from one study. */
  readonly studyNumber: number
}

/** Every row of `outcomes.csv` from which the model may learn: needling alone, or with PRP, with a figure. */
export function calibrationArms(rows: readonly CsvRow[]): CalibrationArm[] {
  const arms: CalibrationArm[] = []
  let studies = 0
  for (const row of rows) {
    const arm = readArm(row)
    const why = whyNotNeedling(row)
    if (!arm) continue
    const improvementPercent = why
      ? why.code === 'noImprovement'
        ? ratedImprovement(row)
        : undefined
      : arm.improvementPercent
    if (improvementPercent === undefined) continue
    const studyNumber = arms.find((known) => isSameStudy(known.study, arm.study))?.studyNumber ?? studies++
    arms.push({ ...arm, improvementPercent, studyNumber })
  }
  return arms
}

/**
 * A rating of improvement on a line of 0 to 10 (range assumed), with no score before: its value is tenths of the way.
 * Striae have no other figure of needling alone. Such a row teaches the model; a file under test is read without it,
 * because `evidence/README.md` does not call it an improvement.
 */
function ratedImprovement(row: CsvRow): number | undefined {
  if (!/improvement vas|vas.{0,20}improvement/i.test(row.scale ?? '') || row.baseline_mean) return
  const rated = readNumber(row.followup_mean)
  return rated && rated.high <= 10 ? 5 * (rated.low + rated.high) : undefined
}

/** How much people of one arm differ, in percent points: mean of the printed spreads of any needled arm, weighted by people. */
export function spreadBetweenPeople(rows: readonly CsvRow[]): {
  readonly percentPoints: number
  readonly ids: string[]
} {
  const printed = rows
    .map((row) => ({ row, arm: readArm(row), code: whyNotNeedling(row)?.code }))
    .filter(({ arm, code }) => arm?.improvementSd && (code === undefined || code === 'combination'))
  const people = printed.reduce((sum, { arm }) => sum + (arm?.people ?? 0), 0)
  const sum = printed.reduce((total, { arm }) => total + (arm?.improvementSd ?? 0) * (arm?.people ?? 0), 0)
  return { percentPoints: sum / people, ids: printed.map(({ row }) => row.id ?? '') }
}

/** People of an arm that does not print how many. Assumed. */
export const USUAL_PEOPLE = 20

/** What the model is fitted to. */
export function fittedArm(arm: CalibrationArm, shape: TimeShape): FittedArm {
  return {
    studyNumber: arm.studyNumber,
    indication: arm.indication,
    scale: arm.scale,
    hasPrp: arm.hasPrp,
    share: arm.improvementPercent / 100,
    people: arm.people ?? USUAL_PEOPLE,
    progress: typicalProgress(scenariosOf(arm, shape)),
  }
}
