import type { PhaseKind, ResourceKind } from '@pointille/scheduling'

/** A bookable service in the caller's language. */
export type Service = {
  serviceId: string
  kind: 'consultation' | 'treatment'
  name: string
  priceCents: number | undefined
  /** Whole appointment, cleaning included. */
  minutes: number
  /** What the patient is there for. */
  patientMinutes: number
  phases: { kind: PhaseKind; minutes: number; resources: readonly ResourceKind[] }[]
  /** Who may be asked for by name. */
  practitioners: { practitionerId: string; name: string }[]
}
