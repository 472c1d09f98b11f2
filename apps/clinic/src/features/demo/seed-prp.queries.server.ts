import { randomUUID } from 'node:crypto'
import { rpmFor } from '@pointille/protocol'
import type { ClinicTransaction } from '#platform/database/database.server.ts'

const radiusMm = 150

/** A centrifuge with four places, for the demo clinic that has plasma: 900 g for 5 minutes is what it usually does (V-62). */
export async function seedCentrifuge(tx: ClinicTransaction, clinicId: string): Promise<void> {
  const centrifuge = 'Centrifugeuse 1'
  for (const place of [1, 2, 3, 4]) {
    const placeId = randomUUID()
    const resource = { clinicId, resourceId: placeId, kind: 'centrifuge', name: `${centrifuge}, place ${place}` }
    await tx
      .insertInto('clinic.resources')
      .values({ ...resource, position: 100 + place })
      .execute()
    const turning = { radiusMm, usualRpm: rpmFor(radiusMm, 900), usualMinutes: 5 }
    await tx
      .insertInto('clinic.centrifugePlaces')
      .values({ clinicId, placeId, centrifuge, rotor: 1, place, ...turning })
      .execute()
  }
}
