import type { Caller } from '#features/access/index.server.ts'
import { findClinicById } from '#features/clinics/index.server.ts'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { type Clinic, findToken, type TokenKind } from '#platform/house/house.queries.server.ts'
import { tokenHash } from '#platform/http/sealed.server.ts'

/** What a token opens: the appointment, and the caller as they stand in its clinic. */
export type OpenedByToken = { appointmentId: string; caller: Caller }

/**
 * Follows a token (a hold, a link) to its appointment, in whichever clinic of the house it is; undefined for any other
 * text. A sign-in of another clinic counts for nothing there.
 */
export async function openByToken(
  caller: Caller,
  token: string,
  kind: Extract<TokenKind, 'hold' | 'manageAppointment'>,
): Promise<OpenedByToken | undefined> {
  const subject = await findToken(caller.house.db, tokenHash(token), kind, caller.nowAt)
  const clinic = subject && (await findClinicById(caller.house, subject.clinicId))
  return clinic && { appointmentId: subject.subjectId, caller: callerIn(caller, clinic) }
}

/** The caller as they stand in another clinic of the house: whoever is known here is nobody there. */
export function callerIn(caller: Caller, clinic: Clinic): Caller {
  if (caller.clinic.clinicId === clinic.clinicId) return caller
  return { ...caller, clinic, actor: { kind: 'nobody' } }
}

/** Opens a hold by its id and works on it in one transaction of its clinic. */
export async function withHold<T>(
  caller: Caller,
  holdId: string,
  work: (tx: ClinicTransaction, opened: OpenedByToken) => Promise<T>,
): Promise<T | { refusal: 'UnknownHold' }> {
  const opened = await openByToken(caller, holdId, 'hold')
  if (!opened) return { refusal: 'UnknownHold' }
  const { house, clinic } = opened.caller
  return inClinic(house.db, clinic.clinicId, (tx) => work(tx, opened))
}
