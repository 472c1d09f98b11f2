import { canonicalBytes } from './canonical-json.ts'
import { sha256Hex } from './hash.ts'
import type { TreatableIndication } from './indications.ts'
import type { NumbingProductId } from './numbing.ts'
import type { ZoneId } from './zones.ts'

export const needlingDevices = ['roller', 'pen', 'stamp'] as const
export type NeedlingDevice = (typeof needlingDevices)[number]

export const plannedEndpoints = ['pinpointBleeding', 'erythemaOnly'] as const
export type PlannedEndpoint = (typeof plannedEndpoints)[number]

/** What will be done in one zone. */
export interface PlannedZone {
  zone: ZoneId
  device: NeedlingDevice
  /** Set needle length, the most that may be used. Length is not the depth reached. */
  depthMm: number
  /** Why the depth is above every published range for this site. Required then. */
  depthReason?: string
  /** Passes (back and forth) of one round. */
  passesLow: number
  passesHigh: number
  endpoint: PlannedEndpoint
  /** Rounds (glide, stretch, passes, clean) at most. */
  rounds: number
}

/** Sterile gel by default; another product only by a doctor's choice, with its reason (V-90: granulomas after topical products). */
export type Glide = 'sterileGel' | { product: string; reason: string }

/** What the practitioner will do, and what the patient consents to. */
export interface Plan {
  indication: TreatableIndication
  zones: readonly PlannedZone[]
  glide: Glide
  numbing: { product: NumbingProductId } | 'none'
}

/** The house's pass counts: inside the published 4 to 10 (V-22). */
export const defaultPasses = { passesLow: 6, passesHigh: 10 } as const

/**
 * SHA-256 hex of the plan's canonical JSON: the same plan has the same hash on every device.
 * @throws TypeError for a plan with undefined members; the plan that `checkPlan` returns has none.
 */
export function planHash(plan: Plan): string {
  return sha256Hex(canonicalBytes(plan))
}
