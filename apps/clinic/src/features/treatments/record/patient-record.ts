import type { TreatmentState } from '@pointille/protocol'
import type { PatientFacts } from '../treatment-view.ts'

/** What the patient said on a day after a treatment. */
export type DayReport = {
  day: number
  redness: string
  swelling: string
  painScore: number
  redFlags: string[]
  careLevel: string
  sentAt: number
}

/** A treatment as the record's table shows it. Instants in epoch ms, dates local to the clinic. */
export type PastTreatment = {
  treatmentId: string
  on: string
  openedAt: number
  sealedAt: number | undefined
  head: string | undefined
  state: TreatmentState
  reports: DayReport[]
  /** Days after it on which the patient is asked: done, missed, today, to come. */
  follow: { day: number; state: 'done' | 'outside' | 'ahead' | 'missed' }[]
}

/** Consecutive lines of the access log that one person made doing one thing on one day. */
export type Access = {
  actorKind: string
  actorName: string
  action: string
  outcome: string
  fromAt: number
  toAt: number
  count: number
}

export type PatientRecord = {
  patient: PatientFacts
  ageYears: number
  treatments: PastTreatment[]
  coming: { appointmentId: string; startsAt: number; service: string }[]
  accesses: Access[]
  timeZone: string
}
