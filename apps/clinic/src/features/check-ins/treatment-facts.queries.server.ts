import type { TreatmentEvent } from '@pointille/protocol'
import type { ClinicTransaction } from '#platform/database/database.server.ts'

/** The kinds of events that say what was done, where, and when creams may come back. */
const factKinds = ['examined', 'cartridgeOpened', 'zoneSkipped', 'creamPlanned']

/** What was written down in these treatments, in order. Every event passed the protocol's own check before it was stored. */
export async function listFactEvents(
  tx: ClinicTransaction,
  clinicId: string,
  treatmentIds: readonly string[],
): Promise<{ treatmentId: string; event: TreatmentEvent; byName: string }[]> {
  if (treatmentIds.length === 0) return []
  const rows = await tx
    .selectFrom('clinic.treatmentEvents as e')
    .innerJoin('clinic.teamMembers as m', (join) =>
      join.onRef('m.clinicId', '=', 'e.clinicId').onRef('m.memberId', '=', 'e.byMember'),
    )
    .select(['e.treatmentId', 'e.canonical', 'm.displayName'])
    .where('e.clinicId', '=', clinicId)
    .where('e.treatmentId', 'in', [...treatmentIds])
    .where('e.kind', 'in', factKinds)
    .orderBy('e.treatmentId')
    .orderBy('e.seq')
    .execute()
  return rows.map(({ treatmentId, canonical, displayName }) => ({
    treatmentId,
    event: JSON.parse(canonical.toString('utf8')) as TreatmentEvent,
    byName: displayName,
  }))
}
