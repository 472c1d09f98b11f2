import { inClinic } from '#platform/database/in-clinic.server.ts'
import type { Clinic } from '#platform/house/house.queries.server.ts'
import type { House } from '#platform/house/house.server.ts'
import { getProfile, listOpening, type Profile } from './profile.queries.server.ts'

export type PublicProfile = Profile & { opening: { weekday: number; opens: string; closes: string }[] }

const maxAgeMs = 5_000

/** What the public pages say of the clinic: address, telephone, opening. Remembered until something there changes. */
export function readProfile(house: House, clinic: Clinic): Promise<PublicProfile> {
  return house.cache.get(clinic.clinicId, 'profile', maxAgeMs, () =>
    inClinic(house.db, clinic.clinicId, async (tx) => ({
      ...(await getProfile(tx, clinic.clinicId)),
      opening: await listOpening(tx, clinic.clinicId),
    })),
  )
}
