import { readClinics } from '#features/clinics/index.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import type { House } from '#platform/house/house.server.ts'
import { lapseForgottenHolds } from './hold.queries.server.ts'

/** Tidies: holds that ended unconfirmed lapse and their answers are erased. Taking a hold never waits for this. */
export async function sweepHolds(house: House): Promise<{ lapsed: number }> {
  let lapsed = 0
  for (const { clinicId } of await readClinics(house)) {
    const here = await inClinic(house.db, clinicId, (tx) => lapseForgottenHolds(tx, clinicId, house.now()))
    if (here > 0) house.changed(clinicId)
    lapsed += here
  }
  return { lapsed }
}
