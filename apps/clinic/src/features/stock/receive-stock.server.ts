import { randomUUID } from 'node:crypto'
import { type Caller, may } from '#features/access/index.server.ts'
import type { NotAllowed } from '#features/records/index.server.ts'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { localTime } from '#platform/languages/dates.ts'
import { findRecall } from './cartridge-facts.queries.server.ts'
import { lockLot } from './lock-lot.queries.server.ts'
import { ownGtin } from './own-gtin.ts'
import { labelText } from './piece.ts'
import { checkReceipt, type InvalidReceipt, type Receipt, type ReceiptDraft } from './receipt.ts'
import {
  countOwnGtins,
  findItem,
  findItemByCode,
  findLot,
  findOpened,
  hasReceipt,
  insertItem,
  insertLot,
  insertReceipt,
  insertUnits,
  lockItems,
  nextLabelNumber,
  type UnitRow,
} from './receipts.queries.server.ts'

export type ReceiptRefusal =
  | NotAllowed
  | InvalidReceipt
  | { refusal: 'NoSuchItem' }
  /** Another product has this GTIN or HIBC number. */
  | { refusal: 'ItemKnown'; name: string }
  /** This lot was received with another date. */
  | { refusal: 'ExpiryDiffers'; knownExpiresOn: string }
  | { refusal: 'LotExpired'; expiresOn: string }
  | { refusal: 'LotRecalled'; recalledAt: number }
  /** Pieces of these numbers were received, or opened, before. */
  | { refusal: 'PiecesKnown'; units: string[] }

type Received = { receiptId: string; count: number; labelled: boolean }

/** A refusal on the way: thrown so that nothing of the receipt stays, and caught at the use case's own end. */
class Refused extends Error {
  readonly answer: ReceiptRefusal
  constructor(answer: ReceiptRefusal) {
    super(answer.refusal)
    this.answer = answer
  }
}

/**
 * Puts pieces on the shelf: each with its maker's serial, or with the next numbers of our own labels. Sending the same
 * receipt again changes nothing.
 */
export async function receiveStock(caller: Caller, draft: ReceiptDraft): Promise<Received | ReceiptRefusal> {
  const { house, clinic, actor } = caller
  if (actor.kind !== 'member' || !may(actor, 'keepStock')) return { refusal: 'NotAllowed', action: 'keepStock' }
  const checked = checkReceipt(draft)
  if ('refusal' in checked) return checked
  try {
    const received = await inClinic(house.db, clinic.clinicId, (tx) =>
      receive(tx, caller, actor.memberId, checked.receipt),
    )
    house.changed(clinic.clinicId)
    return received
  } catch (error) {
    if (error instanceof Refused) return error.answer
    throw error
  }
}

async function receive(tx: ClinicTransaction, caller: Caller, receivedBy: string, receipt: Receipt): Promise<Received> {
  const { clinic, nowAt } = caller
  const { clinicId } = clinic
  const { receiptId, lot, expiresOn } = receipt
  const labelled = 'count' in receipt.pieces
  const count = 'count' in receipt.pieces ? receipt.pieces.count : receipt.pieces.serials.length
  await lockLot(tx, clinicId, lot)
  if (await hasReceipt(tx, clinicId, receiptId)) return { receiptId, count, labelled }
  const { itemId, gtin } = await settleItem(tx, clinicId, receipt, nowAt)
  if (expiresOn < localTime(nowAt, clinic.timeZone).on) throw new Refused({ refusal: 'LotExpired', expiresOn })
  const recall = await findRecall(tx, clinicId, { gtin, lot }, nowAt)
  if (recall) throw new Refused({ refusal: 'LotRecalled', recalledAt: recall.recalledAt })
  const known = await findLot(tx, clinicId, gtin, lot)
  if (!known) await insertLot(tx, clinicId, { itemId, gtin, lot, expiresOn })
  else if (known.expiresOn !== expiresOn)
    throw new Refused({ refusal: 'ExpiryDiffers', knownExpiresOn: known.expiresOn })
  await insertReceipt(tx, clinicId, { receiptId, gtin, lot, receivedAt: nowAt, receivedBy })

  const rows = await numberPieces(tx, receipt, gtin)
  const units = rows.map(({ unit }) => unit)
  const opened = await findOpened(tx, clinicId, gtin, lot, units)
  const written = await insertUnits(tx, clinicId, rows)
  const refused = units.filter((unit) => opened.includes(unit) || !written.includes(unit))
  if (refused.length > 0) throw new Refused({ refusal: 'PiecesKnown', units: refused })
  return { receiptId, count, labelled }
}

async function settleItem(
  tx: ClinicTransaction,
  clinicId: string,
  { item }: Receipt,
  nowAt: number,
): Promise<{ itemId: string; gtin: string }> {
  if ('itemId' in item) {
    const known = await findItem(tx, clinicId, item.itemId)
    if (!known) throw new Refused({ refusal: 'NoSuchItem' })
    return known
  }
  await lockItems(tx, clinicId)
  const { kind, name, hibc, lowBelow } = item
  const known = await findItemByCode(tx, clinicId, { gtin: item.gtin, hibc })
  if (known) throw new Refused({ refusal: 'ItemKnown', name: known.name })
  const isOwn = item.gtin === ''
  const gtin = isOwn ? ownGtin((await countOwnGtins(tx, clinicId)) + 1) : item.gtin
  const itemId = randomUUID()
  await insertItem(
    tx,
    clinicId,
    { itemId, kind, name, gtin, ownGtin: isOwn, hibc: hibc === '' ? null : hibc, lowBelow },
    nowAt,
  )
  return { itemId, gtin }
}

async function numberPieces(
  tx: ClinicTransaction,
  { receiptId, lot, pieces }: Receipt,
  gtin: string,
): Promise<UnitRow[]> {
  if ('serials' in pieces) return pieces.serials.map((unit) => ({ gtin, lot, unit, receiptId, labelNumber: null }))
  const first = await nextLabelNumber(tx)
  return Array.from({ length: pieces.count }, (_, at) => {
    const labelNumber = first + at
    return { gtin, lot, unit: labelText(labelNumber), receiptId, labelNumber }
  })
}
