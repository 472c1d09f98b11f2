import { isNumber, named, number } from './algebra.ts'
import { deriveThrough } from './derive-expression.ts'
import { type Expression, namesIn } from './expression.ts'
import type { ParsedModel } from './parse-model.ts'

/** The rates of chosen states with all their derivatives. `definitions` are in an order in which they can be calculated. */
export interface Linearised {
  /** States that vary on their own; the order of rows and columns. */
  readonly states: readonly string[]
  readonly definitions: ReadonlyMap<string, Expression>
  readonly rates: readonly Expression[]
  /** `jacobian[row][column]` = ∂rate of row / ∂state of column; undefined where it is 0. */
  readonly jacobian: readonly (readonly (Expression | undefined)[])[]
  /** ∂rate / ∂t at fixed states; undefined where it is 0. */
  readonly byTime: readonly (Expression | undefined)[]
}

/**
 * Derives the rates of a model. With `closedForms`, a state that has one is a definition in `t`, and only the others
 * vary on their own; without, every state does.
 */
export function linearise(model: ParsedModel, { closedForms }: { closedForms: boolean }): Linearised {
  const isClosed = (state: { closed?: Expression }) => closedForms && state.closed !== undefined
  const varying = model.states.filter((state) => !isClosed(state))
  const states = varying.map(({ name }) => name)
  const given = new Map(model.definitions)
  for (const { name, closed } of model.states) if (closedForms && closed) given.set(name, closed)

  const definitions = new Map(ordered(given).map((name) => [name, given.get(name)!]))

  const derivatives = new Map<string, Expression | undefined>()
  const derivativeOf = (name: string, by: string): Expression | undefined => {
    if (name === by) return number(1)
    const expression = given.get(name)
    if (!expression) return undefined
    const derived = `d${name}_d${by}`
    if (!derivatives.has(derived)) {
      const inner = nonZero(deriveThrough(expression, (mentioned) => derivativeOf(mentioned, by)))
      if (inner) definitions.set(derived, inner)
      derivatives.set(derived, inner && named(derived))
    }
    return derivatives.get(derived)
  }
  const derive = (rate: Expression, by: string) => nonZero(deriveThrough(rate, (name) => derivativeOf(name, by)))

  const rates = varying.map(({ rate }) => rate)
  const jacobian = rates.map((rate) => states.map((state) => derive(rate, state)))
  const byTime = rates.map((rate) => derive(rate, 't'))
  return { states, definitions, rates, jacobian, byTime }
}

const nonZero = (expression: Expression): Expression | undefined => (isNumber(expression, 0) ? undefined : expression)

/** Names so ordered that each stands after those that it mentions. */
function ordered(given: ReadonlyMap<string, Expression>): string[] {
  const done = new Set<string>()
  const visit = (name: string): void => {
    const expression = given.get(name)
    if (!expression || done.has(name)) return
    for (const mentioned of namesIn(expression)) visit(mentioned)
    done.add(name)
  }
  for (const name of given.keys()) visit(name)
  return [...done]
}
