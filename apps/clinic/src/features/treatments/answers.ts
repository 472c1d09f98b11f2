import type { InvalidEvent, TreatmentRefusal } from '@pointille/protocol'
import type { Action } from '#features/access/index.ts'

/** What the server may refuse besides the state machine's own refusals. */
export type ClinicRefusal =
  /** The event says that somebody else did it. */
  | { refusal: 'NotYou' }
  | { refusal: 'NotAllowed'; action: Action }
  /** The device's clock is too far from the server's, or the event is older than the treatment. */
  | { refusal: 'ClockOff'; why: { at: string; serverAt: string } }
  /** Another event has this id already. */
  | { refusal: 'EventIdTaken' }
  /** One cartridge, one patient, ever. `openedAt` in epoch ms. */
  | { refusal: 'CartridgeUsed'; why: { openedAt: number; sameTreatment: boolean } }
  /** Past the date that the stock knows. */
  | { refusal: 'CartridgeExpired'; why: { expiresOn: string; on: string } }
  /** `recalledAt` in epoch ms. */
  | { refusal: 'LotRecalled'; why: { recalledAt: number } }
  /** `leftAt` in epoch ms. */
  | { refusal: 'CartridgeDiscarded'; why: { leftAt: number } }
  /** Never received here, and the event does not say so: its lot and number must be typed twice. */
  | { refusal: 'CartridgeNotInStock' }
  /** Received here as something without needles. */
  | { refusal: 'NotACartridge'; why: { name: string } }
  /** Plasma is written down at its bench, where its tube is scanned. */
  | { refusal: 'PlasmaAtItsBench' }
  /** The signed text is not the one that the server holds for this plan and language. */
  | { refusal: 'ConsentTextChanged'; why: { textVersion: number; textHash: string } }

export type EventRefusal = ClinicRefusal | TreatmentRefusal | (InvalidEvent & { why?: undefined })

/** The answer to one event: written (now or before) at its place, or refused with nothing of it written. */
export type EventAnswer =
  | { eventId: string; acknowledged: true; seq: number; hash: string }
  | ({ eventId: string | undefined; acknowledged: false } & EventRefusal)

/** Events of one post, at most. */
export const mostEventsAtOnce = 100
