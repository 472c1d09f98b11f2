import type { CareLevel, CheckIn, Screening, Verdict } from '@pointille/protocol'
import type { CoursePlan } from '#features/courses/index.ts'
import type { PlacedVisit } from './demo-diary.ts'
import type { Person } from './invent-people.ts'
import type { InventedTreatment } from './invent-treatment.ts'

/** Everything that happened in a demo clinic before its first visitor came, and everything that is booked. Instants in epoch ms. */
export type DemoHistory = { patients: DemoPatient[]; visits: DemoVisit[]; courses: DemoCourse[] }

export type DemoPatient = Person & { patientId: string; fileNumber: number; createdAt: number }

/** A planned course with the versions that were saved of it, the first first. */
export type DemoCourse = {
  courseId: string
  patientId: string
  startedAt: number
  versions: { plan: CoursePlan; savedBy: string; savedAt: number }[]
}

export type DemoVisit = {
  appointmentId: string
  patientId: string
  serviceId: string
  kind: 'consultation' | 'treatment'
  status: 'booked' | 'arrived' | 'inTreatment' | 'done' | 'cancelled' | 'noShow'
  language: 'fr' | 'en'
  placed: PlacedVisit
  bookedAt: number
  arrivedAt: number | undefined
  cancelled: { at: number; by: 'patient' | 'clinic' } | undefined
  screening: Screening
  verdict: Verdict
  treatment: (InventedTreatment & { cartridge: { lot: string; unit: string; gtin: string } }) | undefined
  checkIns: DemoCheckIn[]
}

export type DemoCheckIn = CheckIn & {
  checkInId: string
  careLevel: CareLevel
  sentAt: number
  answer: { action: 'calledBack'; note: string; byMember: string; at: number } | undefined
}
