import type { ClinicTransaction } from '#platform/database/database.server.ts'

export type Cartridge = { gtin: string; lot: string; unit: string }

/** Written by hand or read by a scanner, a lot is the same lot: no outer spaces, capitals. */
function asKept({ gtin, lot, unit }: Cartridge): Cartridge {
  return { gtin, lot: lot.trim().toUpperCase(), unit: unit.trim().toUpperCase() }
}

/**
 * Opens a cartridge for one treatment: one cartridge, one patient, ever. One that was once written without its GTIN is
 * still the same cartridge.
 * @returns undefined when it was new, else when and in which treatment it was opened (epoch ms)
 */
export async function openCartridge(
  tx: ClinicTransaction,
  clinicId: string,
  treatmentId: string,
  opened: Cartridge,
  at: number,
): Promise<{ treatmentId: string; openedAt: number } | undefined> {
  const cartridge = asKept(opened)
  const find = () =>
    tx
      .selectFrom('clinic.cartridges')
      .select(['treatmentId', 'openedAt'])
      .where('clinicId', '=', clinicId)
      .where('lot', '=', cartridge.lot)
      .where('unit', '=', cartridge.unit)
      .$if(cartridge.gtin !== '', (query) => query.where('gtin', 'in', [cartridge.gtin, '']))
      .executeTakeFirst()
  const known = await find()
  if (known) return known
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('clinic.cartridges')
    .values({ clinicId, ...cartridge, treatmentId, openedAt: new Date(at) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  // Nothing inserted: another treatment opened it in this very moment.
  return numInsertedOrUpdatedRows === 1n ? undefined : find()
}
