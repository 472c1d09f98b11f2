import { type CsvRow, parseCsv } from '../evidence/csv.ts'
import { whyNotNeedling } from '../evidence/not-needling.ts'
import { ARM_COLUMNS, readArm, type TrialArm } from '../evidence/trial-arm.ts'
import { CALIBRATION_ARMS } from '../generated/calibration-arms.ts'
import { referenceShape } from '../outcomes/reference-shape.ts'
import { type ArmPrediction, makeArmPredictor } from './predict-arm.ts'
import { armOutOfRange } from './scenario-limits.ts'
import { type ArmsSummary, summariseArms } from './summarise-arms.ts'

export interface Skipped {
  readonly id: string
  /** A code, a colon, and the words for a reader. */
  readonly reason: string
}

export interface ArmsReport {
  readonly summary: ArmsSummary
  readonly rows: readonly ArmPrediction[]
  readonly skipped: readonly Skipped[]
}

/**
 * Predicts every arm of a table in the format of `evidence/outcomes.csv` that is needling alone, or needling with PRP, and
 * prints an improvement. A study that the model learnt from is predicted by a model that has not seen it.
 * Throws CsvFault when the text is no such table; a row that cannot be used is told with its reason, never thrown.
 */
export function validateArms(csv: string, onRow?: (done: number, of: number) => void): ArmsReport {
  const predict = makeArmPredictor(CALIBRATION_ARMS, referenceShape())
  const rows: ArmPrediction[] = []
  const skipped: Skipped[] = []
  const table = parseCsv(csv, ARM_COLUMNS)
  table.forEach((row, at) => {
    const id = row.id?.trim() || `row ${at + 1}`
    const arm = usableArm(row)
    if (typeof arm === 'string') skipped.push({ id, reason: arm })
    else rows.push(predict({ ...arm, id }, row.study?.trim() ?? ''))
    onRow?.(at + 1, table.length)
  })
  return { summary: summariseArms(rows), rows, skipped }
}

/** The arm, or why it is none. */
function usableArm(row: CsvRow): (TrialArm & { improvementPercent: number }) | string {
  const arm = readArm(row)
  if (!arm) return `unknownIndication: ${JSON.stringify(row.indication ?? '')} is not an indication of the model`
  if (arm.indication === 'pores') return 'noEvidence: nobody has printed a figure for pores, so there is no prediction'
  const why = whyNotNeedling(row)
  if (why) return `${why.code}: ${why.says}`
  const outside = armOutOfRange(arm)
  if (outside) return outside
  const { improvementPercent } = arm
  if (improvementPercent === undefined) return 'unreadable: the printed figures are not numbers'
  return { ...arm, improvementPercent }
}
