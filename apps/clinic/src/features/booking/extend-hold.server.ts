import type { Caller } from '#features/access/index.server.ts'
import { extend, lockAppointment } from './appointment.queries.server.ts'
import { holdMs } from './hold.ts'
import { withHold } from './open-by-token.server.ts'
import type { HoldConfirmedAlready, HoldExpired, HoldExtendedAlready, UnknownHold } from './refusals.ts'

/** Ten more minutes from now, once. */
export async function extendHold(
  caller: Caller,
  holdId: string,
): Promise<{ expiresAt: number } | UnknownHold | HoldExpired | HoldExtendedAlready | HoldConfirmedAlready> {
  return withHold(caller, holdId, async (tx, { appointmentId, caller: { clinic, nowAt } }) => {
    const hold = await lockAppointment(tx, clinic.clinicId, appointmentId)
    if (hold.confirmedAt !== null) return { refusal: 'HoldConfirmedAlready' }
    if (hold.status !== 'held' || hold.holdExpiresAt <= nowAt) return { refusal: 'HoldExpired' }
    if (hold.holdExtended) return { refusal: 'HoldExtendedAlready', expiresAt: hold.holdExpiresAt }
    const expiresAt = nowAt + holdMs
    await extend(tx, clinic.clinicId, appointmentId, expiresAt)
    return { expiresAt }
  })
}
