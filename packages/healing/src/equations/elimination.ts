import type { Ledger } from './ledger.ts'

/** A square matrix of ledger entries; undefined where it is 0. */
export type EntryMatrix = readonly (readonly (number | undefined)[])[]

/**
 * How to factor a sparse matrix without pivoting on values: the order is chosen beforehand so that few zeros are filled
 * (Markowitz: the pivot whose row and column have the fewest others).
 */
export interface Factored {
  /** The factors as ledger entries, in the order in which `solve` reads them. */
  readonly kept: readonly number[]
  readonly steps: readonly PivotStep[]
  /** Reciprocals of the pivots; one that is not finite tells a singular matrix. */
  readonly reciprocals: readonly number[]
}

/** One pivot: its row, and where (in `kept`) its multipliers, its row of U and its reciprocal are. */
export interface PivotStep {
  readonly pivot: number
  readonly lower: readonly { readonly row: number; readonly kept: number }[]
  readonly upper: readonly { readonly column: number; readonly kept: number }[]
  readonly reciprocal: number
}

/** Factors a matrix within the ledger. Every diagonal element must be there. */
export function eliminate(ledger: Ledger, matrix: EntryMatrix): Factored {
  const rows = matrix.map(
    (row) => new Map(row.flatMap((entry, column) => (entry === undefined ? [] : [[column, entry]]))),
  )
  const kept: number[] = []
  const keep = (entry: number) => kept.push(entry) - 1
  const left = new Set(rows.keys())
  const steps: PivotStep[] = []
  const reciprocals: number[] = []

  while (left.size > 0) {
    const pivot = cheapest(rows, left)
    left.delete(pivot)
    const own = rows[pivot]!
    const reciprocal = ledger.apply('/', ledger.number(1), own.get(pivot)!)
    const upper = [...own].filter(([column]) => left.has(column)).sort(([a], [b]) => a - b)
    const lower: { row: number; kept: number }[] = []
    for (const row of left) {
      const below = rows[row]!
      const entry = below.get(pivot)
      if (entry === undefined) continue
      const multiplier = ledger.apply('*', entry, reciprocal)
      lower.push({ row, kept: keep(multiplier) })
      for (const [column, above] of upper) {
        const product = ledger.apply('*', multiplier, above)
        const before = below.get(column)
        below.set(column, before === undefined ? ledger.apply('negative', product) : ledger.apply('-', before, product))
      }
    }
    reciprocals.push(reciprocal)
    steps.push({
      pivot,
      lower,
      upper: upper.map(([column, entry]) => ({ column, kept: keep(entry) })),
      reciprocal: keep(reciprocal),
    })
  }
  return { kept, steps, reciprocals }
}

/** Solves with kept factors: the entries of the solution, given those of the factors and of the right side. */
export function substitute(
  ledger: Ledger,
  { steps }: Factored,
  factors: readonly number[],
  right: readonly number[],
): number[] {
  const x = [...right]
  for (const { pivot, lower } of steps)
    for (const { row, kept } of lower) x[row] = ledger.apply('-', x[row]!, ledger.apply('*', factors[kept]!, x[pivot]!))
  for (const { pivot, upper, reciprocal } of steps.toReversed()) {
    for (const { column, kept } of upper)
      x[pivot] = ledger.apply('-', x[pivot]!, ledger.apply('*', factors[kept]!, x[column]!))
    x[pivot] = ledger.apply('*', x[pivot]!, factors[reciprocal]!)
  }
  return x
}

function cheapest(rows: readonly ReadonlyMap<number, number>[], left: ReadonlySet<number>): number {
  let best = -1
  let bestCost = Number.POSITIVE_INFINITY
  for (const pivot of left) {
    const inRow = [...rows[pivot]!.keys()].filter((column) => left.has(column)).length
    const inColumn = [...left].filter((row) => rows[row]!.has(pivot)).length
    const cost = (inRow - 1) * (inColumn - 1)
    if (cost < bestCost) {
      best = pivot
      bestCost = cost
    }
  }
  return best
}
