import type { Instant, JurisdictionCode, TreatmentEvent, TreatmentPolicy, TreatmentState } from '@pointille/protocol'
import type { Role } from '#features/access/index.server.ts'

/** Who lies in front of us, as every screen of care says it. */
export type PatientFacts = {
  patientId: string
  givenName: string
  familyName: string
  birthOn: string
  fileNumber: number
  language: 'fr' | 'en'
  allergiesStatus: string
  allergies: string
}

/** An event with its place in the chain and the name of who did it. */
export type RecordedEvent = { seq: number; hash: string; event: TreatmentEvent; byName: string }

/** A treatment as its screens need it. Instants in epoch ms, but those of events, which are ISO text. */
export type TreatmentView = {
  treatmentId: string
  appointmentId: string
  openedAt: number
  sealedAt: number | undefined
  patient: PatientFacts
  events: RecordedEvent[]
  state: TreatmentState
  head: string | undefined
  policy: TreatmentPolicy
  jurisdiction: JurisdictionCode
  /** Who looks, and what they may do here. */
  me: { memberId: string; name: string; roles: readonly Role[]; mayExamine: boolean; maySeal: boolean }
  clinicName: string
  timeZone: string
  nowAt: number
}

/** An instant as events write it. */
export function instantOf(at: number): Instant {
  return new Date(at).toISOString()
}
