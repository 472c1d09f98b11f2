import type { Caller } from '#features/access/index.server.ts'
import { localTime } from '#platform/languages/dates.ts'
import { findAppointment } from './appointment.queries.server.ts'
import { describeVisit } from './describe-visit.server.ts'
import type { HeldVisit } from './hold.ts'
import { withHold } from './open-by-token.server.ts'

/** What a hold holds, for the steps after it; undefined for an unknown id. */
export async function findHold(caller: Caller, holdId: string): Promise<HeldVisit | undefined> {
  const found = await withHold(caller, holdId, async (tx, opened) => ({
    row: await findAppointment(tx, opened.caller.clinic.clinicId, opened.appointmentId),
    caller: opened.caller,
  }))
  if ('refusal' in found || !found.row) return undefined
  const { row } = found
  const { clinic, nowAt } = found.caller
  const { on, time } = localTime(row.startsAt, clinic.timeZone)
  const isHeld = row.status === 'held' && row.holdExpiresAt > nowAt
  return {
    holdId,
    appointmentId: row.appointmentId,
    state: row.confirmedAt !== null ? 'confirmed' : isHeld ? 'held' : 'expired',
    expiresAt: row.holdExpiresAt,
    extended: row.holdExtended,
    ...(await describeVisit(found.caller, row)),
    startAt: row.startsAt,
    endAt: row.endsAt,
    date: on,
    localTime: time,
    timeZone: clinic.timeZone,
  }
}
