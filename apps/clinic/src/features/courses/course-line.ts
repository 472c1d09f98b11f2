import type { TreatableIndication } from '@pointille/protocol'

/** A course as the patient's page lists it. */
export type CourseLine = {
  courseId: string
  indication: TreatableIndication
  /** Treatments planned, those that are over included. */
  count: number
  firstOn: string
  lastOn: string
}
