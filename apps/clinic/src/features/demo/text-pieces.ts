/** A stretch of a letter's text: plain words, or an address to follow. */
export type TextPiece = { text: string; href?: string }

/** Cuts a letter's text at its addresses, so that they can be followed. */
export function textPieces(text: string): TextPiece[] {
  return text
    .split(/(https?:\/\/\S+)/)
    .filter((piece) => piece !== '')
    .map((piece) => (/^https?:\/\//.test(piece) ? { text: piece, href: piece } : { text: piece }))
}
