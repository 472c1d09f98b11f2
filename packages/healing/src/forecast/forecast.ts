import { evidenceFor } from '../outcomes/indication-evidence.ts'
import { bandOf, quantiles } from './bands.ts'
import type { Course } from './course.ts'
import { defaultDays, mergeDays } from './days.ts'
import { drawTruths } from './ensemble.ts'
import { type Member, makeMemberSolver } from './ensemble-member.ts'
import { READING_NUMBERS } from './forecast-numbers.ts'
import type {
  Band,
  Forecast,
  ForecastOptions,
  Observation,
  Quantiles,
  TreatmentDates,
  TreatmentDose,
} from './forecast-shape.ts'
import { OUTPUT_NAMES, OUTPUT_TAGS, OUTPUT_UNITS, type OutputName, type Tag } from './outputs.ts'
import { weighCourses } from './personal-update.ts'
import { OUTPUT_OF, REPORT_NAMES } from './reporting.ts'
import { listWarnings } from './warnings.ts'

export const DEFAULT_COURSES = 200
export const DEFAULT_SEED = 1

/**
 * What the skin will probably do: an ensemble of courses, each with one draw of everything that is not known, summed up
 * as bands, twenty dots and dates. The same course, options and seed give the same numbers bit for bit.
 */
export function forecast(course: Course, options: ForecastOptions = {}): Forecast {
  const run = startForecast(course, options)
  for (let k = 0; k < run.courses; k++) run.solveNext()
  return run.summarise()
}

/** A forecast in steps, so that a worker can stop for a newer question, and a command show how far it is. */
export interface ForecastRun {
  readonly courses: number
  /** Solves one more course of the ensemble; no more than `courses` times. */
  solveNext(): void
  /**
   * Sums up what is solved so far; at least one course. Other observations than those of the options only weigh the same
   * courses anew, which costs no solving.
   */
  summarise(observations?: readonly Observation[]): Forecast
}

export function startForecast(course: Course, options: ForecastOptions = {}): ForecastRun {
  const { courses = DEFAULT_COURSES, seed = DEFAULT_SEED } = options
  const own = defaultDays(course)
  const asked = options.days ? [...new Set(options.days)].sort((a, b) => a - b) : own
  const { days, places } = mergeDays(own, asked)
  const truths = drawTruths(course, courses, seed)
  const solve = makeMemberSolver(course, days)
  const members: Member[] = []
  return {
    courses,
    solveNext: () => void members.push(solve(truths[members.length]!)),
    summarise(observations = options.observations ?? []) {
      const reported = members.map(({ rows }) =>
        Object.fromEntries(REPORT_NAMES.map((name) => [name, rows[OUTPUT_OF[name]]])),
      )
      const update = weighCourses(reported, days, observations)
      return {
        seed,
        days: asked,
        ...sumUpOutputs(course, members, update.weights, places),
        ...sumUpTreatments(course, members, update.weights),
        warnings: listWarnings(course, members, update),
        evidence: evidenceFor(course.indication),
        courses: members.length,
        effectiveCourses: update.effectiveCourses,
      }
    },
  }
}

function sumUpOutputs(
  course: Course,
  members: readonly Member[],
  weights: Float64Array,
  places: readonly number[],
): Pick<Forecast, 'outputs' | 'dots'> {
  const outputs: Partial<Record<OutputName, Band>> = {}
  const dots: Partial<Record<OutputName, number[][]>> = {}
  for (const name of OUTPUT_NAMES) {
    if (!members[0]?.rows[name]) continue
    const rows = members.map((member) => places.map((place) => member.rows[name]![place]!))
    const tag = name === 'improvement' ? evidenceFor(course.indication).tag : OUTPUT_TAGS[name]
    const summed = bandOf(rows, weights, places.length, OUTPUT_UNITS[name], tag)
    outputs[name] = summed.band
    dots[name] = summed.dots
  }
  return { outputs, dots }
}

function sumUpTreatments(
  course: Course,
  members: readonly Member[],
  weights: Float64Array,
): Pick<Forecast, 'dates' | 'dose' | 'risks'> {
  const over = (read: (member: Member) => number, unit: string, tag: Tag): Quantiles =>
    quantiles(members.map(read), weights, unit, tag)
  const dates = course.treatments.map(({ day }, k): TreatmentDates => {
    const hours = (member: Member) =>
      Math.max(READING_NUMBERS.activesRestHours.value, 24 * (member.dates[k]!.barrierClosed - day))
    return {
      treatmentDay: day,
      presentableDay: over((member) => member.dates[k]!.presentable, 'd', 'assumed'),
      barrierClosedDay: over((member) => member.dates[k]!.barrierClosed, 'd', 'calibrated'),
      earliestNextDay: over((member) => member.dates[k]!.readyAgain, 'd', 'assumed'),
      activesSafeFromHours: over(hours, 'h', 'assumed'),
    }
  })
  const dose = course.treatments.map(
    ({ day }, k): TreatmentDose => ({
      treatmentDay: day,
      relativeDose: over((member) => member.doses[k]!.relativeDose, 'relative', 'assumed'),
      holesPerCm2: over((member) => member.doses[k]!.holesPerCm2, 'holes/cm²', 'assumed'),
      depthMm: over((member) => member.doses[k]!.depthMm, 'mm', 'assumed'),
      pinpointBleedingProbability: over((member) => member.doses[k]!.pinpointBleeding, 'probability', 'assumed'),
    }),
  )
  return {
    dates,
    dose,
    risks: {
      pigmentation: over(({ risks }) => risks.pigmentation, 'probability', 'calibrated'),
      infection: over(({ risks }) => risks.infection, 'probability', 'assumed'),
    },
  }
}
