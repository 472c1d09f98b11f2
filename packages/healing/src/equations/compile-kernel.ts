import { minus, named, negative } from './algebra.ts'
import { eliminate, substitute } from './elimination.ts'
import { eventProgram, restProgram } from './jump-programs.ts'
import { makeLedger } from './ledger.ts'
import { linearise } from './linearise.ts'
import { anchorOf, EVENT_INSTANT, type Model } from './model.ts'
import { parseModel } from './parse-model.ts'
import { type Output, printProgram } from './print-program.ts'
import { inputsOf, keptBetweenEvents, scopeOf } from './scope.ts'
import { TYPESCRIPT } from './typescript.ts'

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

  const kept = keptBetweenEvents(ledger, Object.values(programs).flat())
  const given = new Map(kept.map((entry, at) => [entry, `fixed[${at}]`]))
  const body = (name: keyof typeof programs) => printProgram(ledger, programs[name], TYPESCRIPT, given)
  const prepare = [...given].map(([entry, target]) => ({ target, entry }))

  const solving = makeLedger()
  const factors = factored.kept.map((_, at) => solving.input(`factors[${at}]`, false))
  const right = system.states.map((name, at) => solving.input(`b[${at}]`, false, name))
  const solution = outputs('b', substitute(solving, factored, factors, right))

  return [
    '{',
    `  states: ${list(names)},`,
    `  parameters: ${list(parsed.parameters)},`,
    `  integrated: [${integrated.join(', ')}],`,
    `  closed: [${closed.join(', ')}],`,
    `  fixedSize: ${given.size},`,
    `  factorsSize: ${factored.kept.length},`,
    method('prepare', 'parameters, anchors, fixed', printProgram(ledger, prepare, TYPESCRIPT)),
    method('rest', 'parameters, full', restProgram(parsed, TYPESCRIPT)),
    method('derivative', 't, y, fixed, out', body('derivative')),
    method('timeDerivative', 't, y, fixed, out', body('timeDerivative')),
    method('factor', 't, y, shift, fixed, factors', [...body('factor'), 'return Number.isFinite(check)']),
    method('solve', 'factors, b', printProgram(solving, solution, TYPESCRIPT)),
    method('closedStates', 't, fixed, full', body('closedStates')),
    '  events: {',
    ...parsed.events.map((event) =>
      indent(method(event.name, 't, full, parameters, values', eventProgram(parsed, event, TYPESCRIPT))),
    ),
    '  },',
    '}',
  ].join('\n')
}

const list = (words: readonly string[]): string => `[${words.map((word) => `'${word}'`).join(', ')}]`
const method = (name: string, takes: string, body: readonly string[]): string =>
  [`  ${name}(${takes}) {`, ...body.map((line) => `    ${line}`), '  },'].join('\n')
const indent = (text: string): string => text.replaceAll(/^/gm, '  ')
