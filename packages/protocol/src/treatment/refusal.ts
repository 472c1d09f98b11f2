import type { Instant } from '../instant.ts'
import type { LocalDate } from '../local-date.ts'
import type { NumbingProductId } from '../numbing.ts'
import type { Cause, PossibleEvent } from './possible-events.ts'

/** Every refusal of an event, with what a person needs to put it right. */
export interface RefusalDetails {
  /** The event is not one: a member is missing, strange or outside its limit. */
  InvalidEvent: { field: string; limit: string }
  /** This event was applied already. */
  DuplicateEvent: { eventId: string }
  /** The step may not come now. */
  IllegalStep: { cause: Cause }
  /** The event is older than the last one by more than a clock may lag. */
  ClockWentBack: { at: Instant; lastAt: Instant; toleranceMinutes: number }
  DoctorRequired: { byDoctor: false }
  /** The hash in the event is not the hash of its own plan. */
  PlanHashMismatch: { planHash: string; computedHash: string }
  /** The consent was signed for another plan than the one examined last. */
  ConsentPlanMismatch: { planHash: string; currentPlanHash: string }
  NumbingProductNotPlanned: { product: NumbingProductId; plannedProduct: NumbingProductId }
  /** The cream was applied before the treatment began, or after the event that says so. */
  NumbingTimeImpossible: { appliedAt: Instant; notBeforeAt: Instant; notAfterAt: Instant }
  /** The product's stop had passed when the cream came off. */
  OvertimeNoteNeeded: { elapsedMinutes: number; stopFromMinutes: number }
  CartridgeExpired: { expiresOn: LocalDate; on: LocalDate }
  CartridgeAlreadyOpened: { lot: string; unit: string }
  DepthAbovePlan: { depthMm: number; plannedDepthMm: number }
  /** Passes outside the plan's range need a reason. */
  ReasonNeeded: { passes: number; passesLow: number; passesHigh: number }
  SharpsMismatch: { counted: number; opened: number }
  CreamTooEarly: { activesSafeFromAt: Instant; earliestAt: Instant }
  CorrectsUnknownEvent: { correctsSeq: number; lastSeq: number }
}

export type RefusalName = keyof RefusalDetails

/** A refusal before the runner is told what is possible instead. */
export type Objection = { [R in RefusalName]: { refusal: R; why: RefusalDetails[R] } }[RefusalName]

export type TreatmentRefusal = Objection & { expected: readonly PossibleEvent[] }

export function refuse<R extends RefusalName>(
  refusal: R,
  why: RefusalDetails[R],
): { refusal: R; why: RefusalDetails[R] } {
  return { refusal, why }
}
