/** One label: the tube's number, which print it is, and whether it is that of the tube or of its syringe. */
export interface PrpLabel {
  year: number
  number: number
  /** 1 = the first print (A), 2 = its reprint (B)… */
  print: number
  of: 'tube' | 'syringe'
}

/** Z is the last letter: nobody prints a label 27 times. */
export const mostPrints = 26

const SHAPE = /^PT-(\d{4})-(\d{5,7})-([A-Z])(-S)?$/

/** 'PT-2026-00419-A'; its syringe 'PT-2026-00419-A-S'. */
export function printPrpLabel({ year, number, print, of }: PrpLabel): string {
  const letter = String.fromCharCode(64 + print)
  return `PT-${year}-${String(number).padStart(5, '0')}-${letter}${of === 'syringe' ? '-S' : ''}`
}

/** Reads what a scanner or a hand typed: case and blanks around do not matter. Undefined for anything that is no label of ours. */
export function parsePrpLabel(text: string): PrpLabel | undefined {
  const found = SHAPE.exec(text.trim().toUpperCase())
  if (!found) return undefined
  const [, year, number, letter, syringe] = found
  return {
    year: Number(year),
    number: Number(number),
    print: letter!.charCodeAt(0) - 64,
    of: syringe === undefined ? 'tube' : 'syringe',
  }
}
