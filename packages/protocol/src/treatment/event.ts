import type { Instant } from '../instant.ts'
import type { Language } from '../language.ts'
import type { LocalDate } from '../local-date.ts'
import type { NumbingProductId } from '../numbing.ts'
import type { Plan } from '../plan.ts'
import type { ZoneId } from '../zones.ts'

export const identityQuestions = ['fullName', 'birthDate', 'address', 'phone', 'recordNumber'] as const
export type IdentityQuestion = (typeof identityQuestions)[number]

export const phototypes = [1, 2, 3, 4, 5, 6] as const
export type Phototype = (typeof phototypes)[number]

/** What the skin showed at the end of a round; `tooMuch` = bleeds too much, needling in the zone ends. */
export const gradedEndpoints = ['none', 'redness', 'scatteredPoints', 'uniformPinpointBleeding', 'tooMuch'] as const
export type GradedEndpoint = (typeof gradedEndpoints)[number]

export const problems = ['pain', 'faint', 'reaction', 'bleeding', 'device', 'hygiene', 'other'] as const
export type Problem = (typeof problems)[number]

/** What every event says: who did it and when. `eventId` is given by the device, so that sending twice is sending once. */
export interface EventBase {
  /** UUID, lower case. */
  eventId: string
  at: Instant
  /** The user's id. */
  by: string
  device?: string
}

/** What each kind of event says besides. No derived data except hashes. */
export interface EventPayloads {
  /** Two different questions, answered aloud. */
  identityConfirmed: { checked: readonly [IdentityQuestion, IdentityQuestion] }
  examined: { phototype: Phototype; plan: Plan; planHash: string; byDoctor: boolean }
  /** `answers`: the patient's own words to the consent's questions. `witness`: the user who saw it signed. */
  consentSigned: {
    textVersion: number
    language: Language
    planHash: string
    textHash: string
    signatureName: string
    answers?: readonly string[]
    witness?: string
  }
  consentWithdrawn: { note?: string }
  numbingStarted: { product: NumbingProductId; grams: number; areaCm2: number; appliedAt: Instant; lot?: string }
  numbingSkipped: { reason?: string }
  /** `overtimeNote` is required when the product's stop has passed. */
  numbingRemoved: { overtimeNote?: string }
  disinfected: { product?: string }
  /**
   * One single-use needle set. `unit` = the maker's serial or our own label's number. `notFromStock`: it was never received here,
   * and its lot and number were typed twice.
   */
  cartridgeOpened: { lot: string; unit: string; expiresOn: LocalDate; gtin?: string; notFromStock?: true }
  /** Begins a round of a zone. */
  glideApplied: { zone: ZoneId; lot?: string }
  skinStretched: { zone: ZoneId }
  /** A needle length below the plan's, for the round that runs. */
  depthSet: { zone: ZoneId; depthMm: number }
  passAdded: { zone: ZoneId }
  passRemoved: { zone: ZoneId }
  /** Ends the needling of a round. `reason` is required when the passes are outside the plan's range. */
  endpointGraded: { zone: ZoneId; endpoint: GradedEndpoint; reason?: string }
  zoneCleaned: { zone: ZoneId }
  zoneFinished: { zone: ZoneId }
  /** A planned zone that will not be needled. */
  zoneSkipped: { zone: ZoneId; reason: string }
  /** Plasma from the patient's own tube on the needled skin; `prpHead` = the head of the tube's own chain at that moment. */
  plasmaApplied: { tubeId: string; label: string; drawnAt: Instant; delayMinutes: number; prpHead: string }
  petrolatumApplied: { lot?: string }
  petrolatumSkipped: { reason?: string }
  sharpsCounted: { count: number }
  /** When vitamin A, acids and vitamin C may come back. */
  creamPlanned: { activesSafeFromAt: Instant }
  photosTaken: { moment: 'before' | 'after'; photoIds: readonly string[] }
  problemReported: { problem: Problem; note: string }
  stopped: { reason: string }
  sealed: Record<never, never>
  /** `correctsSeq`: the place in the chain (1, 2, 3…) of the event it corrects. */
  amended: { note: string; correctsSeq: number }
}

export type EventKind = keyof EventPayloads
export type EventOf<K extends EventKind> = EventBase & { kind: K } & EventPayloads[K]
export type TreatmentEvent = { [K in EventKind]: EventOf<K> }[EventKind]

/** The kinds that name a zone. */
export const zoneKinds = [
  'glideApplied',
  'skinStretched',
  'depthSet',
  'passAdded',
  'passRemoved',
  'endpointGraded',
  'zoneCleaned',
  'zoneFinished',
  'zoneSkipped',
] as const satisfies readonly EventKind[]
export type ZoneKind = (typeof zoneKinds)[number]

/** The kinds that name no zone, in the order of the treatment. */
export const plainKinds = [
  'identityConfirmed',
  'examined',
  'consentSigned',
  'consentWithdrawn',
  'photosTaken',
  'numbingStarted',
  'numbingSkipped',
  'numbingRemoved',
  'disinfected',
  'cartridgeOpened',
  'plasmaApplied',
  'petrolatumApplied',
  'petrolatumSkipped',
  'sharpsCounted',
  'creamPlanned',
  'problemReported',
  'stopped',
  'sealed',
  'amended',
] as const satisfies readonly Exclude<EventKind, ZoneKind>[]
export type PlainKind = (typeof plainKinds)[number]

export const eventKinds: readonly EventKind[] = [...plainKinds, ...zoneKinds]

export function isZoneKind(kind: EventKind): kind is ZoneKind {
  return zoneKinds.some((zoneKind) => zoneKind === kind)
}
