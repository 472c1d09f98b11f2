import type { ClinicTransaction } from '#platform/database/database.server.ts'
import type { RecallSource } from './cartridge-answer.ts'

export type RecallRow = {
  recallId: string
  gtin: string
  lot: string
  source: RecallSource
  reason: string
  at: number
  by: string
}

export async function insertRecall(
  tx: ClinicTransaction,
  clinicId: string,
  { at, by, ...row }: RecallRow,
): Promise<void> {
  await tx
    .insertInto('clinic.lotRecalls')
    .values({ clinicId, ...row, recalledAt: new Date(at), recalledBy: by })
    .execute()
}

/** @returns the lot, or undefined when there is no such recall in force */
export async function liftRecallRow(
  tx: ClinicTransaction,
  clinicId: string,
  { recallId, reason, at, by }: { recallId: string; reason: string; at: number; by: string },
): Promise<string | undefined> {
  const row = await tx
    .updateTable('clinic.lotRecalls')
    .set({ liftedAt: new Date(at), liftedBy: by, liftReason: reason })
    .where('clinicId', '=', clinicId)
    .where('recallId', '=', recallId)
    .where('liftedAt', 'is', null)
    .returning('lot')
    .executeTakeFirst()
  return row?.lot
}

/** In how many treatments a lot was opened, and how many of them are not sealed. */
export async function countOpenings(
  tx: ClinicTransaction,
  clinicId: string,
  { gtin, lot }: { gtin: string; lot: string },
) {
  const row = await tx
    .selectFrom('clinic.cartridges as c')
    .innerJoin('clinic.treatments as t', (join) =>
      join.onRef('t.clinicId', '=', 'c.clinicId').onRef('t.treatmentId', '=', 'c.treatmentId'),
    )
    .select((of) => [
      of.fn.count<number>('t.treatmentId').distinct().as('treatments'),
      of.fn.count<number>('t.treatmentId').distinct().filterWhere('t.sealedAt', 'is', null).as('underWay'),
    ])
    .where('c.clinicId', '=', clinicId)
    .where('c.lot', '=', lot)
    .$if(gtin !== '', (query) => query.where('c.gtin', 'in', [gtin, '']))
    .executeTakeFirstOrThrow()
  return { treatments: Number(row.treatments), underWay: Number(row.underWay) }
}
