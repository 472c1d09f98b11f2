import type { KineticRow } from '../calibration/kinetic-row.ts'
import type { Reading } from '../evidence/reading.ts'
import type { TrialArm } from '../evidence/trial-arm.ts'
import { COURSE_LIMITS } from '../forecast/course.ts'

/** A visit later than this says nothing of needling any more. */
const LAST_DAY = 3650
const HOURS = { low: 0, high: 24 * LAST_DAY }
const NEEDLE_MM = { low: 0, high: 10 }
const PASSES = { low: 0, high: 200 }
const INTERVAL_DAYS = { low: 0, high: 366 }

type Limits = { readonly low: number; readonly high: number }

/** The first cell of a kinetic row that lies outside what the model was made for, in words; undefined when all are inside. */
export function kineticOutOfRange({ scenario }: KineticRow): string | undefined {
  const { ageYears, needleMm, passes, treatments, intervalDays, occlusionHours, atHours, atHours2 } = scenario
  const at = (hours: number | undefined) => (hours === undefined ? undefined : { low: hours, high: hours })
  return firstOutside([
    ['age_years', ageYears, COURSE_LIMITS.ageYears],
    ['needle_mm', needleMm, NEEDLE_MM],
    ['passes', passes, PASSES],
    ['treatments', treatments, COURSE_LIMITS.treatments],
    ['interval_days', intervalDays, INTERVAL_DAYS],
    ['occlusion_hours', occlusionHours, COURSE_LIMITS.occlusionHours],
    ['at_hours', at(atHours), HOURS],
    ['at_hours_2', at(atHours2), HOURS],
  ])
}

/** The same of an arm of a trial. */
export function armOutOfRange({ treatments, intervalDays, assessedDay }: TrialArm): string | undefined {
  const span = (values: readonly number[]) =>
    values.length === 0 ? undefined : { low: Math.min(...values), high: Math.max(...values) }
  return firstOutside([
    ['sessions', span(treatments), { ...COURSE_LIMITS.treatments, low: 1 }],
    ['interval_days', span(intervalDays === undefined ? [] : [intervalDays]), INTERVAL_DAYS],
    ['assess_time_days_from_first', span(assessedDay === undefined ? [] : [assessedDay]), { low: 0, high: LAST_DAY }],
  ])
}

/** `up to 2.5` begins at no needle at all; the shortest needle and one pass are the least that is needling. */
export function atLeastNeedled(row: KineticRow): KineticRow {
  const from = (reading: Reading | undefined, least: number) =>
    reading && { ...reading, low: Math.max(reading.low, least), high: Math.max(reading.high, least) }
  const needleMm = from(row.scenario.needleMm, COURSE_LIMITS.needleMm.low)
  const passes = from(row.scenario.passes, COURSE_LIMITS.passes.low)
  return { ...row, scenario: { ...row.scenario, ...(needleMm ? { needleMm } : {}), ...(passes ? { passes } : {}) } }
}

function firstOutside(
  cells: readonly (readonly [name: string, cell: Limits | Reading | undefined, limits: Limits])[],
): string | undefined {
  const outside = cells.find(([, cell, limits]) => cell && (cell.low < limits.low || cell.high > limits.high))
  if (!outside) return
  const [name, , { low, high }] = outside
  return `outOfRange: ${name} lies outside ${low} to ${high}`
}
