import type { Instant } from '../instant.ts'
import type { Language } from '../language.ts'
import type { NumbingProductId } from '../numbing.ts'
import type { Plan } from '../plan.ts'
import type { ZoneId } from '../zones.ts'
import type { GradedEndpoint, Phototype } from './event.ts'

/** What the clinic asks beyond the steps themselves. */
export interface TreatmentPolicy {
  /** The examination must be a doctor's (`whoMayNeedle` of the jurisdiction). */
  doctorMustExamine: boolean
}

/** Where a zone stands. toDo → glided → stretched → needling → graded → cleaned → glided again, or finished. */
export type ZoneStatus = 'toDo' | 'glided' | 'stretched' | 'needling' | 'graded' | 'cleaned' | 'finished' | 'skipped'

/** One round of one zone. */
export interface RoundRecord {
  depthMm: number
  passes: number
  endpoint?: GradedEndpoint
  reason?: string
}

export interface ZoneProgress {
  zone: ZoneId
  status: ZoneStatus
  /** The last one runs while the status is glided, stretched, needling or graded. */
  rounds: readonly RoundRecord[]
  /** Bled too much: no further needling in this zone. */
  closed: boolean
}

export interface Examination {
  phototype: Phototype
  plan: Plan
  planHash: string
  byDoctor: boolean
}

export interface Consent {
  textVersion: number
  language: Language
  planHash: string
  textHash: string
  signatureName: string
  signedAt: Instant
}

export type Numbing =
  | { status: 'undecided' }
  | { status: 'on'; product: NumbingProductId; grams: number; areaCm2: number; appliedAt: Instant }
  | { status: 'removed'; product: NumbingProductId; appliedAt: Instant; removedAt: Instant }
  | { status: 'skipped' }

export interface OpenedCartridge {
  lot: string
  unit: string
  gtin?: string
}

export interface AppliedPlasma {
  tubeId: string
  label: string
  /** From the draw to the skin. */
  delayMinutes: number
  /** From the last pass to the skin: what a forecast counts as the delay. */
  afterNeedlingMinutes: number
  at: Instant
}

/** A treatment so far: plain data, the sum of its events and nothing else. */
export interface TreatmentState {
  policy: TreatmentPolicy
  /** Ids of the events applied, in order; their number is the chain's last sequence. */
  eventIds: readonly string[]
  /** The latest instant of any event. */
  lastAt?: Instant
  identityConfirmed: boolean
  examination?: Examination
  /** Signed for exactly the current plan; gone when the plan changes or the patient withdraws. */
  consent?: Consent
  /** A consent existed and no longer covers the plan. */
  consentVoid?: 'planChanged' | 'withdrawn'
  numbing: Numbing
  disinfected: boolean
  cartridges: readonly OpenedCartridge[]
  /** Every zone ever planned, in the order of the plans. */
  zones: readonly ZoneProgress[]
  /** The last pass of all. Set = needling happened. */
  lastNeedlingAt?: Instant
  /** Plasma on this skin, tube by tube. */
  plasma: readonly AppliedPlasma[]
  petrolatum?: 'applied' | 'skipped'
  sharpsCounted?: number
  activesSafeFromAt?: Instant
  problems: number
  stopped?: { reason: string }
  sealedAt?: Instant
  amendments: number
}

/** A treatment before its first event. */
export function startTreatment(policy: TreatmentPolicy = { doctorMustExamine: true }): TreatmentState {
  return {
    policy,
    eventIds: [],
    identityConfirmed: false,
    numbing: { status: 'undecided' },
    disinfected: false,
    cartridges: [],
    zones: [],
    plasma: [],
    problems: 0,
    amendments: 0,
  }
}

export function findZone(state: TreatmentState, zone: ZoneId): ZoneProgress | undefined {
  return state.zones.find((progress) => progress.zone === zone)
}

/** The zone in the middle of a round, if any: only one at a time. */
export function findActiveZone(state: TreatmentState): ZoneProgress | undefined {
  return state.zones.find(({ status }) => ['glided', 'stretched', 'needling', 'graded'].includes(status))
}

/** Needled in the round that runs, and not yet cleaned. */
export function findUncleanedZone(state: TreatmentState): ZoneProgress | undefined {
  return state.zones.find(({ status }) => status === 'needling' || status === 'graded')
}

export function isPlannedZone(state: TreatmentState, zone: ZoneId): boolean {
  return state.examination?.plan.zones.some((planned) => planned.zone === zone) ?? false
}

/** Every planned zone is finished or skipped (and there is a plan). */
export function allZonesDone(state: TreatmentState): boolean {
  if (state.examination === undefined) return false
  return state.zones.every(
    ({ zone, status }) => status === 'finished' || status === 'skipped' || !isPlannedZone(state, zone),
  )
}

/** The skin was dressed or the sharps counted: no more needling after that. */
export function isClosing(state: TreatmentState): boolean {
  return state.petrolatum !== undefined || state.sharpsCounted !== undefined
}
