import { type Caller, may } from '#features/access/index.server.ts'
import { readForecastRecord } from '#features/check-ins/index.server.ts'
import { readProfile } from '#features/clinics/index.server.ts'
import { type NotAllowed, openRecord } from '#features/records/index.server.ts'
import { allergyLabel, fileNumber, gatherPast, listName, phototypeNames } from '#features/treatments/index.server.ts'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { ageOn, localTime } from '#platform/languages/dates.ts'
import { dayText } from '#platform/languages/day-text.ts'
import type { CoursePlan } from './course-plan.ts'
import type { CourseView } from './course-view.ts'
import {
  type CourseVersionRow,
  findCourse,
  listClosedDays,
  listCourseRows,
  listDoctors,
} from './courses.queries.server.ts'
import { listDone } from './done-treatments.ts'
import { mayUsePrp } from './may-use-prp.ts'
import { daysLater } from './plain-days.ts'
import { courseWords } from './server-words.ts'
import { readStoredPlan } from './stored-plan.server.ts'

/** A course with all that its page forecasts from. Undefined for none of this clinic. */
export async function readCourse(caller: Caller, courseId: string): Promise<CourseView | NotAllowed | undefined> {
  const { house, clinic } = caller
  const row = await inClinic(house.db, clinic.clinicId, (tx) => findCourse(tx, clinic.clinicId, courseId))
  if (row === undefined) return undefined
  const access = { action: 'readRecord', patientId: row.patientId, detail: `course ${courseId}` } as const
  return openRecord(caller, access, (tx) => viewCourse(tx, caller, row))
}

/** The course that a row says, within a transaction that `openRecord` opened for its patient. */
export async function viewCourse(tx: ClinicTransaction, caller: Caller, row: CourseVersionRow): Promise<CourseView> {
  const { house, clinic, actor, language, nowAt } = caller
  const { clinicId } = clinic
  const profile = await readProfile(house, clinic)
  const todayOn = localTime(nowAt, clinic.timeZone).on
  const plan = readStoredPlan(row.courseId, row.plan)
  const { patient, treatments } = await gatherPast(tx, caller, row.patientId)
  const done = listDone(
    treatments,
    { ...plan, firstOn: plan.treatmentsOn[0]!, nextFirstOn: await nextFirstOn(tx, clinicId, row, plan) },
    (on, days) => daysLater(on, -days),
  )
  const ageYears = ageOn(patient.birthOn, todayOn)
  const phototype = treatments.findLast(({ state }) => state.examination)?.state.examination?.phototype
  const words = courseWords[language]
  const closures = await listClosedDays(tx, clinicId, todayOn)
  return {
    courseId: row.courseId,
    version: row.version,
    plan: withDone(
      plan,
      done.map(({ on }) => on),
    ),
    savedAt: row.savedAt,
    savedByName: row.savedByName,
    patientId: patient.patientId,
    banner: {
      name: listName(patient),
      facts: [
        words.born(dayText(patient.birthOn, language), ageYears),
        words.file(fileNumber(patient.fileNumber)),
        ...(phototype ? [words.phototype(phototypeNames[phototype - 1]!)] : []),
      ],
      allergy: allergyLabel(patient, language),
    },
    ageYears,
    phototype,
    done,
    prp: mayUsePrp(profile),
    open: {
      weekdays: [...new Set(profile.opening.map(({ weekday }) => weekday))],
      closures: closures.map(({ on, nameFr, nameEn }) => ({ on, name: language === 'fr' ? nameFr : nameEn })),
    },
    doctors: await listDoctors(tx, clinicId),
    me: { memberId: actor.kind === 'member' ? actor.memberId : '', mayPlan: may(actor, 'planCourse') },
    followUps: await readForecastRecord(caller),
    timeZone: clinic.timeZone,
  }
}

/** When the next course for the same thing began, if there is one. */
async function nextFirstOn(tx: ClinicTransaction, clinicId: string, row: CourseVersionRow, plan: CoursePlan) {
  const others = await listCourseRows(tx, clinicId, row.patientId)
  return others
    .filter(({ courseId }) => courseId !== row.courseId)
    .map((other) => readStoredPlan(other.courseId, other.plan))
    .filter(
      ({ indication, treatmentsOn }) => indication === plan.indication && treatmentsOn[0]! > plan.treatmentsOn[0]!,
    )
    .map(({ treatmentsOn }) => treatmentsOn[0]!)
    .sort()[0]
}

/** The plan with the dates on which its first treatments really took place; a course may have had more than were planned. */
function withDone(plan: CoursePlan, doneOn: readonly string[]): CoursePlan {
  const last = doneOn.at(-1)
  const coming = plan.treatmentsOn.slice(doneOn.length).filter((on) => last === undefined || on > last)
  return { ...plan, treatmentsOn: [...doneOn, ...coming] }
}
