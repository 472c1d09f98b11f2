import { sql } from 'kysely'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { instant } from '#platform/database/instant.server.ts'
import type { ExpectedDay, ForecastAnswer } from './expected-day.ts'

/** A sealed treatment of this patient with what its day page needs, or undefined when it is not theirs. */
export async function findSealedTreatment(
  tx: ClinicTransaction,
  clinicId: string,
  treatmentId: string,
  patientId: string,
) {
  const row = await tx
    .selectFrom('clinic.treatments')
    .select(['treatmentId', 'openedAt', 'sealedAt'])
    .where('clinicId', '=', clinicId)
    .where('treatmentId', '=', treatmentId)
    .where('patientId', '=', patientId)
    .where('sealedAt', 'is not', null)
    .executeTakeFirst()
  return row && { ...row, sealedAt: row.sealedAt! }
}

/** A patient's sealed treatments, newest first. */
export async function listSealedTreatments(tx: ClinicTransaction, clinicId: string, patientId: string) {
  const rows = await tx
    .selectFrom('clinic.treatments')
    .select(['treatmentId', 'openedAt', 'sealedAt'])
    .where('clinicId', '=', clinicId)
    .where('patientId', '=', patientId)
    .where('sealedAt', 'is not', null)
    .orderBy('openedAt', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, sealedAt: row.sealedAt! }))
}

export type StoredCheckIn = {
  checkInId: string
  treatmentId: string
  patientId: string
  day: number
  redness: string
  swelling: string
  painScore: number
  redFlags: string[]
  careLevel: string
  /** What the forecast expected when it was sent; undefined where there was none. */
  expected: ExpectedDay | undefined
  /** Answers that were more marked than expected. */
  outside: ForecastAnswer[]
  sentAt: number
}

/** Stores a check-in; false when one of this id is there already, which a repeated sending makes. */
export async function insertCheckIn(tx: ClinicTransaction, clinicId: string, checkIn: StoredCheckIn): Promise<boolean> {
  const expected = checkIn.expected ? JSON.stringify(checkIn.expected) : null
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('clinic.checkIns')
    .values({ clinicId, ...checkIn, expected, sentAt: new Date(checkIn.sentAt) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function findCheckIn(
  tx: ClinicTransaction,
  clinicId: string,
  checkInId: string,
): Promise<StoredCheckIn | undefined> {
  const row = await tx
    .selectFrom('clinic.checkIns')
    .select(columns)
    .where('clinicId', '=', clinicId)
    .where('checkInId', '=', checkInId)
    .executeTakeFirst()
  return row && { ...row, ...readExpectation(row) }
}

/** Every check-in after a treatment, by day, the latest of a day last. */
export async function listCheckIns(
  tx: ClinicTransaction,
  clinicId: string,
  treatmentId: string,
): Promise<StoredCheckIn[]> {
  const rows = await tx
    .selectFrom('clinic.checkIns')
    .select(columns)
    .where('clinicId', '=', clinicId)
    .where('treatmentId', '=', treatmentId)
    .orderBy('day')
    .orderBy('sentAt')
    .execute()
  return rows.map((row) => ({ ...row, ...readExpectation(row) }))
}

/** Both columns are written by `insertCheckIn` only, from these very types. */
export function readExpectation({ expected, outside }: { expected: unknown; outside: string[] }) {
  return { expected: (expected ?? undefined) as ExpectedDay | undefined, outside: outside as ForecastAnswer[] }
}

/** Days that were reported and had a forecast, by their last report; `inside` = none of its answers was above it. */
export async function countForecastDays(
  tx: ClinicTransaction,
  clinicId: string,
): Promise<{ inside: number; of: number }> {
  return tx
    .selectFrom((from) =>
      from
        .selectFrom('clinic.checkIns')
        .distinctOn(['treatmentId', 'day'])
        .select(['outside'])
        .where('clinicId', '=', clinicId)
        .where('expected', 'is not', null)
        .orderBy('treatmentId')
        .orderBy('day')
        .orderBy('sentAt', 'desc')
        .as('last'),
    )
    .select((eb) => [
      eb.fn.countAll<number>().as('of'),
      eb.fn.countAll<number>().filterWhere(sql<boolean>`cardinality(outside) = 0`).as('inside'),
    ])
    .executeTakeFirstOrThrow()
}

/** The patient's own appointments that are booked and still to come, the next first. */
export async function listComingAppointments(
  tx: ClinicTransaction,
  clinicId: string,
  patientId: string,
  afterAt: number,
) {
  return tx
    .selectFrom('clinic.appointments as a')
    .innerJoin('clinic.services as s', (join) =>
      join.onRef('s.clinicId', '=', 'a.clinicId').onRef('s.serviceId', '=', 'a.serviceId'),
    )
    .leftJoin('clinic.resources as r', (join) =>
      join.onRef('r.clinicId', '=', 'a.clinicId').onRef('r.resourceId', '=', 'a.practitionerId'),
    )
    .select(['a.appointmentId', 'a.startsAt', 's.nameFr', 's.nameEn', 'r.name as practitioner'])
    .where('a.clinicId', '=', clinicId)
    .where('a.patientId', '=', patientId)
    .where('a.status', '=', 'booked')
    .where('a.startsAt', '>', instant(afterAt))
    .orderBy('a.startsAt')
    .execute()
}

/** Dates between two local dates, both included, on which the clinic is closed. */
export async function listClosedDates(tx: ClinicTransaction, clinicId: string, fromOn: string, toOn: string) {
  const rows = await tx
    .selectFrom('clinic.closures')
    .select('closedOn')
    .where('clinicId', '=', clinicId)
    .where('closedOn', '>=', fromOn)
    .where('closedOn', '<=', toOn)
    .execute()
  return rows.map((row) => row.closedOn)
}

const columns = [
  'checkInId',
  'treatmentId',
  'patientId',
  'day',
  'redness',
  'swelling',
  'painScore',
  'redFlags',
  'careLevel',
  'expected',
  'outside',
  'sentAt',
] as const
