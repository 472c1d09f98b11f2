import type { ClinicTransaction } from '#platform/database/database.server.ts'

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
  sentAt: number
}

/** Stores a check-in; false when one of this id is there already, which a repeated sending makes. */
export async function insertCheckIn(tx: ClinicTransaction, clinicId: string, checkIn: StoredCheckIn): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('clinic.checkIns')
    .values({ clinicId, ...checkIn, sentAt: new Date(checkIn.sentAt) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

export async function findCheckIn(
  tx: ClinicTransaction,
  clinicId: string,
  checkInId: string,
): Promise<StoredCheckIn | undefined> {
  return tx
    .selectFrom('clinic.checkIns')
    .select(columns)
    .where('clinicId', '=', clinicId)
    .where('checkInId', '=', checkInId)
    .executeTakeFirst()
}

/** Every check-in after a treatment, by day, the latest of a day last. */
export async function listCheckIns(
  tx: ClinicTransaction,
  clinicId: string,
  treatmentId: string,
): Promise<StoredCheckIn[]> {
  return tx
    .selectFrom('clinic.checkIns')
    .select(columns)
    .where('clinicId', '=', clinicId)
    .where('treatmentId', '=', treatmentId)
    .orderBy('day')
    .orderBy('sentAt')
    .execute()
}

/** Red flags that nobody has answered yet: emergencies first, then the oldest. */
export async function listOpenRedFlags(tx: ClinicTransaction, clinicId: string) {
  return tx
    .selectFrom('clinic.checkIns as c')
    .innerJoin('clinic.patients as p', (join) =>
      join.onRef('p.clinicId', '=', 'c.clinicId').onRef('p.patientId', '=', 'c.patientId'),
    )
    .innerJoin('clinic.treatments as t', (join) =>
      join.onRef('t.clinicId', '=', 'c.clinicId').onRef('t.treatmentId', '=', 'c.treatmentId'),
    )
    .leftJoin('clinic.redFlagAnswers as a', (join) =>
      join.onRef('a.clinicId', '=', 'c.clinicId').onRef('a.checkInId', '=', 'c.checkInId'),
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
    .where('c.clinicId', '=', clinicId)
    .where('c.careLevel', '<>', 'none')
    .where('a.checkInId', 'is', null)
    .orderBy('c.careLevel', 'desc')
    .orderBy('c.sentAt')
    .execute()
}

/** How many red flags wait, for the bar of every staff page. */
export async function countOpenRedFlags(tx: ClinicTransaction, clinicId: string): Promise<number> {
  const { waiting } = await tx
    .selectFrom('clinic.checkIns as c')
    .leftJoin('clinic.redFlagAnswers as a', (join) =>
      join.onRef('a.clinicId', '=', 'c.clinicId').onRef('a.checkInId', '=', 'c.checkInId'),
    )
    .select((eb) => eb.fn.countAll<number>().as('waiting'))
    .where('c.clinicId', '=', clinicId)
    .where('c.careLevel', '<>', 'none')
    .where('a.checkInId', 'is', null)
    .executeTakeFirstOrThrow()
  return waiting
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
  'sentAt',
] as const
