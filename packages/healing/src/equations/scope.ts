import type { Expression } from './expression.ts'
import type { Ledger } from './ledger.ts'
import type { Output } from './print-program.ts'

/** The entry of every name: an input's own, or that of the definition, written down when first asked for. */
export function scopeOf(
  ledger: Ledger,
  inputs: ReadonlyMap<string, number>,
  definitions: ReadonlyMap<string, Expression>,
): (name: string) => number {
  const known = new Map(inputs)
  const entryOf = (name: string): number => {
    const found = known.get(name)
    if (found !== undefined) return found
    const expression = definitions.get(name)
    if (!expression) throw new Error(`${name} has no value here.`)
    const entry = ledger.add(expression, entryOf)
    if (ledger.entries[entry]!.what !== 'input') ledger.entries[entry]!.hint ??= name
    known.set(name, entry)
    return entry
  }
  return entryOf
}

/** Inputs that stand in an array: `y[0]`, `y[1]`, … */
export function inputsOf(
  ledger: Ledger,
  array: string,
  names: readonly string[],
  fixed: boolean,
): [name: string, entry: number][] {
  return names.map((name, at) => [name, ledger.input(`${array}[${at}]`, fixed, name)])
}

/** Entries that rest on nothing but what stays between events, and that something varying or an output reads. */
export function keptBetweenEvents({ entries }: Ledger, outputs: readonly Output[]): number[] {
  const kept = new Set<number>()
  const seen = new Set<number>()
  const visit = (at: number): void => {
    if (seen.has(at)) return
    seen.add(at)
    const { fixed, value, operands } = entries[at]!
    if (value !== undefined) return
    if (fixed) kept.add(at)
    else for (const operand of operands) visit(operand)
  }
  for (const { entry } of outputs) visit(entry)
  return [...kept]
}
