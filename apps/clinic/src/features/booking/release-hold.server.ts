import type { Caller } from '#features/access/index.server.ts'
import { lockAppointment } from './appointment.queries.server.ts'
import { endHolds } from './hold.queries.server.ts'
import { withHold } from './open-by-token.server.ts'
import type { HoldConfirmedAlready, UnknownHold } from './refusals.ts'

/** Gives the start back and erases the answers. Twice is the same as once. */
export async function releaseHold(
  caller: Caller,
  holdId: string,
): Promise<{ released: true } | UnknownHold | HoldConfirmedAlready> {
  let freedIn: string | undefined
  const answer = await withHold(caller, holdId, async (tx, { appointmentId, caller: { clinic } }) => {
    const hold = await lockAppointment(tx, clinic.clinicId, appointmentId)
    if (hold.confirmedAt !== null) return { refusal: 'HoldConfirmedAlready' } as const
    if (hold.status === 'held') {
      await endHolds(tx, clinic.clinicId, [appointmentId], 'released')
      freedIn = clinic.clinicId
    }
    return { released: true } as const
  })
  if (freedIn) caller.house.changed(freedIn)
  return answer
}
