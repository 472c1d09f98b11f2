import type { Certainty } from './link-rules.ts'

/** One treatment as the table says it. */
export type RowView = {
  treatmentId: string
  patientId: string
  name: string
  certainty: Certainty
  on: string
  onIso: string
  where: string
  link: string
  /** Masked, because a screen is seen by others. */
  phone: string
  reach: 'phone' | 'email' | 'none'
  told: string
}
