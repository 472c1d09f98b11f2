import { sql } from 'kysely'
import type { ClinicTransaction } from '#platform/database/database.server.ts'

function openRedFlags(tx: ClinicTransaction, clinicId: string) {
  return tx
    .selectFrom('clinic.checkIns as c')
    .leftJoin('clinic.redFlagAnswers as a', (join) =>
      join.onRef('a.clinicId', '=', 'c.clinicId').onRef('a.checkInId', '=', 'c.checkInId'),
    )
    .where('c.clinicId', '=', clinicId)
    .where('c.careLevel', '<>', 'none')
    .where('a.checkInId', 'is', null)
}

/** Red flags that nobody has answered yet: emergencies first, then the oldest. */
export async function listOpenRedFlags(tx: ClinicTransaction, clinicId: string) {
  return openRedFlags(tx, clinicId)
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
      'c.sentAt',
      'p.givenName',
      'p.familyName',
      'p.birthOn',
      'p.phone',
      't.openedAt as treatedAt',
    ])
    .orderBy(sql`c.care_level = 'emergency'`, 'desc')
    .orderBy('c.sentAt')
    .orderBy('c.checkInId')
    .execute()
}

/** How many red flags wait, for the bar of every staff page. */
export async function countOpenRedFlags(tx: ClinicTransaction, clinicId: string): Promise<number> {
  const { waiting } = await openRedFlags(tx, clinicId)
    .select((eb) => eb.fn.countAll<number>().as('waiting'))
    .executeTakeFirstOrThrow()
  return waiting
}

/** The patient's own red flags that nobody has answered yet, the newest first. */
export async function listOwnOpenRedFlags(tx: ClinicTransaction, clinicId: string, patientId: string) {
  return openRedFlags(tx, clinicId)
    .select(['c.treatmentId', 'c.day', 'c.careLevel'])
    .where('c.patientId', '=', patientId)
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
