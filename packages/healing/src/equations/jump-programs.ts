import { makeLedger } from './ledger.ts'
import type { ParsedEvent, ParsedModel } from './parse-model.ts'
import { type Language, type Output, printProgram } from './print-program.ts'
import { inputsOf, scopeOf } from './scope.ts'

/** Statements that fill `full` with the undisturbed state. */
export function restProgram(parsed: ParsedModel, language: Language): string[] {
  const ledger = makeLedger()
  const scope = scopeOf(ledger, new Map(inputsOf(ledger, 'parameters', parsed.parameters, true)), parsed.definitions)
  const outputs = parsed.states.map((state, at) => ({ target: `full[${at}]`, entry: ledger.add(state.rest, scope) }))
  return printProgram(ledger, outputs, language)
}

/** Statements that change `full` and `parameters` at an event. */
export function eventProgram(parsed: ParsedModel, event: ParsedEvent, language: Language): string[] {
  const ledger = makeLedger()
  const states = parsed.states.map(({ name }) => name)
  const inputs = new Map([
    ...inputsOf(ledger, 'parameters', parsed.parameters, true),
    ...inputsOf(ledger, 'full', states, false),
    ...inputsOf(ledger, 'values', event.with, false),
    ['t', ledger.input('t', false)] as const,
  ])
  const scope = scopeOf(ledger, inputs, parsed.definitions)
  const outputs: Output[] = [...event.set].map(([name, expression]) => {
    const state = states.indexOf(name)
    const target = state < 0 ? `parameters[${parsed.parameters.indexOf(name)}]` : `full[${state}]`
    return { target, entry: ledger.add(expression, scope) }
  })
  return printProgram(ledger, outputs, language)
}
