import { sql } from 'kysely'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import type { ItemKind } from './piece.ts'

export async function findItem(tx: ClinicTransaction, clinicId: string, itemId: string) {
  return tx
    .selectFrom('clinic.stockItems')
    .select(['itemId', 'gtin', 'name', 'kind'])
    .where('clinicId', '=', clinicId)
    .where('itemId', '=', itemId)
    .executeTakeFirst()
}

/** A product that has one of these numbers already. */
export async function findItemByCode(
  tx: ClinicTransaction,
  clinicId: string,
  { gtin, hibc }: { gtin: string; hibc: string },
) {
  return tx
    .selectFrom('clinic.stockItems')
    .select(['itemId', 'name', 'gtin'])
    .where('clinicId', '=', clinicId)
    .where((of) => of.or([of('gtin', '=', gtin), of('hibc', '=', hibc)]))
    .executeTakeFirst()
}

export async function countOwnGtins(tx: ClinicTransaction, clinicId: string): Promise<number> {
  const { count } = await tx
    .selectFrom('clinic.stockItems')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('clinicId', '=', clinicId)
    .where('ownGtin', '=', true)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Products are added one after the other, so that two never get the same number of ours. */
export async function lockItems(tx: ClinicTransaction, clinicId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`stock items ${clinicId}`}, 0))`.execute(tx)
}

export type NewItem = {
  itemId: string
  kind: ItemKind
  name: string
  gtin: string
  ownGtin: boolean
  hibc: string | null
  lowBelow: number
}

export async function insertItem(tx: ClinicTransaction, clinicId: string, item: NewItem, addedAt: number) {
  await tx
    .insertInto('clinic.stockItems')
    .values({ clinicId, ...item, addedAt: new Date(addedAt) })
    .execute()
}

export async function findLot(tx: ClinicTransaction, clinicId: string, gtin: string, lot: string) {
  return tx
    .selectFrom('clinic.stockLots')
    .select(['itemId', 'expiresOn'])
    .where('clinicId', '=', clinicId)
    .where('gtin', '=', gtin)
    .where('lot', '=', lot)
    .executeTakeFirst()
}

export async function insertLot(
  tx: ClinicTransaction,
  clinicId: string,
  lot: { itemId: string; gtin: string; lot: string; expiresOn: string },
) {
  await tx
    .insertInto('clinic.stockLots')
    .values({ clinicId, ...lot })
    .execute()
}

export type ReceiptRow = { receiptId: string; gtin: string; lot: string; receivedAt: number; receivedBy: string }

export async function hasReceipt(tx: ClinicTransaction, clinicId: string, receiptId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('clinic.stockReceipts')
    .select('receiptId')
    .where('clinicId', '=', clinicId)
    .where('receiptId', '=', receiptId)
    .executeTakeFirst()
  return row !== undefined
}

export async function insertReceipt(tx: ClinicTransaction, clinicId: string, row: ReceiptRow): Promise<void> {
  await tx
    .insertInto('clinic.stockReceipts')
    .values({ clinicId, ...row, receivedAt: new Date(row.receivedAt) })
    .execute()
}

export async function nextLabelNumber(tx: ClinicTransaction): Promise<number> {
  const { rows } = await sql<{ number: number }>`select clinic.next_label_number() as number`.execute(tx)
  return rows[0]!.number
}

export type UnitRow = { gtin: string; lot: string; unit: string; receiptId: string; labelNumber: number | null }

/** @returns the pieces that are written; one that was received before is not among them */
export async function insertUnits(
  tx: ClinicTransaction,
  clinicId: string,
  rows: readonly UnitRow[],
): Promise<string[]> {
  const written = await tx
    .insertInto('clinic.stockUnits')
    .values(rows.map((row) => ({ clinicId, ...row })))
    .onConflict((conflict) => conflict.columns(['clinicId', 'gtin', 'lot', 'unit']).doNothing())
    .returning('unit')
    .execute()
  return written.map(({ unit }) => unit)
}

/** Pieces of these numbers that a treatment opened before they were received: they are not on any shelf. */
export async function findOpened(
  tx: ClinicTransaction,
  clinicId: string,
  gtin: string,
  lot: string,
  units: readonly string[],
) {
  const rows = await tx
    .selectFrom('clinic.cartridges')
    .select('unit')
    .where('clinicId', '=', clinicId)
    .where('gtin', 'in', [gtin, ''])
    .where('lot', '=', lot)
    .where('unit', 'in', [...units])
    .execute()
  return rows.map(({ unit }) => unit)
}
