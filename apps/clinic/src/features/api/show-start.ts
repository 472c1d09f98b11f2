import type { z } from 'zod'
import type { OfferedStart } from '#features/booking/index.ts'
import { isoInstant } from '#platform/languages/dates.ts'
import type { start } from './schemas.ts'

/** A start as the API says it. */
export function showStart({ startAt, localTime, practitionerId }: OfferedStart): z.output<typeof start> {
  return { startAt: isoInstant(startAt), localTime, practitioner: practitionerId }
}
