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
    .leftJoin('clinic.resources as r', (join) =>
      join.onRef('r.clinicId', '=', 'a.clinicId').onRef('r.resourceId', '=', 'a.practitionerId'),
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
      'r.name as practitioner',
      't.treatmentId',
      't.sealedAt',
    ])
    .where('a.clinicId', '=', clinicId)
    .where('a.status', 'in', shown)
    .where('a.startsAt', '<', instant(toAt))
    .where('a.endsAt', '>', instant(fromAt))
    .orderBy('a.startsAt')
    .orderBy('a.appointmentId')
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
      sql<number>`lower(during)`.as('startsAt'),
      sql<number>`upper(during)`.as('endsAt'),
    ])
    .where('clinicId', '=', clinicId)
    .where('appointmentId', 'in', appointmentIds)
    .where('resourceId', 'is not', null)
    .orderBy('startsAt')
    .orderBy('position')
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
    .orderBy('name')
    .execute()
}

/** Who and what is away between two instants (epoch ms); an open end reaches the end of the span. */
export async function listDayAbsences(tx: ClinicTransaction, clinicId: string, fromAt: number, toAt: number) {
  const span = sql`tstzrange(${new Date(fromAt)}, ${new Date(toAt)})`
  return tx
    .selectFrom('clinic.absences')
    .select([
      'resourceId',
      sql<number>`lower(during * ${span})`.as('startsAt'),
      sql<number>`upper(during * ${span})`.as('endsAt'),
    ])
    .where('clinicId', '=', clinicId)
    .where(sql<boolean>`during && ${span}`)
    .execute()
}

/** Wall-clock opening of one ISO weekday; resourceId null is the clinic's own. */
export async function listOpeningOf(tx: ClinicTransaction, clinicId: string, weekday: number) {
  return tx
    .selectFrom('clinic.openingHours')
    .select(['resourceId', 'opens', 'closes'])
    .where('clinicId', '=', clinicId)
    .where('weekday', '=', weekday)
    .orderBy('opens')
    .execute()
}

/** The closure of a date, or undefined. */
export async function findClosure(tx: ClinicTransaction, clinicId: string, on: string) {
  return tx
    .selectFrom('clinic.closures')
    .select(['kind', 'nameFr', 'nameEn'])
    .where('clinicId', '=', clinicId)
    .where('closedOn', '=', on)
    .executeTakeFirst()
}

/** When each appointment starts between two instants (epoch ms), for counting days. */
export async function listStarts(tx: ClinicTransaction, clinicId: string, fromAt: number, toAt: number) {
  const rows = await tx
    .selectFrom('clinic.appointments')
    .select('startsAt')
    .where('clinicId', '=', clinicId)
    .where('status', 'in', shown)
    .where('startsAt', '>=', instant(fromAt))
    .where('startsAt', '<', instant(toAt))
    .execute()
  return rows.map((row) => row.startsAt)
}

/** The first start at or after an instant (epoch ms), or undefined when the diary is empty from there. */
export async function findNextStart(tx: ClinicTransaction, clinicId: string, fromAt: number) {
  const row = await tx
    .selectFrom('clinic.appointments')
    .select('startsAt')
    .where('clinicId', '=', clinicId)
    .where('status', 'in', shown)
    .where('startsAt', '>=', instant(fromAt))
    .orderBy('startsAt')
    .limit(1)
    .executeTakeFirst()
  return row?.startsAt
}

/** Whose appointment it is, for the access log, or undefined when this clinic has no such appointment. */
export async function findAppointment(tx: ClinicTransaction, clinicId: string, appointmentId: string) {
  return tx
    .selectFrom('clinic.appointments')
    .select(['patientId', 'status', 'startsAt'])
    .where('clinicId', '=', clinicId)
    .where('appointmentId', '=', appointmentId)
    .executeTakeFirst()
}

/** Marks the patient as arrived, also one who was written off as absent; false when it is no longer one to arrive at. */
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
    .where('status', 'in', ['booked', 'noShow'])
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Marks the patient as not come; false when they arrived, or the appointment is no longer booked. */
export async function setNoShow(tx: ClinicTransaction, clinicId: string, appointmentId: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('clinic.appointments')
    .set({ status: 'noShow' })
    .where('clinicId', '=', clinicId)
    .where('appointmentId', '=', appointmentId)
    .where('status', '=', 'booked')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
