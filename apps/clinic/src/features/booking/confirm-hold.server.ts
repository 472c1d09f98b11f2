import type { Caller } from '#features/access/index.server.ts'
import type { Confirmation, PatientDetails } from './hold.ts'
import type { HoldExpired, PatientElsewhere, UnknownHold } from './refusals.ts'

export type ConfirmRequest = {
  holdId: string
  /** Undefined only for a caller who is a signed-in patient: then the appointment is theirs. */
  patient: PatientDetails | undefined
  /** The request's own origin ('http://localhost:3000'), for the links where POINTILLE_URL is not set. */
  origin: string
}

/** Turns a hold into an appointment. A retry returns the same, also long after the hold's end. */
export async function confirmHold(
  _caller: Caller,
  _request: ConfirmRequest,
): Promise<Confirmation | UnknownHold | HoldExpired | PatientElsewhere> {
  throw new Error('not built yet')
}
