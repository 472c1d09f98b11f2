import type { Entry, Ledger } from './ledger.ts'

/** How a programming language writes what a ledger holds. */
export interface Language {
  readonly declare: (name: string, value: string) => string
  readonly assign: (target: string, value: string) => string
  /** Functions by their name in expressions; `^` for powers. */
  readonly functions: Readonly<Record<string, string>>
  readonly where: (condition: string, then: string, otherwise: string) => string
  readonly number: (value: number) => string
  /** Names that a program around the statements uses. */
  readonly reserved: readonly string[]
}

/** What a program stores: `target` in the program's own words. */
export interface Output {
  readonly target: string
  readonly entry: number
}

const SUM = 1
const PRODUCT = 2
const SIGNED = 3
const ATOM = 4

/**
 * Writes the statements that calculate the outputs. What is used more than once gets a name; the outputs are stored last,
 * so that a program may store where it read. `given` tells entries that the program has already, as it reads them.
 */
export function printProgram(
  { entries }: Ledger,
  outputs: readonly Output[],
  language: Language,
  given: ReadonlyMap<number, string> = new Map(),
): string[] {
  const uses = countUses(
    entries,
    outputs.map(({ entry }) => entry),
    given,
  )
  const needed = [...uses.keys()].sort((a, b) => a - b)
  const named = new Map<number, string>()
  const taken = new Set(language.reserved)
  const lines: string[] = []

  const nameFor = (at: number, entry: Entry): string => {
    const name = entry.hint !== undefined && !taken.has(entry.hint) ? entry.hint : `v${at}`
    taken.add(name)
    return name
  }
  const text = (at: number, binding: number): string => {
    const name = named.get(at)
    if (name !== undefined) return name
    const [own, written] = write(at)
    return own < binding ? `(${written})` : written
  }
  const write = (at: number): [binding: number, text: string] => {
    const { what, operands, value, text: read } = entries[at]!
    const [first = 0, second = 0, third = 0] = operands
    const read1 = given.get(at) ?? read
    if (read1 !== undefined) return [ATOM, read1]
    if (value !== undefined) return [value < 0 ? SIGNED : ATOM, language.number(value)]
    if (what === 'negative') return [SIGNED, `-${text(first, ATOM)}`]
    if (what === '+' || what === '-') return [SUM, `${text(first, SUM)} ${what} ${text(second, SUM + 1)}`]
    if (what === '*' || what === '/') return [PRODUCT, `${text(first, PRODUCT)} ${what} ${text(second, SIGNED + 1)}`]
    if (what === 'where') return [ATOM, language.where(text(first, SUM), text(second, SUM), text(third, SUM))]
    const called = language.functions[what]
    if (called === undefined) throw new Error(`There is no way to write ${what}.`)
    return [ATOM, `${called}(${operands.map((operand) => text(operand, SUM)).join(', ')})`]
  }

  // What is read from an array is read before anything is stored over it.
  const overwritten = new Set(outputs.map(({ target }) => target))
  const isNamed = (at: number, { value, text: own }: Entry): boolean => {
    const read = given.get(at) ?? own
    if (value !== undefined || (read !== undefined && /^\w+$/.test(read))) return false
    return uses.get(at)! > 1 || (read !== undefined && overwritten.has(read))
  }

  for (const at of needed) {
    const entry = entries[at]!
    if (!isNamed(at, entry)) continue
    const [, written] = write(at)
    const name = nameFor(at, entry)
    lines.push(language.declare(name, written))
    named.set(at, name)
  }
  const stored = outputs.map(({ target, entry }) => [target, text(entry, SUM)] as const)
  for (const [target, value] of stored) lines.push(language.assign(target, value))
  return lines
}

function countUses(entries: readonly Entry[], outputs: readonly number[], given: ReadonlyMap<number, string>) {
  const uses = new Map<number, number>()
  const use = (at: number): void => {
    const before = uses.get(at) ?? 0
    uses.set(at, before + 1)
    if (before === 0 && !given.has(at)) for (const operand of entries[at]!.operands) use(operand)
  }
  for (const output of outputs) use(output)
  return uses
}
