import type { Caller } from '#features/access/index.server.ts'
import type { HoldConfirmedAlready, HoldExpired, HoldExtendedAlready, UnknownHold } from './refusals.ts'

/** Ten more minutes from now, once. */
export async function extendHold(
  _caller: Caller,
  _holdId: string,
): Promise<{ expiresAt: number } | UnknownHold | HoldExpired | HoldExtendedAlready | HoldConfirmedAlready> {
  throw new Error('not built yet')
}
