import type { Occupancy } from '@pointille/scheduling'
import { sql } from 'kysely'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { instant } from '#platform/database/instant.server.ts'

/** Wall-clock opening of the clinic (resourceId null) and of its resources. */
export function listOpeningHours(tx: ClinicTransaction, clinicId: string) {
  return tx
    .selectFrom('clinic.openingHours')
    .select(['resourceId', 'weekday', 'opens', 'closes'])
    .where('clinicId', '=', clinicId)
    .orderBy('opens')
    .execute()
}

export function listClosures(tx: ClinicTransaction, clinicId: string) {
  return tx.selectFrom('clinic.closures').select(['closedOn', 'kind']).where('clinicId', '=', clinicId).execute()
}

/** Leave and repair that is not over at `at`; an open end is a far one. */
export function listAbsences(tx: ClinicTransaction, clinicId: string, at: number) {
  return tx
    .selectFrom('clinic.absences')
    .select([
      'resourceId',
      sql<number>`coalesce(nullif(lower(during), '-infinity'), '1900-01-01')`.as('startAt'),
      sql<number>`coalesce(nullif(upper(during), 'infinity'), '2500-01-01')`.as('endAt'),
    ])
    .where('clinicId', '=', clinicId)
    .where(sql<boolean>`during && tstzrange(${new Date(at)}, null)`)
    .execute()
}

/** Resources in use, in the clinic's own order. */
export function listResources(tx: ClinicTransaction, clinicId: string, at: number) {
  return tx
    .selectFrom('clinic.resources')
    .select(['resourceId', 'kind', 'name', 'bufferBeforeMinutes', 'bufferAfterMinutes'])
    .where('clinicId', '=', clinicId)
    .where((where) => where.or([where('retiredAt', 'is', null), where('retiredAt', '>', instant(at))]))
    .orderBy('position')
    .orderBy('resourceId')
    .execute()
}

/** Services on offer, in the clinic's own order. */
export function listServiceRows(tx: ClinicTransaction, clinicId: string, at: number) {
  return tx
    .selectFrom('clinic.services')
    .select(['serviceId', 'kind', 'nameFr', 'nameEn', 'priceCents'])
    .where('clinicId', '=', clinicId)
    .where((where) => where.or([where('retiredAt', 'is', null), where('retiredAt', '>', instant(at))]))
    .orderBy('position')
    .orderBy('serviceId')
    .execute()
}

export function listPhaseRows(tx: ClinicTransaction, clinicId: string) {
  return tx
    .selectFrom('clinic.servicePhases')
    .select(['serviceId', 'kind', 'minutes', 'resourceKinds', 'occupiesPatient'])
    .where('clinicId', '=', clinicId)
    .orderBy('serviceId')
    .orderBy('position')
    .execute()
}

export function listServiceResources(tx: ClinicTransaction, clinicId: string) {
  return tx
    .selectFrom('clinic.serviceResources')
    .select(['serviceId', 'resourceId'])
    .where('clinicId', '=', clinicId)
    .execute()
}

/**
 * What is taken of these resources between two instants (epoch ms). A hold that ended by `nowAt` takes nothing, whether
 * or not anybody tidied it; `exceptId` leaves one appointment's own time out, for moving it.
 */
export async function listOccupancies(
  tx: ClinicTransaction,
  clinicId: string,
  search: { resourceIds: readonly string[]; fromAt: number; toAt: number; nowAt: number; exceptId?: string },
): Promise<Occupancy[]> {
  if (search.resourceIds.length === 0) return []
  let query = tx
    .selectFrom('clinic.occupancies as o')
    .innerJoin('clinic.appointments as a', (join) =>
      join.onRef('a.clinicId', '=', 'o.clinicId').onRef('a.appointmentId', '=', 'o.appointmentId'),
    )
    .select(['o.resourceId', sql<number>`lower(o.during)`.as('startAt'), sql<number>`upper(o.during)`.as('endAt')])
    .where('o.clinicId', '=', clinicId)
    .where('o.resourceId', 'in', [...search.resourceIds])
    .where(sql<boolean>`o.during && tstzrange(${new Date(search.fromAt)}, ${new Date(search.toAt)})`)
    .where((where) => where.or([where('a.status', '<>', 'held'), where('a.holdExpiresAt', '>', instant(search.nowAt))]))
  if (search.exceptId !== undefined) query = query.where('a.appointmentId', '<>', search.exceptId)
  return (await query.execute()) as Occupancy[]
}

/** Names of a visit's service and practitioner, retired ones too. */
export function findServiceNames(
  tx: ClinicTransaction,
  clinicId: string,
  visit: { serviceId: string; practitionerId: string | null },
) {
  return tx
    .selectFrom('clinic.services as s')
    .leftJoin('clinic.resources as r', (join) =>
      join.onRef('r.clinicId', '=', 's.clinicId').on('r.resourceId', '=', visit.practitionerId),
    )
    .select(['s.nameFr', 's.nameEn', 's.kind', 'r.name as practitionerName'])
    .where('s.clinicId', '=', clinicId)
    .where('s.serviceId', '=', visit.serviceId)
    .executeTakeFirstOrThrow()
}
