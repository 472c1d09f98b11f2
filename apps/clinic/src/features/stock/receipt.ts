import { isGtin } from '@pointille/protocol'
import { isUuid } from '#platform/http/uuid.ts'
import { isLocalDate } from '#platform/languages/dates.ts'
import { asKept, type ItemKind, isLabelText, itemKinds } from './piece.ts'

export const mostPieces = 500

/** What came in, as a form or a scanner says it. */
export type ReceiptDraft = {
  /** Given by the page, so that sending twice is receiving once. */
  receiptId: string
  /** The product: one that is known, or a new one. */
  itemId: string
  name: string
  kind: string
  gtin: string
  hibc: string
  lowBelow: string
  lot: string
  lotAgain: string
  expiresOn: string
  /** One maker's serial a line; empty = our own labels. */
  serials: string
  count: string
}

export type Receipt = {
  receiptId: string
  item: { itemId: string } | { name: string; kind: ItemKind; gtin: string; hibc: string; lowBelow: number }
  lot: string
  expiresOn: string
  pieces: { serials: string[] } | { count: number }
}

export type ReceiptField =
  | 'itemId'
  | 'name'
  | 'kind'
  | 'gtin'
  | 'hibc'
  | 'lowBelow'
  | 'lot'
  | 'lotAgain'
  | 'expiresOn'
  | 'serials'
  | 'count'
export type InvalidReceipt = { refusal: 'InvalidReceipt'; fields: ReceiptField[] }

/** A lot or a serial as GS1 lets it stand in a code, in capitals. */
const label = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_]{1,20}$/

/** Checks what came in. Every field that is wrong is named at once. */
export function checkReceipt(draft: ReceiptDraft): { receipt: Receipt } | InvalidReceipt {
  const fields: ReceiptField[] = []
  const need = (holds: boolean, field: ReceiptField) => {
    if (!holds) fields.push(field)
  }
  const isNew = draft.itemId === ''
  const kind = itemKinds.find((known) => known === draft.kind)
  const name = draft.name.trim()
  const gtin = draft.gtin.replace(/\s/g, '')
  const hibc = asKept(draft.hibc).replace(/^\+/, '')
  const lowBelow = draft.lowBelow.trim() === '' ? 0 : Number(draft.lowBelow)
  if (isNew) {
    need(name.length >= 1 && name.length <= 120, 'name')
    need(kind !== undefined, 'kind')
    need(gtin === '' || isGtin(gtin), 'gtin')
    need(hibc === '' || /^[A-Z][0-9A-Z]{4,21}[0-9]$/.test(hibc), 'hibc')
    need(Number.isInteger(lowBelow) && lowBelow >= 0 && lowBelow <= 10_000, 'lowBelow')
  } else need(isUuid(draft.itemId), 'itemId')
  need(isUuid(draft.receiptId), 'itemId')
  const lot = asKept(draft.lot)
  need(label.test(lot), 'lot')
  need(asKept(draft.lotAgain) === lot, 'lotAgain')
  need(isLocalDate(draft.expiresOn), 'expiresOn')
  const serials = draft.serials
    .split(/\r?\n/)
    .map(asKept)
    .filter((serial) => serial !== '')
  const count = Number(draft.count)
  if (serials.length > 0) {
    const each = serials.every((serial) => label.test(serial) && !isLabelText(serial))
    need(each && new Set(serials).size === serials.length && serials.length <= mostPieces, 'serials')
  } else need(Number.isInteger(count) && count >= 1 && count <= mostPieces, 'count')
  if (fields.length > 0) return { refusal: 'InvalidReceipt', fields }
  return {
    receipt: {
      receiptId: draft.receiptId,
      item: isNew ? { name, kind: kind!, gtin, hibc, lowBelow } : { itemId: draft.itemId },
      lot,
      expiresOn: draft.expiresOn,
      pieces: serials.length > 0 ? { serials } : { count },
    },
  }
}
