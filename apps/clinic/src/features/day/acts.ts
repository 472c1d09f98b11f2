import type { Day, DayAppointment } from './day.ts'

/** What a member may do, as the page asks it of the permissions. */
export type DayGrants = {
  moveAppointment: boolean
  registerArrival: boolean
  registerNoShow: boolean
  openTreatment: boolean
  runTreatment: boolean
}

export type VisitAct = 'move' | 'register' | 'noShow' | 'open'
export type VisitActs = { move: boolean; register: boolean; noShow: boolean; open: boolean; see: boolean }

/** What can be done about a visit now: whatever is not possible is not offered. */
export function actsOf(visit: DayAppointment, day: Day, grants: DayGrants): VisitActs {
  const hasDayCome = day.nowAt >= day.fromAt
  return {
    move: grants.moveAppointment && visit.status === 'booked' && visit.startsAt > day.nowAt,
    register: grants.registerArrival && hasDayCome && (visit.status === 'booked' || visit.status === 'noShow'),
    noShow: grants.registerNoShow && visit.isLate,
    open:
      grants.openTreatment &&
      visit.serviceKind === 'treatment' &&
      visit.status === 'arrived' &&
      visit.treatmentId === undefined,
    see: grants.runTreatment && visit.treatmentId !== undefined,
  }
}

/** The state of a visit as a word stands for it. */
export function stateOf(visit: DayAppointment): 'late' | 'booked' | 'arrived' | 'inTreatment' | 'done' | 'noShow' {
  if (visit.isLate) return 'late'
  const { status } = visit
  return status === 'arrived' || status === 'inTreatment' || status === 'done' || status === 'noShow'
    ? status
    : 'booked'
}
