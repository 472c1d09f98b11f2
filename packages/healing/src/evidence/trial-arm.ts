import { COURSE_INDICATIONS, type CourseIndication, INDICATION_ALIASES } from '../forecast/course.ts'
import type { CsvRow } from './csv.ts'
import { prpAnswer } from './prp-cell.ts'
import { countsOf, middleOf, type Reading, readNumber } from './reading.ts'
import { type ScaleClass, scaleClassOf } from './scale-class.ts'
import { type Study, studyOf } from './study.ts'

/** One needled arm of a trial at one visit, in the format of `outcomes.csv`, with what was printed and what was not. */
export interface TrialArm {
  readonly id: string
  readonly study: Study
  readonly indication: CourseIndication
  readonly scale: ScaleClass
  readonly hasPrp: boolean
  /** People in the arm; undefined = not printed. */
  readonly people: number | undefined
  /** Numbers of treatments that the cell allows, each as likely; empty = not printed. */
  readonly treatments: readonly number[]
  readonly intervalDays: number | undefined
  /** From the first treatment. */
  readonly assessedDay: number | undefined
  /** Percent of the score at the start; a worse score is below zero. undefined = no such figure. */
  readonly improvementPercent: number | undefined
  /** Between people, in percent points, where printed. */
  readonly improvementSd: number | undefined
}

/** The tables' own word, which the house does not use for a visit. */
const TREATMENTS_COLUMN = 'sessions'

/** Columns without which a file is not in this format; all others may be missing. */
export const ARM_COLUMNS = ['id', 'study', 'indication', 'arm'] as const

/** Reads one row. Whether it is an arm of needling at all is `whyNotNeedling`'s question; undefined = unknown indication. */
export function readArm(row: CsvRow): TrialArm | undefined {
  const indication = indicationOf(row.indication ?? '')
  if (!indication) return
  const middle = (name: string) => {
    const reading = readNumber(row[name])
    return reading && middleOf(reading)
  }
  const treatments = readNumber(row[TREATMENTS_COLUMN])
  return {
    id: row.id ?? '',
    study: studyOf(row),
    indication,
    scale: scaleClassOf(row.scale ?? ''),
    hasPrp: isPrpArm(row),
    people: peopleOf(readNumber(row.n)),
    treatments: treatments ? countsOf(treatments) : [],
    intervalDays: middle('interval_days') || undefined,
    assessedDay: middle('assess_time_days_from_first'),
    improvementPercent: improvementOf(row),
    improvementSd: middle('pct_improvement_sd') || undefined,
  }
}

function indicationOf(text: string): CourseIndication | undefined {
  return NAMES.get(sameName(text))
}

/** `acne_scar`, `Acne scars` and `acne-scars` are one name. */
const sameName = (text: string) =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-')
    .replace(/s$/, '')

const NAMES: ReadonlyMap<string, CourseIndication> = new Map(
  [...Object.entries(INDICATION_ALIASES), ...COURSE_INDICATIONS.map((name) => [name, name] as const)].map(
    ([name, indication]) => [sameName(name), indication],
  ),
)

/** The `prp` column counts; where a file leaves it empty, the arm's own words do. */
function isPrpArm(row: CsvRow): boolean {
  return prpAnswer(row.prp) ?? /\bprp\b|platelet.rich plasma/i.test(row.arm ?? '')
}

/** `60 total` counts all arms of a study: two, when the number of arms is not known. */
function peopleOf(reading: Reading | undefined): number | undefined {
  if (!reading) return
  const people = middleOf(reading) / (reading.isTotal ? 2 : 1)
  return people >= 1 ? people : undefined
}

/** As `evidence/README.md` defines it: the printed percentage, else the fall of the score in percent of its start. */
function improvementOf(row: CsvRow): number | undefined {
  const printed = readNumber(row.pct_improvement_mean)
  if (printed) return middleOf(printed)
  const baseline = readNumber(row.baseline_mean)
  const followUp = readNumber(row.followup_mean)
  if (!baseline || !followUp || middleOf(baseline) === 0) return
  return (100 * (middleOf(baseline) - middleOf(followUp))) / middleOf(baseline)
}
