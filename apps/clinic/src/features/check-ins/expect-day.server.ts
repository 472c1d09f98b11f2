import { type Course, MEDIAN_DOSE_DRAW, needlingDose, type Observation } from '@pointille/healing'
import { type Severity, severities } from '@pointille/protocol'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { ageOn, localTime } from '#platform/languages/dates.ts'
import type { StoredCheckIn } from './check-ins.queries.server.ts'
import { expectAfter } from './expect-after.ts'
import { getBirthOn, listEvents } from './expected-day.queries.server.ts'
import type { ExpectedDay } from './expected-day.ts'
import { stateOf } from './needled-zones.ts'
import { courseOf } from './treated-course.ts'

export type TreatmentToExpect = {
  clinicId: string
  timeZone: string
  treatmentId: string
  patientId: string
  /** Epoch ms. */
  treatedAt: number
  /** Every check-in of the treatment so far. */
  sent: readonly StoredCheckIn[]
}

/**
 * What the model expects of one day after a sealed treatment, given the reports of the days before it. Undefined where
 * nothing was needled, or where the model has nothing to say.
 */
export async function expectDay(
  tx: ClinicTransaction,
  { clinicId, timeZone, treatmentId, patientId, treatedAt, sent }: TreatmentToExpect,
  day: number,
): Promise<ExpectedDay | undefined> {
  const state = stateOf(await listEvents(tx, clinicId, treatmentId))
  if (!state) return undefined
  const birthOn = await getBirthOn(tx, clinicId, patientId)
  const course = courseOf(state, ageOn(birthOn, localTime(treatedAt, timeZone).on), injuryOf)
  return course && expectAfter(course, observationsBefore(day, sent), day)
}

/** The last report of each earlier day: what is said today must not move what was expected today. */
export function observationsBefore(day: number, sent: readonly StoredCheckIn[]): Observation[] {
  const ofDay = new Map(sent.filter((checkIn) => checkIn.day < day).map((checkIn) => [checkIn.day, checkIn]))
  return [...ofDay.values()].map((checkIn) => ({
    day: checkIn.day,
    redness: gradeOf(checkIn.redness),
    swelling: gradeOf(checkIn.swelling),
    pain: checkIn.painScore,
  }))
}

/** How much injury the course's treatment makes, in the median. */
function injuryOf({ treatments, site, ageYears }: Course): number {
  return needlingDose(treatments[0]!, site, ageYears, MEDIAN_DOSE_DRAW).rawDose
}

const gradeOf = (answer: string) => severities.indexOf(answer as Severity) as 0 | 1 | 2 | 3
