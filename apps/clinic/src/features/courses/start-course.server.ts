import { type PlannedZone, publishedDepth, type TreatableIndication, type ZoneId } from '@pointille/protocol'
import type { Caller } from '#features/access/index.server.ts'
import { readProfile } from '#features/clinics/index.server.ts'
import { type NotAllowed, openRecord } from '#features/records/index.server.ts'
import { gatherPast, hasPatient } from '#features/treatments/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { isUuid } from '#platform/http/uuid.ts'
import { localTime } from '#platform/languages/dates.ts'
import { checkCoursePlan } from './check-course-plan.ts'
import { type CoursePlan, type CourseZone, countLimits, intervalLimits } from './course-plan.ts'
import { addCourse, addCourseVersion, findCourse, listClosedDays, listDoctors } from './courses.queries.server.ts'
import { daysLater } from './plain-days.ts'
import { proposeDates } from './propose-dates.ts'

/** Where a course begins that no examination speaks of: within what is published for these zones. */
const usualZones: Readonly<Record<TreatableIndication, { depthMm: number; zones: readonly ZoneId[] }>> = {
  'acne-scars': { depthMm: 1.5, zones: ['cheek-left', 'cheek-right'] },
  'surgical-scars': { depthMm: 1.5, zones: ['abdomen'] },
  wrinkles: { depthMm: 0.5, zones: ['forehead', 'crows-feet-left', 'crows-feet-right'] },
  texture: { depthMm: 0.5, zones: ['cheek-left', 'cheek-right'] },
  pores: { depthMm: 0.5, zones: ['nose', 'cheek-left', 'cheek-right'] },
  'stretch-marks': { depthMm: 1.5, zones: ['thigh-left', 'thigh-right'] },
  hyperpigmentation: { depthMm: 0.5, zones: ['cheekbone-left', 'cheekbone-right'] },
}
const usualPasses = 6

/**
 * Starts a course of a patient: what the last examination planned for this indication, or the usual zones; three treatments,
 * four weeks apart, the first when the last one's interval is over. Nothing is booked. The same id again is the same course.
 */
export async function startCourse(
  caller: Caller,
  { courseId, patientId, indication }: { courseId: string; patientId: string; indication: TreatableIndication },
): Promise<{ courseId: string } | NotAllowed | { refusal: 'NoSuchPatient' | 'CourseIdTaken' }> {
  const { house, clinic, actor, nowAt } = caller
  const { clinicId } = clinic
  const isKnown = isUuid(courseId) && (await inClinic(house.db, clinicId, (tx) => hasPatient(tx, clinicId, patientId)))
  if (!isKnown) return { refusal: 'NoSuchPatient' }
  const { opening } = await readProfile(house, clinic)
  const todayOn = localTime(nowAt, clinic.timeZone).on
  const access = { action: 'planCourse', patientId, detail: `course ${courseId}` } as const
  return openRecord(caller, access, async (tx): ReturnType<typeof startCourse> => {
    if (actor.kind !== 'member') return { refusal: 'NotAllowed', action: 'planCourse' }
    if (!(await addCourse(tx, clinicId, { courseId, patientId, at: nowAt }))) {
      const before = await findCourse(tx, clinicId, courseId)
      return before?.patientId === patientId ? { courseId } : { refusal: 'CourseIdTaken' }
    }
    const { treatments } = await gatherPast(tx, caller, patientId)
    const examined = treatments.findLast(({ state }) => state.examination?.plan.indication === indication)?.state
      .examination
    const open = {
      weekdays: opening.map(({ weekday }) => weekday),
      closures: (await listClosedDays(tx, clinicId, todayOn)).map(({ on }) => ({ on, name: '' })),
    }
    const lastOn = treatments.findLast(({ state }) => state.lastNeedlingAt !== undefined)?.on
    const healedOn = lastOn === undefined ? todayOn : daysLater(lastOn, intervalLimits.usual)
    const firstOn = [daysLater(todayOn, 1), healedOn].sort().at(-1)!
    const wish = { firstOn, count: countLimits.usual, intervalDays: intervalLimits.usual }
    const doctors = await listDoctors(tx, clinicId)
    const plan: CoursePlan = {
      indication,
      zones: examined ? examined.plan.zones.map((zone) => asCourseZone(zone, actor.memberId)) : listUsual(indication),
      intervalDays: wish.intervalDays,
      treatmentsOn: proposeDates(wish, [], open).map(({ on }) => on),
      prp: false,
    }
    const checked = checkCoursePlan(plan, { doctorIds: [actor.memberId, ...doctors.map(({ memberId }) => memberId)] })
    if ('refusal' in checked)
      throw new Error(`a new course does not pass its own rules: ${checked.field} ${checked.limit}`)
    await addCourseVersion(tx, clinicId, {
      courseId,
      version: 1,
      plan: checked.plan,
      memberId: actor.memberId,
      at: nowAt,
    })
    return { courseId }
  })
}

function listUsual(indication: TreatableIndication): CourseZone[] {
  const { depthMm, zones } = usualZones[indication]
  return zones.map((zone) => {
    const most = publishedDepth(zone, indication).highMm ?? depthMm
    return { zone, device: 'pen', depthMm: Math.min(depthMm, most), passes: usualPasses }
  })
}

function asCourseZone({ zone, device, depthMm, passesLow, depthReason }: PlannedZone, byMember: string): CourseZone {
  const decision = depthReason === undefined ? {} : { decision: { reason: depthReason, byMember } }
  return { zone, device, depthMm, passes: passesLow, ...decision }
}
