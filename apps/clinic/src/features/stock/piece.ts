/** What tells one piece from every other: its maker's product number, its lot, and its serial or the number on our label. */
export type Piece = {
  /** 14 digits; '' where nobody said it. */
  gtin: string
  lot: string
  unit: string
}

/** Written by hand or read by a scanner, a lot is the same lot: no outer spaces, capitals. */
export function asKept(text: string): string {
  return text.trim().toUpperCase()
}

export const itemKinds = ['cartridge', 'roller', 'topical', 'prpKit'] as const
export type ItemKind = (typeof itemKinds)[number]

/** Kinds with needles: these leave the shelf through a treatment only. */
export function hasNeedles(kind: ItemKind): boolean {
  return kind === 'cartridge' || kind === 'roller'
}

/** 'P000123', as it stands on our own label. */
export function labelText(number: number): string {
  return `P${String(number).padStart(6, '0')}`
}

/** Whether a text is the number of one of our own labels; it says which piece it is by itself. */
export function isLabelText(text: string): boolean {
  return /^P\d{6,}$/.test(asKept(text))
}
