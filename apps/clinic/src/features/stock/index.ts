export type { ItemBalance, LotBalance, LotState } from './balance.ts'
export type { AskedCartridge, CartridgeAnswer, RecallSource } from './cartridge-answer.ts'
export { asKept, type ItemKind, isLabelText, itemKinds, type Piece } from './piece.ts'
export type { ReceiptDraft, ReceiptField } from './receipt.ts'
