/** What a cell that should hold a number says: one number, or the range that it allows. */
export interface Reading {
  readonly low: number
  readonly high: number
  /** `60 total`: all arms of the study together. */
  readonly isTotal: boolean
}

const NUMBER = String.raw`[-+]?(?:\d+(?:\.\d+)?|\.\d+)`
const RANGE = new RegExp(`^(${NUMBER})\\s*(?:-|to|\\.\\.)\\s*(${NUMBER})\\b`)
const WITH_UP_TO = new RegExp(`^(?:(${NUMBER})\\s*\\(?\\s*)?(?:up to|max(?:imum)?|at most|<=?)\\s*(${NUMBER})`)
const LEADING = new RegExp(`^(?:about|approx(?:imately)?\\.?|ca\\.?|mean|median|at least|>=?|=)?\\s*(${NUMBER})`)

/**
 * Reads a number as people print it: `30`, `45 %`, `3,5`, `1-3`, `1 (up to 4)`, `up to 2.5`, `60 total`, `8.8 +/- 0.4`.
 * undefined when nothing was printed, or no number: an unread cell is unknown, never zero.
 */
export function readNumber(text: string | undefined): Reading | undefined {
  const plain = (text ?? '')
    .trim()
    .toLowerCase()
    .replace(/[–—−‑]/g, '-')
    .replace(/[~≈]/g, '')
    .replace(/≤/g, '<=')
    .replace(/≥/g, '>=')
    .replace(/(\d),(?=\d{1,2}(?!\d))/g, '$1.')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .replace(/(\d)\s*%/g, '$1')
    .trim()
  if (plain === '') return
  const value = Number(plain)
  if (Number.isFinite(value)) return { low: value, high: value, isTotal: false }
  const isTotal = /\b(total|overall|all arms|both arms)\b/.test(plain)
  const range = RANGE.exec(plain)
  if (range) return ordered(Number(range[1]), Number(range[2]), isTotal)
  const upTo = WITH_UP_TO.exec(plain)
  if (upTo) return ordered(Number(upTo[1] ?? 0), Number(upTo[2]), isTotal)
  const leading = LEADING.exec(plain)
  return leading ? { low: Number(leading[1]), high: Number(leading[1]), isTotal } : undefined
}

function ordered(one: number, other: number, isTotal: boolean): Reading {
  return { low: Math.min(one, other), high: Math.max(one, other), isTotal }
}

/** The middle of what was printed. */
export function middleOf({ low, high }: Reading): number {
  return (low + high) / 2
}

/** The whole numbers from low to high, at least `least`: `1-3` is 1, 2, 3; `up to 4` is 1 to 4. */
export function countsOf({ low, high }: Reading, least = 1): number[] {
  const first = Math.max(least, Math.ceil(low))
  const last = Math.max(first, Math.floor(high))
  return Array.from({ length: Math.min(last - first + 1, 60) }, (_, step) => first + step)
}
