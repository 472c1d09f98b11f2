import type { Caller } from '#features/access/index.server.ts'
import { isSearchable, type StartSearch, searchDays } from './find-free-starts.server.ts'
import { firstDayOf } from './judge-screening.server.ts'
import { openMove } from './move-appointment.server.ts'
import type { SpanTooLong, TooLateToChange, UnknownAppointment } from './refusals.ts'
import { mostSearchDays, type OfferedDays } from './start.ts'

/** The starts to which the link's appointment could move; its own time counts as free, its present start is left out. */
export async function findMoveStarts(
  caller: Caller,
  { token, fromOn, toOn }: { token: string } & Pick<StartSearch, 'fromOn' | 'toOn'>,
): Promise<(OfferedDays & { notBeforeOn: string | undefined }) | UnknownAppointment | TooLateToChange | SpanTooLong> {
  if (!isSearchable(fromOn, toOn)) return { refusal: 'SpanTooLong', limitDays: mostSearchDays }
  const opened = await openMove(caller, token)
  if ('refusal' in opened) return opened
  const { service, visit, verdict } = opened
  const days = await searchDays(opened.caller, service, { fromOn, toOn, exceptId: visit.appointmentId })
  const notBeforeOn = firstDayOf(verdict, service.kind)
  return {
    timeZone: opened.caller.clinic.timeZone,
    notBeforeOn,
    days: days
      .filter(({ date }) => notBeforeOn === undefined || date >= notBeforeOn)
      .map((day) => ({ ...day, starts: day.starts.filter(({ startAt }) => startAt !== visit.startsAt) })),
  }
}
