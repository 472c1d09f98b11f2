import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { instant } from '#platform/database/instant.server.ts'
import type { RecallSource } from './cartridge-answer.ts'
import { type ItemKind, isLabelText, type Piece } from './piece.ts'

/** The pieces in stock that a code or a person can have meant; none when it was never received. */
export async function findPieces(tx: ClinicTransaction, clinicId: string, { gtin, lot, unit }: Piece) {
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
    .select(['u.gtin', 'u.lot', 'u.unit', 'l.expiresOn', 'i.kind', 'i.name', 'e.kind as exit', 'e.leftAt'])
    .where('u.clinicId', '=', clinicId)
    .where('u.unit', '=', unit)
    .$if(gtin !== '', (query) => query.where('u.gtin', '=', gtin))
    .$if(lot !== '' || !isLabelText(unit), (query) => query.where('u.lot', '=', lot))
    .$if(lot === '', (query) => query.where('u.labelNumber', 'is not', null))
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as ItemKind }))
}

/** When, where and in which treatment a cartridge was opened; one that was once written without its GTIN is the same. */
export async function findOpening(tx: ClinicTransaction, clinicId: string, { gtin, lot, unit }: Piece) {
  return tx
    .selectFrom('clinic.cartridges as c')
    .innerJoin('clinic.treatments as t', (join) =>
      join.onRef('t.clinicId', '=', 'c.clinicId').onRef('t.treatmentId', '=', 'c.treatmentId'),
    )
    .leftJoin('clinic.occupancies as o', (join) =>
      join
        .onRef('o.clinicId', '=', 't.clinicId')
        .onRef('o.appointmentId', '=', 't.appointmentId')
        .on('o.phaseKind', '=', 'needling'),
    )
    .leftJoin('clinic.resources as r', (join) =>
      join.onRef('r.clinicId', '=', 'o.clinicId').onRef('r.resourceId', '=', 'o.resourceId').on('r.kind', '=', 'room'),
    )
    .select(['c.treatmentId', 'c.openedAt', 'r.name as room'])
    .where('c.clinicId', '=', clinicId)
    .where('c.lot', '=', lot)
    .where('c.unit', '=', unit)
    .$if(gtin !== '', (query) => query.where('c.gtin', 'in', [gtin, '']))
    .orderBy('r.name', (order) => order.asc().nullsLast())
    .limit(1)
    .executeTakeFirst()
}

/** The recall that forbids a lot at an instant (epoch ms). */
export async function findRecall(
  tx: ClinicTransaction,
  clinicId: string,
  { gtin, lot }: Omit<Piece, 'unit'>,
  at: number,
) {
  const row = await tx
    .selectFrom('clinic.lotRecalls')
    .select(['recallId', 'recalledAt', 'source', 'reason'])
    .where('clinicId', '=', clinicId)
    .where('lot', '=', lot)
    .$if(gtin !== '', (query) => query.where('gtin', 'in', [gtin, '']))
    .where('recalledAt', '<=', instant(at))
    .where((or) => or.or([or('liftedAt', 'is', null), or('liftedAt', '>', instant(at))]))
    .orderBy('recalledAt')
    .limit(1)
    .executeTakeFirst()
  return row && { ...row, source: row.source as RecallSource }
}

/** How many pieces of a lot have not left the shelf. */
export async function countOnShelf(tx: ClinicTransaction, clinicId: string, { gtin, lot }: Omit<Piece, 'unit'>) {
  const { count } = await tx
    .selectFrom('clinic.stockUnits as u')
    .select((of) => of.fn.countAll<string>().as('count'))
    .where('u.clinicId', '=', clinicId)
    .where('u.lot', '=', lot)
    .$if(gtin !== '', (query) => query.where('u.gtin', '=', gtin))
    .where((of) =>
      of.not(
        of.exists(
          of
            .selectFrom('clinic.stockExits as e')
            .select('e.unit')
            .whereRef('e.clinicId', '=', 'u.clinicId')
            .whereRef('e.gtin', '=', 'u.gtin')
            .whereRef('e.lot', '=', 'u.lot')
            .whereRef('e.unit', '=', 'u.unit'),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return Number(count)
}
