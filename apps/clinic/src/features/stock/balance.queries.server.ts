import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { instant } from '#platform/database/instant.server.ts'
import type { RecallSource } from './cartridge-answer.ts'
import type { ItemKind } from './piece.ts'

export async function listItems(tx: ClinicTransaction, clinicId: string) {
  const rows = await tx
    .selectFrom('clinic.stockItems')
    .select(['itemId', 'kind', 'name', 'gtin', 'ownGtin', 'hibc', 'lowBelow'])
    .where('clinicId', '=', clinicId)
    .orderBy('kind')
    .orderBy('name')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as ItemKind, hibc: row.hibc ?? undefined }))
}

/** Every lot with its counts. What is on the shelf is counted for itself, not worked out from the others. */
export async function listLots(tx: ClinicTransaction, clinicId: string) {
  const rows = await tx
    .selectFrom('clinic.stockLots as l')
    .innerJoin('clinic.stockUnits as u', (join) =>
      join.onRef('u.clinicId', '=', 'l.clinicId').onRef('u.gtin', '=', 'l.gtin').onRef('u.lot', '=', 'l.lot'),
    )
    .leftJoin('clinic.stockExits as e', (join) =>
      join
        .onRef('e.clinicId', '=', 'u.clinicId')
        .onRef('e.gtin', '=', 'u.gtin')
        .onRef('e.lot', '=', 'u.lot')
        .onRef('e.unit', '=', 'u.unit'),
    )
    .select((of) => [
      'l.itemId',
      'l.gtin',
      'l.lot',
      'l.expiresOn',
      of.fn.count<number>('u.unit').as('received'),
      of.fn.count<number>('e.unit').filterWhere('e.kind', '=', 'opened').as('opened'),
      of.fn.count<number>('e.unit').filterWhere('e.kind', '=', 'discarded').as('discarded'),
      of.fn.count<number>('u.unit').filterWhere('e.unit', 'is', null).as('onShelf'),
      of.fn.count<number>('u.labelNumber').as('labels'),
    ])
    .where('l.clinicId', '=', clinicId)
    .groupBy(['l.itemId', 'l.gtin', 'l.lot', 'l.expiresOn'])
    .orderBy('l.expiresOn')
    .orderBy('l.lot')
    .execute()
  return rows.map(({ received, opened, discarded, onShelf, labels, ...lot }) => ({
    ...lot,
    received: Number(received),
    opened: Number(opened),
    discarded: Number(discarded),
    onShelf: Number(onShelf),
    labelled: Number(labels) > 0,
  }))
}

/** The recalls in force at an instant (epoch ms), oldest first. */
export async function listRecalls(tx: ClinicTransaction, clinicId: string, at: number) {
  const rows = await tx
    .selectFrom('clinic.lotRecalls')
    .select(['recallId', 'gtin', 'lot', 'source', 'reason', 'recalledAt'])
    .where('clinicId', '=', clinicId)
    .where('recalledAt', '<=', instant(at))
    .where((of) => of.or([of('liftedAt', 'is', null), of('liftedAt', '>', instant(at))]))
    .orderBy('recalledAt')
    .execute()
  return rows.map((row) => ({ ...row, source: row.source as RecallSource }))
}

/** Openings since an instant (epoch ms) of pieces that were never received. */
export async function countNotFromStock(tx: ClinicTransaction, clinicId: string, since: number): Promise<number> {
  const { count } = await tx
    .selectFrom('clinic.cartridges')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where('clinicId', '=', clinicId)
    .where('fromStock', '=', false)
    .where('openedAt', '>=', instant(since))
    .executeTakeFirstOrThrow()
  return Number(count)
}
