import type { ClinicTransaction } from '#platform/database/database.server.ts'

export type CartridgeRow = {
  gtin: string
  lot: string
  unit: string
  expiresOn: string
  treatmentId: string
  openedAt: number
}

/**
 * Opens a cartridge for one treatment: one cartridge, one patient, ever. A piece that is in stock leaves the shelf with it.
 * @returns false when another treatment opened it in this very moment
 */
export async function insertCartridge(tx: ClinicTransaction, clinicId: string, row: CartridgeRow): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('clinic.cartridges')
    .values({ clinicId, ...row, openedAt: new Date(row.openedAt) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
