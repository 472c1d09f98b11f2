import type { ZoneId } from '@pointille/protocol'

/** What stands in the examination's form, as typed: shown again when something is to be corrected. */
export type ExaminationDraft = {
  phototype: string
  indication: string
  zones: { zone: ZoneId; depth: string; reason: string }[]
  device: string
  passesLow: string
  passesHigh: string
  endpoint: string
  rounds: string
  numbing: string
  glide: 'gel' | 'other'
  glideProduct: string
  glideReason: string
}

/** Where the depth of a newly ticked zone stands, in mm. */
export const startingDepthMm = 0.5
