import { makeRandom } from '../random.ts'
import { bandOf, quantiles } from './bands.ts'
import type { Course } from './course.ts'
import { dayAtRest } from './crossing.ts'
import { defaultDays, horizonOf, mergeDays } from './days.ts'
import type { Band, Forecast, ForecastOptions, TreatmentDates, Warning } from './forecast-shape.ts'
import { drawInterim, INTERIM_STATES, type InterimDose, interimDose, solveInterim } from './interim-model.ts'
import { OUTPUT_NAMES, OUTPUT_UNITS, type OutputName, type Tag } from './outputs.ts'
import { type Update, weighCourses } from './personal-update.ts'
import { painAtOnce, readStates } from './readings.ts'
import { OUTPUT_OF, REPORT_NAMES } from './reporting.ts'

export const DEFAULT_COURSES = 200
export const DEFAULT_SEED = 1

const TAGS: Partial<Record<OutputName, Tag>> = {
  barrierRecovered: 'calibrated',
  epidermalTurnover: 'calibrated',
  cytokine: 'calibrated',
  neutrophils: 'calibrated',
  inflammatoryMacrophages: 'calibrated',
  repairMacrophages: 'calibrated',
  newCollagen: 'calibrated',
  perfusion: 'no-evidence',
}

/** One course of the ensemble. */
interface Member {
  readonly rows: Partial<Record<OutputName, Float64Array>>
  readonly dose: readonly InterimDose[]
  readonly dates: readonly { presentable: number; barrier: number; next: number }[]
}

/**
 * What the skin will probably do: an ensemble of courses, each with one draw of everything that is not known, summed up
 * as bands, twenty dots and dates. The same course, options and seed give the same numbers bit for bit.
 */
export function forecast(course: Course, options: ForecastOptions = {}): Forecast {
  const ensemble = startForecast(course, options)
  for (let k = 0; k < ensemble.courses; k++) ensemble.solveNext()
  return ensemble.summarise()
}

/** The same in steps, so that a worker can stop for a newer question or show how far it is. */
export function startForecast(course: Course, options: ForecastOptions = {}) {
  const { courses = DEFAULT_COURSES, seed = DEFAULT_SEED } = options
  const own = defaultDays(course)
  const asked = options.days ? [...new Set(options.days)].sort((a, b) => a - b) : own
  const { days, places } = mergeDays(own, asked)
  const members: Member[] = []
  return {
    courses,
    solveNext(): void {
      members.push(solveMember(course, makeRandom(seed * 65_537 + members.length), days))
    },
    summarise(): Forecast {
      const reported = members.map(({ rows }) =>
        Object.fromEntries(REPORT_NAMES.map((name) => [name, rows[OUTPUT_OF[name]]])),
      )
      const update = weighCourses(reported, days, options.observations ?? [])
      return summarise(course, seed, asked, places, members, update)
    },
  }
}

function solveMember(course: Course, random: ReturnType<typeof makeRandom>, days: readonly number[]): Member {
  const draw = drawInterim(random)
  const dose = course.treatments.map((treatment) => interimDose(treatment, draw))
  const states = solveInterim(
    course,
    dose.map((one) => one.dose),
    draw,
    days,
  )
  const treatments = course.treatments.map(({ day, needleMm }, k) => ({
    day,
    dose: dose[k]!.dose,
    painAtOnce: painAtOnce(needleMm, dose[k]!.holesPerCm2),
  }))
  const rows = readStates({ days, states, names: INTERIM_STATES }, draw, treatments)
  const gain = rows.organisedCollagen!
  const study = Math.exp(0.65 * random.normal())
  rows.improvement = gain.map((value) => 90 * (1 - Math.exp((-Math.max(0, value) / 20) * study)))
  const active = rows.inflammatoryMacrophages!.map((value, at) => value + rows.repairMacrophages![at]!)
  const dates = course.treatments.map(({ day }, k) => {
    const until = course.treatments[k + 1]?.day ?? horizonOf(course)
    const red = dayAtRest(days, rows.redness!, 0.5, day, until)
    const open = dayAtRest(
      days,
      rows.epidermisCovered!.map((value) => 100 - value),
      5,
      day,
      until,
    )
    const gap = rows.barrierRecovered!.map((value) => 100 - value)
    const barrier = dayAtRest(days, gap, 23, day, until)
    const next = Math.max(red, dayAtRest(days, active, 0.1, day, until), dayAtRest(days, gap, 10, day, until))
    return { presentable: Math.max(red, open), barrier, next }
  })
  return { rows, dose, dates }
}

