import { minus, named, negative } from './algebra.ts'
import { eliminate, substitute } from './elimination.ts'
import type { Expression } from './expression.ts'
import { type Ledger, makeLedger } from './ledger.ts'
import { linearise } from './linearise.ts'
import { anchorOf, EVENT_INSTANT, type Model } from './model.ts'
import { type ParsedModel, parseModel } from './parse-model.ts'
import { type Output, printProgram } from './print-program.ts'
import { TYPESCRIPT } from './typescript.ts'

/** Where a name is read from: its entry in a ledger, made when first asked for. */
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

/** The text of a TypeScript object of type KernelCode, from a model's text. */
export function compileKernel(model: Model): string {
  const parsed = parseModel(model)
  const system = linearise(parsed, { closedForms: true })
  const names = parsed.states.map(({ name }) => name)
  const integrated = system.states.map((name) => names.indexOf(name))
  const closed = names.flatMap((name, at) => (system.states.includes(name) ? [] : [at]))
  const anchors = [EVENT_INSTANT, ...closed.map((at) => anchorOf(names[at]!))]

  const ledger = makeLedger()
  const inputs = new Map([
    ...inputsOf(ledger, 'parameters', parsed.parameters, true),
    ...inputsOf(ledger, 'anchors', anchors, true),
    ...inputsOf(ledger, 'y', system.states, false),
    ['t', ledger.input('t', false)] as const,
  ])
  const scope = scopeOf(ledger, inputs, system.definitions)
  const shift = ledger.input('shift', false)
  const matrix = system.jacobian.map((row, at) =>
    row.map((element, column) => {
      if (at !== column) return element && ledger.add(negative(element), scope)
      return ledger.add(element ? minus(named('shift'), element) : named('shift'), (name) =>
        name === 'shift' ? shift : scope(name),
      )
    }),
  )
  const factored = eliminate(ledger, matrix)

  const outputs = (
    array: string,
    entries: readonly number[],
    at: (index: number) => number = (index) => index,
  ): Output[] => entries.map((entry, index) => ({ target: `${array}[${at(index)}]`, entry }))
  const programs = {
    derivative: outputs(
      'out',
      system.rates.map((rate) => ledger.add(rate, scope)),
    ),
    timeDerivative: outputs(
      'out',
      system.byTime.map((rate) => (rate ? ledger.add(rate, scope) : ledger.number(0))),
    ),
    factor: outputs('factors', factored.kept),
    closedStates: outputs(
      'full',
      closed.map((at) => scope(names[at]!)),
      (index) => closed[index]!,
    ),
  }
  const singular = factored.reciprocals.reduce((sum, entry) => ledger.apply('+', sum, entry))
  programs.factor.push({ target: 'const check', entry: singular })

  const given = keptBetweenEvents(ledger, Object.values(programs).flat())
  const body = (name: keyof typeof programs) => printProgram(ledger, programs[name], TYPESCRIPT, given)
  const prepare = [...given].map(([entry, target]) => ({ target, entry }))

  const solving = makeLedger()
  const factors = factored.kept.map((_, at) => solving.input(`factors[${at}]`, false))
  const right = system.states.map((name, at) => solving.input(`b[${at}]`, false, name))
  const solution = outputs('b', substitute(solving, factored, factors, right))

  const resting = makeLedger()
  const restScope = scopeOf(
    resting,
    new Map(inputsOf(resting, 'parameters', parsed.parameters, true)),
    parsed.definitions,
  )
  const rest = outputs(
    'full',
    parsed.states.map((state) => resting.add(state.rest, restScope)),
  )

  return [
    '{',
    `  states: ${list(names)},`,
    `  parameters: ${list(parsed.parameters)},`,
    `  integrated: [${integrated.join(', ')}],`,
    `  closed: [${closed.join(', ')}],`,
    `  fixedSize: ${given.size},`,
    `  factorsSize: ${factored.kept.length},`,
    method('prepare', 'parameters, anchors, fixed', printProgram(ledger, prepare, TYPESCRIPT)),
    method('rest', 'parameters, full', printProgram(resting, rest, TYPESCRIPT)),
    method('derivative', 't, y, fixed, out', body('derivative')),
    method('timeDerivative', 't, y, fixed, out', body('timeDerivative')),
    method('factor', 't, y, shift, fixed, factors', [...body('factor'), 'return Number.isFinite(check)']),
    method('solve', 'factors, b', printProgram(solving, solution, TYPESCRIPT)),
    method('closedStates', 't, fixed, full', body('closedStates')),
    '  events: {',
    ...parsed.events.map((event) =>
      indent(method(event.name, 't, full, parameters, values', eventProgram(parsed, event))),
    ),
    '  },',
    '}',
  ].join('\n')
}

/** Entries that rest on parameters and anchors alone and that something varying reads, with where they are kept. */
function keptBetweenEvents({ entries }: Ledger, outputs: readonly Output[]): Map<number, string> {
  const kept = new Map<number, string>()
  const seen = new Set<number>()
  const visit = (at: number): void => {
    if (seen.has(at)) return
    seen.add(at)
    const { fixed, value, operands } = entries[at]!
    if (value !== undefined) return
    if (fixed) kept.set(at, `fixed[${kept.size}]`)
    else for (const operand of operands) visit(operand)
  }
  for (const { entry } of outputs) visit(entry)
  return kept
}

function eventProgram(parsed: ParsedModel, event: ParsedModel['events'][number]): string[] {
  const ledger = makeLedger()
  const states = parsed.states.map(({ name }) => name)
  const inputs = new Map([
    ...inputsOf(ledger, 'parameters', parsed.parameters, true),
    ...inputsOf(ledger, 'full', states, false),
    ['t', ledger.input('t', false)] as const,
    ...event.with.map((name, at) => [name, ledger.input(`values[${at}]!`, false, name)] as const),
  ])
  const scope = scopeOf(ledger, inputs, parsed.definitions)
  const outputs = [...event.set].map(([name, expression]) => {
    const state = states.indexOf(name)
    const target = state < 0 ? `parameters[${parsed.parameters.indexOf(name)}]` : `full[${state}]`
    return { target, entry: ledger.add(expression, scope) }
  })
  return printProgram(ledger, outputs, TYPESCRIPT)
}

const list = (words: readonly string[]): string => `[${words.map((word) => `'${word}'`).join(', ')}]`
const method = (name: string, takes: string, body: readonly string[]): string =>
  [`  ${name}(${takes}) {`, ...body.map((line) => `    ${line}`), '  },'].join('\n')
const indent = (text: string): string => text.replaceAll(/^/gm, '  ')
