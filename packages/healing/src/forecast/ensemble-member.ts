import { placeOf } from '../cascade/parameters.ts'
import { makeCourseSolver } from '../cascade/solve-course.ts'
import { type NeedlingDose, needlingDose } from '../dose/needling-dose.ts'
import { exposureDays, infectionRisk } from '../outcomes/infection.ts'
import type { Course } from './course.ts'
import { dayAtRest } from './crossing.ts'
import { horizonOf } from './days.ts'
import type { Truth } from './ensemble.ts'
import { READING_NUMBERS } from './forecast-numbers.ts'
import { improvementOf, prpEntered } from './improvement-course.ts'
import { exposureOfOne, JUST_SHOWS, type Rows, readStates } from './readings.ts'

/** One course of the ensemble, solved and read. */
export interface Member {
  readonly rows: Rows
  readonly doses: readonly NeedlingDose[]
  readonly dates: readonly MemberDates[]
  /** How much of the trials' work the course does, 1 = their usual; undefined where no improvement is forecast. */
  readonly progress: number | undefined
  /** Share of each treatment's PRP that got in, 0..1. */
  readonly prpEntered: readonly number[]
  /** Probabilities over the whole course. */
  readonly risks: { readonly pigmentation: number; readonly infection: number }
}

/** Days of the course after one treatment. */
export interface MemberDates {
  readonly presentable: number
  readonly barrierClosed: number
  readonly readyAgain: number
}

/** Bands are told to a percent; the solver is asked for a hundredth of that. */
const TOLERANCE = { relative: 1e-4, absolute: 1e-7 }

/** Solves members one after the other; it keeps its buffers, so one for each thread. */
export function makeMemberSolver(course: Course, days: readonly number[]): (truth: Truth) => Member {
  const solver = makeCourseSolver()
  return (truth) => {
    const number = (symbol: string) => truth.cascade[placeOf(symbol)]!
    const doses = course.treatments.map((treatment) =>
      needlingDose(treatment, course.site, course.ageYears, truth.dose),
    )
    const solve = (asked: Parameters<typeof solver>[0], given: readonly NeedlingDose[], on: readonly number[]) =>
      solver(asked, given, truth.cascade, on, TOLERANCE)
    const trajectory = solve(course, doses, days)
    const rows = readStates(
      trajectory,
      { ...truth.reading, thE: number('thE') },
      course.treatments.map(({ day }, k) => ({ day, dose: doses[k]! })),
    )
    const improvement = truth.improvement && improvementOf(course, doses, trajectory, truth, solve)
    if (improvement) rows.improvement = improvement.percent
    return {
      rows,
      doses,
      dates: datesOf(course, days, rows, 100 * number('thB')),
      progress: improvement?.progress,
      prpEntered: course.treatments.map((treatment) => prpEntered(treatment, truth)),
      risks: {
        pigmentation: truth.pigmentationRisk,
        infection: infectionRisk(
          truth.infectionRate,
          exposureDays(days, rows.infectionHazard!),
          exposureOfOne(truth.cascade, truth.reading.gapShare),
        ),
      },
    }
  }
}

function datesOf(course: Course, days: readonly number[], rows: Rows, closedGapPercent: number): MemberDates[] {
  const gap = rows.barrierRecovered!.map((recovered) => 100 - recovered)
  const open = rows.epidermisCovered!.map((covered) => 100 - covered)
  const macrophages = rows.inflammatoryMacrophages!.map((value, at) => value + rows.repairMacrophages![at]!)
  return course.treatments.map(({ day }, k) => {
    const until = course.treatments[k + 1]?.day ?? horizonOf(course)
    const atRest = (row: Float64Array, threshold: number) => dayAtRest(days, row, threshold, day, until)
    const pale = atRest(rows.redness!, JUST_SHOWS)
    return {
      presentable: Math.max(pale, atRest(open, READING_NUMBERS.openArea.value)),
      barrierClosed: atRest(gap, closedGapPercent),
      readyAgain: Math.max(
        pale,
        atRest(macrophages, READING_NUMBERS.readyMacrophages.value),
        atRest(gap, READING_NUMBERS.readyGap.value),
      ),
    }
  })
}
