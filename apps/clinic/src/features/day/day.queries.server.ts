import { sql } from 'kysely'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { instant } from '#platform/database/instant.server.ts'

const shown = ['booked', 'arrived', 'inTreatment', 'done', 'noShow']

/** The appointments that touch [fromAt, toAt), in the order of the day; holds and cancelled ones are no part of it. */
export async function listDayAppointments(tx: ClinicTransaction, clinicId: string, fromAt: number, toAt: number) {
  return tx
    .selectFrom('clinic.appointments as a')
    .innerJoin('clinic.patients as p', (join) =>
      join.onRef('p.clinicId', '=', 'a.clinicId').onRef('p.patientId', '=', 'a.patientId'),
    )
    .innerJoin('clinic.services as s', (join) =>
      join.onRef('s.clinicId', '=', 'a.clinicId').onRef('s.serviceId', '=', 'a.serviceId'),
    )
    .leftJoin('clinic.treatments as t', (join) =>
      join.onRef('t.clinicId', '=', 'a.clinicId').onRef('t.appointmentId', '=', 'a.appointmentId'),
    )
    .select([
      'a.appointmentId',
      'a.status',
      'a.startsAt',
      'a.endsAt',
      'a.arrivedAt',
      'a.verdictKind',
      'p.patientId',
      'p.givenName',
      'p.familyName',
      'p.birthOn',
      'p.phone',
      'p.allergiesStatus',
      's.kind as serviceKind',
      's.nameFr as serviceFr',
      's.nameEn as serviceEn',
      't.treatmentId',
      't.sealedAt',
    ])
    .where('a.clinicId', '=', clinicId)
    .where('a.status', 'in', shown)
    .where('a.startsAt', '<', instant(toAt))
    .where('a.endsAt', '>', instant(fromAt))
    .orderBy('a.startsAt')
    .execute()
}

/** Which resource each of these appointments takes, when, in which phase. */
export async function listDayOccupancies(tx: ClinicTransaction, clinicId: string, appointmentIds: string[]) {
  if (appointmentIds.length === 0) return []
  return tx
    .selectFrom('clinic.occupancies')
    .select([
      'appointmentId',
      'resourceId',
      'phaseKind',
      sql<number>`(extract(epoch from lower(during)) * 1000)::bigint`.as('startsAt'),
      sql<number>`(extract(epoch from upper(during)) * 1000)::bigint`.as('endsAt'),
    ])
    .where('clinicId', '=', clinicId)
    .where('appointmentId', 'in', appointmentIds)
    .where('resourceId', 'is not', null)
    .orderBy('startsAt')
    .execute()
}

/** The lanes of the day: every resource in use, people first. */
export async function listLanes(tx: ClinicTransaction, clinicId: string) {
  return tx
    .selectFrom('clinic.resources')
    .select(['resourceId', 'kind', 'name'])
    .where('clinicId', '=', clinicId)
    .where('retiredAt', 'is', null)
    .orderBy(sql`array_position(array['practitioner', 'assistant', 'room', 'device', 'centrifuge'], kind)`)
    .orderBy('position')
    .execute()
}

/** Whose appointment it is, for the access log, or undefined when this clinic has no such appointment. */
export async function findAppointment(tx: ClinicTransaction, clinicId: string, appointmentId: string) {
  return tx
    .selectFrom('clinic.appointments')
    .select(['patientId', 'status'])
    .where('clinicId', '=', clinicId)
    .where('appointmentId', '=', appointmentId)
    .executeTakeFirst()
}

/** Marks the patient as arrived; false when the appointment is no longer one to arrive at. */
export async function setArrived(
  tx: ClinicTransaction,
  clinicId: string,
  appointmentId: string,
  at: number,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('clinic.appointments')
    .set({ status: 'arrived', arrivedAt: new Date(at) })
    .where('clinicId', '=', clinicId)
    .where('appointmentId', '=', appointmentId)
    .where('status', '=', 'booked')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
