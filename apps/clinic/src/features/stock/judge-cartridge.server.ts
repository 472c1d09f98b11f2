import type { ClinicTransaction } from '#platform/database/database.server.ts'
import type { AskedCartridge, CartridgeAnswer } from './cartridge-answer.ts'
import { countOnShelf, findOpening, findPieces, findRecall } from './cartridge-facts.queries.server.ts'
import { lockLot } from './lock-lot.queries.server.ts'
import { asKept, hasNeedles } from './piece.ts'

const dayMs = 86_400_000

/**
 * What the house knows of a cartridge that is about to be opened. The lot is locked first, so that an answer given in the
 * transaction that opens it still holds when it is opened.
 * @param at the instant of opening, epoch ms; its day is that of UTC, as for the treatment's own rules
 */
export async function judgeCartridge(
  tx: ClinicTransaction,
  clinicId: string,
  asked: AskedCartridge,
  { treatmentId, at }: { treatmentId: string; at: number },
): Promise<CartridgeAnswer> {
  const said = { gtin: asked.gtin, lot: asKept(asked.lot), unit: asKept(asked.unit) }
  if (said.lot !== '') await lockLot(tx, clinicId, said.lot)
  const pieces = await findPieces(tx, clinicId, said)
  if (pieces.length > 1) return { answer: 'severalProducts', ...said }
  const known = pieces[0]
  const piece = known ? { gtin: known.gtin, lot: known.lot, unit: known.unit } : said
  if (piece.lot === '') return { answer: 'notInStock', ...piece }
  if (said.lot === '') await lockLot(tx, clinicId, piece.lot)

  const opening = await findOpening(tx, clinicId, piece)
  if (opening) {
    const { openedAt, room } = opening
    return {
      answer: 'used',
      ...piece,
      openedAt,
      room: room ?? undefined,
      sameTreatment: opening.treatmentId === treatmentId,
    }
  }
  const recall = await findRecall(tx, clinicId, piece, at)
  if (recall) {
    const onShelf = await countOnShelf(tx, clinicId, piece)
    // The one in hand is not one of the others.
    const others = known && known.exit === null ? onShelf - 1 : onShelf
    return { answer: 'recalled', ...piece, recalledAt: recall.recalledAt, source: recall.source, onShelf: others }
  }
  if (known?.exit === 'discarded') return { answer: 'discarded', ...piece, leftAt: known.leftAt! }
  if (known && !hasNeedles(known.kind)) return { answer: 'notNeedles', ...piece, name: known.name }
  const expiresOn = known?.expiresOn ?? asked.expiresOn
  if (expiresOn !== undefined) {
    const daysAgo = Math.floor(at / dayMs) - Date.parse(`${expiresOn}T00:00:00Z`) / dayMs
    if (daysAgo > 0) return { answer: 'expired', ...piece, expiresOn, daysAgo }
  }
  if (!known || expiresOn === undefined) return { answer: 'notInStock', ...piece }
  return { answer: 'accepted', ...piece, expiresOn }
}
