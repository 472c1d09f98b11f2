import type { Phototype, ZoneId } from '@pointille/protocol'
import type { CoursePlan } from './course-plan.ts'
import type { OpenDays } from './propose-dates.ts'

/** What the needles did in one zone of a treatment that is over. */
export interface DoneZone {
  readonly zone: ZoneId
  readonly device: 'roller' | 'pen' | 'stamp'
  /** Set length; of several rounds the mean by their passes, mm. */
  readonly needleMm: number
  readonly passes: number
}

/** What the patient said on a day after it; grades 0-3, pain 0-10. */
export interface DoneReport {
  readonly day: number
  readonly redness: 0 | 1 | 2 | 3
  readonly swelling: 0 | 1 | 2 | 3
  readonly pain: number
}

export interface DoneTreatment {
  readonly treatmentId: string
  readonly on: string
  readonly zones: readonly DoneZone[]
  /** Plasma was put on: minutes after the last pass. */
  readonly plasmaAfterMinutes: number | undefined
  readonly reports: readonly DoneReport[]
}

/** A course as its page needs it. Instants in epoch ms, dates local to the clinic. */
export interface CourseView {
  readonly courseId: string
  readonly version: number
  readonly plan: CoursePlan
  readonly savedAt: number
  readonly savedByName: string
  readonly patientId: string
  /** Who lies in front of us, as every screen of care says it. */
  readonly banner: {
    readonly name: string
    readonly facts: readonly string[]
    readonly allergy: { readonly words: string; readonly known: boolean }
  }
  readonly ageYears: number
  /** Of the last examination. */
  readonly phototype: Phototype | undefined
  /** Treatments of this course that are over, first first. */
  readonly done: readonly DoneTreatment[]
  /** Why plasma is or is not offered here. */
  readonly prp: 'possible' | 'prohibited' | 'off'
  readonly open: OpenDays
  readonly doctors: readonly { readonly memberId: string; readonly name: string }[]
  readonly me: { readonly memberId: string; readonly mayPlan: boolean }
  /** Day reports of this clinic that had a forecast, and how many were no more marked than nine courses in ten. */
  readonly followUps: { readonly inside: number; readonly of: number }
  readonly timeZone: string
}
