import type { NeedlingDevice, TreatableIndication, ZoneId } from '@pointille/protocol'

/** What will be done in one zone at every treatment of the course. */
export interface CourseZone {
  readonly zone: ZoneId
  readonly device: NeedlingDevice
  /** Set needle length. Length is not the depth reached. */
  readonly depthMm: number
  readonly passes: number
  /** Above every published range: who decided it, and why. */
  readonly decision?: { readonly reason: string; readonly byMember: string }
}

/** A planned course, as it is stored and read again. */
export interface CoursePlan {
  readonly indication: TreatableIndication
  readonly zones: readonly CourseZone[]
  readonly intervalDays: number
  /** Local dates of every treatment, done and to come, rising. */
  readonly treatmentsOn: readonly string[]
  /** Platelet-rich plasma at the treatments to come. */
  readonly prp: boolean
  /** The patient would like to be done before. */
  readonly wishedBeforeOn?: string
}

export const intervalLimits = { low: 7, high: 180, usual: 28, warnBelow: 14 } as const
export const countLimits = { low: 1, high: 12, usual: 3 } as const
export const passLimits = { low: 1, high: 20 } as const
export const depthStepMm = 0.25

/** Where zones of one name and two sides are set together: 'cheek' of 'cheek-left'. */
export function pairOf(zone: ZoneId): string {
  return zone.replace(/-(left|right)$/, '')
}
