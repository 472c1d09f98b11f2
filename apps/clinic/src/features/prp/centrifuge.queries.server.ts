import { sql } from 'kysely'
import type { ClinicTransaction } from '#platform/database/database.server.ts'

/** One place of one rotor. */
export type CentrifugePlace = {
  placeId: string
  centrifuge: string
  rotor: number
  place: number
  radiusMm: number
  usualRpm: number
  usualMinutes: number
}

export async function listPlaces(tx: ClinicTransaction, clinicId: string): Promise<CentrifugePlace[]> {
  return tx
    .selectFrom('clinic.centrifugePlaces as p')
    .innerJoin('clinic.resources as r', (join) =>
      join.onRef('r.clinicId', '=', 'p.clinicId').onRef('r.resourceId', '=', 'p.placeId'),
    )
    .select(['p.placeId', 'p.centrifuge', 'p.rotor', 'p.place', 'p.radiusMm', 'p.usualRpm', 'p.usualMinutes'])
    .where('p.clinicId', '=', clinicId)
    .where('r.retiredAt', 'is', null)
    .orderBy('p.centrifuge')
    .orderBy('p.rotor')
    .orderBy('p.place')
    .execute()
}

/** Puts a tube in its place for these minutes; false when another turns there. */
export async function insertSpin(
  tx: ClinicTransaction,
  clinicId: string,
  spin: {
    spinId: string
    tubeId: string
    placeId: string
    startAt: number
    endAt: number
    rpm: number
    radiusMm: number
    forceG: number
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into clinic.prp_spins (clinic_id, spin_id, tube_id, place_id, run_id, during, rpm, radius_mm, force_g)
    values (${clinicId}, ${spin.spinId}, ${spin.tubeId}, ${spin.placeId}, ${spin.spinId},
      tstzrange(${new Date(spin.startAt)}, ${new Date(spin.endAt)}), ${spin.rpm}, ${spin.radiusMm}, ${spin.forceG})
    on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}
