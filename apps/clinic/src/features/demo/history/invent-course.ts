import { isTreatableIndication } from '@pointille/protocol'
import { type CoursePlan, proposeDates } from '#features/courses/index.ts'
import { addDays, localTime } from '#platform/languages/dates.ts'
import type { DemoClinic } from '../demo-clinics.ts'
import type { DemoCourse, DemoVisit } from './demo-history.ts'
import { planFor } from './demo-plans.ts'

const minuteMs = 60_000

/** The plan behind treatments that took place: first with three weeks between them, then, as the skin asked for it, with four. */
export function inventCourse({
  clinic,
  treated,
  coming,
  savedBy,
  courseId,
}: {
  clinic: DemoClinic
  treated: readonly DemoVisit[]
  coming: number
  savedBy: string
  courseId: string
}): DemoCourse {
  const first = treated[0]!
  const { indication } = first.screening
  if (!isTreatableIndication(indication)) throw new Error('a demo course is for something that nobody can name')
  const doneOn = treated.map(({ placed }) => localTime(placed.startAt, clinic.timeZone).on)
  const open = { weekdays: Object.keys(clinic.opening).map(Number), closures: [] }
  const zones = planFor(indication, 3).plan.zones.map(({ zone, device, depthMm, passesLow }) => ({
    ...{ zone, device, depthMm, passes: passesLow },
  }))
  const plan = (intervalDays: number, over: readonly string[]): CoursePlan => {
    const wish = { firstOn: doneOn[0]!, count: treated.length + coming, intervalDays }
    const next = proposeDates(wish, over, open).map(({ on }) => on)
    const wishedBeforeOn = addDays(doneOn[0]!, 210)
    return { indication, zones, intervalDays, treatmentsOn: [...over, ...next], prp: false, wishedBeforeOn }
  }
  const startedAt = first.bookedAt + 3 * minuteMs
  const changedAt = first.placed.endAt + 20 * minuteMs
  return {
    courseId,
    patientId: first.patientId,
    startedAt,
    versions: [
      { plan: plan(21, []), savedBy, savedAt: startedAt },
      { plan: plan(28, doneOn), savedBy, savedAt: changedAt },
    ],
  }
}
