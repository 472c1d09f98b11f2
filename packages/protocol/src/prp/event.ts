import type { Instant } from '../instant.ts'
import type { LocalDate } from '../local-date.ts'
import type { IdentityField } from './identity.ts'

/** What every event of a tube says: who did it and when. Sending one twice is sending it once. */
export interface PrpEventBase {
  /** UUID, lower case. */
  eventId: string
  at: Instant
  /** The member's id. */
  by: string
}

export const mismatchMoments = ['match', 'syringe', 'application'] as const
export type MismatchMoment = (typeof mismatchMoments)[number]

export const discardReasons = ['mismatch', 'tooLate', 'labelLost', 'spill', 'notNeeded', 'other'] as const
export type DiscardReason = (typeof discardReasons)[number]

/** Who said to be in front of the tube. The ids are there when the person was chosen from those in treatment. */
export interface SaidIdentity {
  familyName: string
  givenName: string
  birthOn: LocalDate
  treatmentId?: string
}

/** What each kind says besides. */
export interface PrpPayloads {
  drawn: { patientId: string; treatmentId: string; label: string; tubeLot?: string }
  /** `label` replaces `voids`; only until the tube has left the chair. */
  labelReprinted: { label: string; voids: string }
  /** The label was scanned back from the tube, at the chair. */
  labelChecked: { scanned: string }
  spinStarted: { placeId: string; radiusMm: number; rpm: number; forceG: number; minutes: number }
  spinEnded: Record<never, never>
  /** The person in front said two names and a birth date, and they are the tube's. */
  identityMatched: { patientId: string; treatmentId: string }
  /** The person in front is not the tube's. Nothing brings this tube back. */
  mismatched: { moment: MismatchMoment; said: SaidIdentity; differs: readonly IdentityField[] }
  colleagueCalled: Record<never, never>
  /** `scanned` = the tube that the plasma was taken from. */
  syringeFilled: { scanned: string; syringeLabel: string }
  /** `scanned` = the syringe. */
  applied: { scanned: string; patientId: string; treatmentId: string }
  /** Tube, syringe and what was left in them are in the clinical waste. */
  remainsDiscarded: Record<never, never>
  discarded: { reason: DiscardReason; note?: string }
}

export type PrpEventKind = keyof PrpPayloads
export type PrpEventOf<K extends PrpEventKind> = PrpEventBase & { kind: K } & PrpPayloads[K]
export type PrpEvent = { [K in PrpEventKind]: PrpEventOf<K> }[PrpEventKind]
/** An event without who, when and which. */
export type PrpStep = { [K in PrpEventKind]: { kind: K } & PrpPayloads[K] }[PrpEventKind]

export const prpEventKinds = [
  'drawn',
  'labelReprinted',
  'labelChecked',
  'spinStarted',
  'spinEnded',
  'identityMatched',
  'mismatched',
  'colleagueCalled',
  'syringeFilled',
  'applied',
  'remainsDiscarded',
  'discarded',
] as const satisfies readonly PrpEventKind[]
