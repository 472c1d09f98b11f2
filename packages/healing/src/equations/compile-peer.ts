import { eventProgram, restProgram } from './jump-programs.ts'
import { makeLedger } from './ledger.ts'
import { linearise } from './linearise.ts'
import type { Model } from './model.ts'
import { parseModel } from './parse-model.ts'
import { type Language, printProgram } from './print-program.ts'
import { inputsOf, keptBetweenEvents, scopeOf } from './scope.ts'

/** A model's programs in another language: every state integrated, nothing in closed form. Statements, one a line. */
export interface PeerPrograms {
  readonly states: readonly string[]
  readonly parameters: readonly string[]
  readonly fixedSize: number
  /** From `parameters[…]` to `fixed[…]`, whenever parameters change. */
  readonly prepare: readonly string[]
  /** From `parameters[…]` to `full[…]`. */
  readonly rest: readonly string[]
  /** From `t`, `y[…]` and what `fixedText` names to `out[…]`. */
  readonly derivative: readonly string[]
  /** To `element[k]`, k counting `elements`. */
  readonly jacobian: readonly string[]
  /** What the Jacobian has beside zeros, column by column. */
  readonly elements: readonly { readonly row: number; readonly column: number }[]
  /** From `full[…]`, `parameters[…]`, `values[…]` to `full[…]`, `parameters[…]`. */
  readonly events: readonly {
    readonly name: string
    readonly with: readonly string[]
    readonly program: readonly string[]
  }[]
}

/** Prints a model in a language; `fixedText` is how that language reads a kept value. */
export function compilePeer(
  model: Model,
  language: Language,
  fixedText: (at: number) => string = (at) => `fixed[${at}]`,
): PeerPrograms {
  const parsed = parseModel(model)
  const system = linearise(parsed, { closedForms: false })
  const ledger = makeLedger()
  const inputs = new Map([
    ...inputsOf(ledger, 'parameters', parsed.parameters, true),
    ...inputsOf(ledger, 'y', system.states, false),
    ['t', ledger.input('t', false)] as const,
  ])
  const scope = scopeOf(ledger, inputs, system.definitions)
  const elements = system.states.flatMap((_, column) =>
    system.states.flatMap((_, row) => (system.jacobian[row]![column] ? [{ row, column }] : [])),
  )
  const derivative = system.rates.map((rate, at) => ({ target: `out[${at}]`, entry: ledger.add(rate, scope) }))
  const jacobian = elements.map(({ row, column }, at) => ({
    target: `element[${at}]`,
    entry: ledger.add(system.jacobian[row]![column]!, scope),
  }))
  const kept = keptBetweenEvents(ledger, [...derivative, ...jacobian])
  const given = new Map(kept.map((entry, at) => [entry, fixedText(at)]))
  const prepare = kept.map((entry, at) => ({ target: `fixed[${at}]`, entry }))
  return {
    states: system.states,
    parameters: parsed.parameters,
    fixedSize: kept.length,
    prepare: printProgram(ledger, prepare, language),
    rest: restProgram(parsed, language),
    derivative: printProgram(ledger, derivative, language, given),
    jacobian: printProgram(ledger, jacobian, language, given),
    elements,
    events: parsed.events.map((event) => ({
      name: event.name,
      with: event.with,
      program: eventProgram(parsed, event, language),
    })),
  }
}