function summarise(
  course: Course,
  seed: number,
  days: readonly number[],
  places: readonly number[],
  members: readonly Member[],
  { weights, temper, effectiveCourses }: Update,
): Forecast {
  const outputs: Partial<Record<OutputName, Band>> = {}
  const dots: Partial<Record<OutputName, number[][]>> = {}
  const noEvidence = course.indication === 'pores'
  for (const name of OUTPUT_NAMES) {
    if (!members[0]?.rows[name] || (name === 'improvement' && noEvidence)) continue
    const rows = members.map((member) => places.map((place) => member.rows[name]![place]!))
    const summed = bandOf(rows, weights, days.length, OUTPUT_UNITS[name], TAGS[name] ?? 'assumed')
    outputs[name] = summed.band
    dots[name] = summed.dots
  }
  const over = (read: (member: Member) => number, unit: string, tag: Tag = 'assumed') =>
    quantiles(members.map(read), weights, unit, tag)
  const dates = course.treatments.map(({ day }, k): TreatmentDates => {
    const barrierHours = (member: Member) => 24 * (member.dates[k]!.barrier - day)
    return {
      treatmentDay: day,
      presentableDay: over((member) => member.dates[k]!.presentable, 'd'),
      barrierClosedDay: over((member) => member.dates[k]!.barrier, 'd', 'calibrated'),
      earliestNextDay: over((member) => member.dates[k]!.next, 'd'),
      activesSafeFromHours: over((member) => Math.max(72, barrierHours(member)), 'h'),
    }
  })
  return {
    seed,
    days,
    outputs,
    dots,
    dates,
    dose: course.treatments.map(({ day }, k) => ({
      treatmentDay: day,
      relativeDose: over((member) => member.dose[k]!.dose, 'relative'),
      holesPerCm2: over((member) => member.dose[k]!.holesPerCm2, 'holes/cm²'),
      depthMm: over((member) => member.dose[k]!.depthMm, 'mm'),
      pinpointBleedingProbability: over((member) => member.dose[k]!.bleeding, 'probability'),
    })),
    risks: {
      pigmentation: quantiles([0.01, 0.02, 0.05], [1, 1, 1], 'probability', 'calibrated'),
      infection: quantiles([0.001, 0.008, 0.026], [1, 1, 1], 'probability', 'assumed'),
    },
    warnings: [
      ...listWarnings(course, members),
      ...(temper < 1 ? [{ code: 'fewCoursesLeft' as const, values: { temper } }] : []),
    ],
    evidence: { gradeId: noEvidence ? 'EG10' : 'EG01', noEvidence },
    effectiveCourses,
    courses: members.length,
  }
}

function listWarnings(course: Course, members: readonly Member[]): Warning[] {
  const warnings: Warning[] = []
  if (course.ageYears < 18) warnings.push({ code: 'under18' })
  if (course.indication === 'pores') warnings.push({ code: 'noEvidence' })
  course.treatments.forEach(({ day }, k) => {
    const before = course.treatments[k - 1]
    if (before && day - before.day < 14) warnings.push({ code: 'intervalBelow14Days', treatment: k })
    const through = members.filter((member) => member.dose[k]!.longerThanSkin).length / members.length
    if (through > 0.05) warnings.push({ code: 'needleLongerThanSkin', treatment: k, values: { probability: through } })
  })
  return warnings
}
