import type { ClinicTransaction } from '#platform/database/database.server.ts'
import type { ItemKind } from './piece.ts'

export type ExitKind = 'opened' | 'discarded'

/** What of a lot has not left the shelf, in the order of the numbers. */
export async function listPiecesOnShelf(tx: ClinicTransaction, clinicId: string, gtin: string, lot: string) {
  const rows = await tx
    .selectFrom('clinic.stockUnits as u')
    .innerJoin('clinic.stockLots as l', (join) =>
      join.onRef('l.clinicId', '=', 'u.clinicId').onRef('l.gtin', '=', 'u.gtin').onRef('l.lot', '=', 'u.lot'),
    )
    .innerJoin('clinic.stockItems as i', (join) =>
      join.onRef('i.clinicId', '=', 'l.clinicId').onRef('i.itemId', '=', 'l.itemId'),
    )
    .leftJoin('clinic.stockExits as e', (join) =>
      join
        .onRef('e.clinicId', '=', 'u.clinicId')
        .onRef('e.gtin', '=', 'u.gtin')
        .onRef('e.lot', '=', 'u.lot')
        .onRef('e.unit', '=', 'u.unit'),
    )
    .select(['u.unit', 'i.kind', 'l.expiresOn'])
    .where('u.clinicId', '=', clinicId)
    .where('u.gtin', '=', gtin)
    .where('u.lot', '=', lot)
    .where('e.unit', 'is', null)
    .orderBy('u.unit')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as ItemKind }))
}

export async function insertExits(
  tx: ClinicTransaction,
  clinicId: string,
  pieces: readonly { gtin: string; lot: string; unit: string; kind: ExitKind; reason: string }[],
  { at, by }: { at: number; by: string },
): Promise<void> {
  await tx
    .insertInto('clinic.stockExits')
    .values(pieces.map((piece) => ({ clinicId, ...piece, leftAt: new Date(at), leftBy: by })))
    .execute()
}
