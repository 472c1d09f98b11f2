import { sql } from 'kysely'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { readExpectation } from './check-ins.queries.server.ts'

/** Check-ins that wait for a person: a red flag, or answers more marked than expected. */
function waiting(tx: ClinicTransaction, clinicId: string) {
  return tx
    .selectFrom('clinic.checkIns as c')
    .leftJoin('clinic.redFlagAnswers as a', (join) =>
      join.onRef('a.clinicId', '=', 'c.clinicId').onRef('a.checkInId', '=', 'c.checkInId'),
    )
    .where('c.clinicId', '=', clinicId)
    .where('a.checkInId', 'is', null)
    .where((eb) => eb.or([eb('c.careLevel', '<>', 'none'), sql<boolean>`cardinality(c.outside) > 0`]))
}

/** What nobody has answered yet: emergencies, then other red flags, then what lies outside the forecast; of each the oldest first. */
export async function listOpenRedFlags(tx: ClinicTransaction, clinicId: string) {
  const rows = await waiting(tx, clinicId)
    .innerJoin('clinic.patients as p', (join) =>
      join.onRef('p.clinicId', '=', 'c.clinicId').onRef('p.patientId', '=', 'c.patientId'),
    )
    .innerJoin('clinic.treatments as t', (join) =>
      join.onRef('t.clinicId', '=', 'c.clinicId').onRef('t.treatmentId', '=', 'c.treatmentId'),
    )
    .select([
      'c.checkInId',
      'c.treatmentId',
      'c.patientId',
      'c.day',
      'c.redness',
      'c.swelling',
      'c.painScore',
      'c.redFlags',
      'c.careLevel',
      'c.expected',
      'c.outside',
      'c.sentAt',
      'p.givenName',
      'p.familyName',
      'p.birthOn',
      'p.phone',
      't.openedAt as treatedAt',
    ])
    .orderBy(sql`array_position(array['emergency', 'callToday', 'none'], c.care_level)`)
    .orderBy('c.sentAt')
    .orderBy('c.checkInId')
    .execute()
  return rows.map((row) => ({ ...row, ...readExpectation(row) }))
}

/** How many check-ins wait, for the bar of every staff page. */
export async function countOpenRedFlags(tx: ClinicTransaction, clinicId: string): Promise<number> {
  const { count } = await waiting(tx, clinicId)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The patient's own red flags that nobody has answered yet, the newest first. */
export async function listOwnOpenRedFlags(tx: ClinicTransaction, clinicId: string, patientId: string) {
  return waiting(tx, clinicId)
    .select(['c.treatmentId', 'c.day', 'c.careLevel'])
    .where('c.patientId', '=', patientId)
    .where('c.careLevel', '<>', 'none')
    .orderBy(sql`c.care_level = 'emergency'`, 'desc')
    .orderBy('c.sentAt', 'desc')
    .execute()
}

export type RedFlagAnswer = { checkInId: string; action: string; note: string; answeredBy: string; answeredAt: number }

/** Stores the answer; false when somebody answered already. */
export async function insertRedFlagAnswer(
  tx: ClinicTransaction,
  clinicId: string,
  answer: RedFlagAnswer,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('clinic.redFlagAnswers')
    .values({ clinicId, ...answer, answeredAt: new Date(answer.answeredAt) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
