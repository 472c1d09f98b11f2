import type { Caller } from '#features/access/index.server.ts'
import { callerIn } from '#features/booking/index.server.ts'
import { findClinicBySlug } from '#features/clinics/index.server.ts'
import type { ApiCall } from './operation.ts'
import { type Refused, refuse } from './problem.ts'

/** The caller at the door of the clinic that the address names. */
export async function findClinicOfCall({ caller }: ApiCall, slug: string): Promise<{ there: Caller } | Refused> {
  const clinic = await findClinicBySlug(caller.house, slug)
  return clinic ? { there: callerIn(caller, clinic) } : refuse(caller.language, 'PT-404-CLINIC', { field: 'slug' })
}
