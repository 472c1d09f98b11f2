import type { Expression } from './expression.ts'

/**
 * One calculation with its operands, by their number in the ledger. `fixed` tells that it rests on nothing that changes
 * between two events, so that it can be made once and kept.
 */
export interface Entry {
  readonly what: string
  readonly operands: readonly number[]
  readonly fixed: boolean
  /** Of an input: how a program reads it. */
  readonly text?: string
  /** Of a number. */
  readonly value?: number
  /** A name from the model for what it is, where it has one. */
  hint?: string
}

/** Calculations in an order in which they can be made, each written down once however often it is asked for. */
export interface Ledger {
  readonly entries: readonly Entry[]
  input(text: string, fixed: boolean, hint?: string): number
  /** Writes down an expression; `scope` gives the entries of its names. */
  add(expression: Expression, scope: (name: string) => number): number
  apply(what: string, ...operands: readonly number[]): number
  number(value: number): number
}

const COMMUTES = new Set(['+', '*', 'min', 'max'])

/** An empty ledger. */
export function makeLedger(): Ledger {
  const entries: Entry[] = []
  const known = new Map<string, number>()

  const write = (key: string, entry: Entry): number => {
    const found = known.get(key)
    if (found !== undefined) return found
    known.set(key, entries.length)
    return entries.push(entry) - 1
  }
  const number = (value: number) => write(`${value}`, { what: 'number', operands: [], fixed: true, value })
  const isFixed = (at: number) => entries[at]!.fixed
  const valueFor = (at: number) => entries[at]!.value

  const apply = (what: string, ...operands: readonly number[]): number => {
    const [left = 0, right = 0] = operands
    if (what === '^') {
      const exponent = valueFor(right)
      const made = exponent === undefined ? undefined : fewerFactors(left, exponent)
      if (made !== undefined) return made
    }
    // Dividing takes four times as long as multiplying: a divisor that stays is turned once.
    if (what === '/' && isFixed(right) && !isFixed(left)) return apply('*', left, apply('/', number(1), right))
    if (what === '*') {
      const [fixedOne, other] = isFixed(left) ? [left, right] : [right, left]
      const inner = entries[other]!
      if (isFixed(fixedOne) && inner.what === '*' && !inner.fixed) {
        const [first = 0, second = 0] = inner.operands
        if (isFixed(first)) return apply('*', apply('*', fixedOne, first), second)
      }
      if (isFixed(right) && !isFixed(left)) return apply('*', right, left)
      if (valueFor(left) === 1) return right
    }
    const sorted =
      COMMUTES.has(what) && isFixed(left) === isFixed(right) ? operands.toSorted((a, b) => a - b) : operands
    return write(`${what} ${sorted.join(' ')}`, { what, operands: sorted, fixed: sorted.every(isFixed) })
  }

  /** Small whole and half powers as products and roots. */
  const fewerFactors = (base: number, exponent: number): number | undefined => {
    if (exponent < 0 || exponent > 16 || !Number.isInteger(2 * exponent)) return undefined
    if (exponent === 0.5) return apply('sqrt', base)
    if (!Number.isInteger(exponent)) return apply('*', fewerFactors(base, exponent - 0.5)!, apply('sqrt', base))
    if (exponent === 0) return number(1)
    if (exponent === 1) return base
    const half = fewerFactors(base, Math.floor(exponent / 2))!
    const square = apply('*', half, half)
    return exponent % 2 === 0 ? square : apply('*', square, base)
  }

  const add = (expression: Expression, scope: (name: string) => number): number => {
    if (expression.kind === 'number') return number(expression.value)
    if (expression.kind === 'name') return scope(expression.name)
    if (expression.kind === 'negation') return apply('negative', add(expression.of, scope))
    if (expression.kind === 'operation')
      return apply(expression.operator, add(expression.left, scope), add(expression.right, scope))
    return apply(expression.called, ...expression.with.map((part) => add(part, scope)))
  }

  return {
    entries,
    input: (text, fixed, hint) => write(`input ${text}`, { what: 'input', operands: [], fixed, text, hint }),
    add,
    apply,
    number,
  }
}
