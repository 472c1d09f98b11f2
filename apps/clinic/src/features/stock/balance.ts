import type { RecallSource } from './cartridge-answer.ts'
import type { ItemKind } from './piece.ts'

/** A lot as the stock shows it. `received − opened − discarded = onShelf`, always. */
export type LotBalance = {
  gtin: string
  lot: string
  expiresOn: string
  received: number
  opened: number
  discarded: number
  onShelf: number
  recall: { recallId: string; recalledAt: number; source: RecallSource; reason: string } | undefined
  state: LotState
  /** Whether pieces of it carry our own labels. */
  labelled: boolean
}

export type ItemBalance = {
  itemId: string
  kind: ItemKind
  name: string
  gtin: string
  ownGtin: boolean
  hibc: string | undefined
  lowBelow: number
  /** Pieces that may be used: neither recalled nor expired. */
  usable: number
  isLow: boolean
  lots: LotBalance[]
}

/** `recalled` and `expired` while pieces are still on the shelf or not; `soon` = expires within 30 days. */
export type LotState = 'usable' | 'soon' | 'expired' | 'recalled' | 'used-up'

export const soonDays = 30

/** What to say of a lot on a day: a recall is louder than an expiry, and an empty shelf is quiet unless it is recalled. */
export function lotState(
  lot: { onShelf: number; expiresOn: string; isRecalled: boolean },
  { todayOn, soonOn }: { todayOn: string; soonOn: string },
): LotState {
  if (lot.isRecalled) return 'recalled'
  if (lot.onShelf === 0) return 'used-up'
  if (lot.expiresOn < todayOn) return 'expired'
  return lot.expiresOn <= soonOn ? 'soon' : 'usable'
}
