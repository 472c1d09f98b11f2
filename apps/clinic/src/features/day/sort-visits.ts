import { stateOf } from './acts.ts'
import type { DayAppointment } from './day.ts'

/** The columns by which the list sorts, in their order. */
export const sortColumns = ['time', 'patient', 'service', 'practitioner', 'room', 'state'] as const
export type SortColumn = (typeof sortColumns)[number]

/** What asks for somebody first: late, here, to come, over. */
const stateOrder = ['late', 'arrived', 'inTreatment', 'booked', 'noShow', 'done']

/** The column that an address names; anything else is the time. */
export function sortColumnOf(text: string | null): SortColumn {
  return sortColumns.find((column) => column === text) ?? 'time'
}

/** The same visits in the order of a column, and within it by time. */
export function sortVisits(visits: readonly DayAppointment[], column: SortColumn): DayAppointment[] {
  const keyOf: Record<SortColumn, (visit: DayAppointment) => string | number> = {
    time: (visit) => visit.startsAt,
    patient: (visit) => `${visit.familyName} ${visit.givenName}`,
    service: (visit) => visit.service,
    practitioner: (visit) => visit.practitioner ?? '',
    room: (visit) => visit.room ?? '',
    state: (visit) => stateOrder.indexOf(stateOf(visit)),
  }
  const key = keyOf[column]
  return [...visits].sort((a, b) => compare(key(a), key(b)) || a.startsAt - b.startsAt)
}

function compare(a: string | number, b: string | number): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'fr')
}
