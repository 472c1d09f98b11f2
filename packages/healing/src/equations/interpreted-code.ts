import { evaluateExpression } from './evaluate-expression.ts'
import type { Expression } from './expression.ts'
import type { KernelCode } from './kernel.ts'
import { linearise } from './linearise.ts'
import { anchorOf, EVENT_INSTANT, type Model } from './model.ts'
import { parseModel } from './parse-model.ts'

/**
 * The same as the generated code, slowly: every expression is evaluated as a tree and the linear system is dense. What
 * the generated code is tested against. Without `closedForms` every state is integrated.
 */
export function interpretedCode(model: Model, { closedForms }: { closedForms: boolean }): KernelCode {
  const parsed = parseModel(model)
  const system = linearise(parsed, { closedForms })
  const names = parsed.states.map(({ name }) => name)
  const integrated = system.states.map((name) => names.indexOf(name))
  const closed = names
    .keys()
    .filter((at) => !integrated.includes(at))
    .toArray()
  const closedNames = closed.map((at) => names[at]!)
  const fixedNames = [...parsed.parameters, EVENT_INSTANT, ...closedNames.map(anchorOf)]
  const size = integrated.length

  const scopeOf = (values: ReadonlyMap<string, number>, definitions: ReadonlyMap<string, Expression>) => {
    const known = new Map(values)
    const valueFor = (name: string): number => {
      const found = known.get(name)
      if (found !== undefined) return found
      const expression = definitions.get(name)
      if (!expression) throw new Error(`${name} has no value here.`)
      const value = evaluateExpression(expression, valueFor)
      known.set(name, value)
      return value
    }
    return valueFor
  }
  const zip = (keys: readonly string[], values: ArrayLike<number>) => keys.map((key, at) => [key, values[at]!] as const)
  const scope = (t: number, fixed: Float64Array, y?: Float64Array) =>
    scopeOf(new Map([['t', t], ...zip(fixedNames, fixed), ...(y ? zip(system.states, y) : [])]), system.definitions)
  const fill = (
    out: Float64Array,
    expressions: readonly (Expression | undefined)[],
    valueFor: (name: string) => number,
  ) =>
    expressions.forEach((expression, at) => {
      out[at] = expression ? evaluateExpression(expression, valueFor) : 0
    })

  return {
    states: names,
    parameters: parsed.parameters,
    integrated,
    closed,
    fixedSize: fixedNames.length,
    factorsSize: size * size + size,
    prepare(parameters, anchors, fixed) {
      fixed.set(parameters)
      fixed.set(anchors, parameters.length)
    },
    rest(parameters, full) {
      const valueFor = scopeOf(new Map(zip(parsed.parameters, parameters)), parsed.definitions)
      fill(
        full,
        parsed.states.map(({ rest }) => rest),
        valueFor,
      )
    },
    derivative: (t, y, fixed, out) => fill(out, system.rates, scope(t, fixed, y)),
    timeDerivative: (t, y, fixed, out) => fill(out, system.byTime, scope(t, fixed, y)),
    factor(t, y, shift, fixed, factors) {
      const valueFor = scope(t, fixed, y)
      system.jacobian.forEach((row, at) => {
        row.forEach((expression, column) => {
          const value = expression ? evaluateExpression(expression, valueFor) : 0
          factors[at * size + column] = (at === column ? shift : 0) - value
        })
      })
      return factorDense(factors, size)
    },
    solve: (factors, b) => solveDense(factors, size, b),
    closedStates(t, fixed, full) {
      const valueFor = scope(t, fixed)
      for (const at of closed) full[at] = valueFor(names[at]!)
    },
    events: Object.fromEntries(
      parsed.events.map((event) => [
        event.name,
        (t, full, parameters, values) => {
          const valueFor = scopeOf(
            new Map([['t', t], ...zip(parsed.parameters, parameters), ...zip(names, full), ...zip(event.with, values)]),
            parsed.definitions,
          )
          const set = [...event.set].map(
            ([name, expression]) => [name, evaluateExpression(expression, valueFor)] as const,
          )
          for (const [name, value] of set) {
            if (names.includes(name)) full[names.indexOf(name)] = value
            else parameters[parsed.parameters.indexOf(name)] = value
          }
        },
      ]),
    ),
  }
}

/** Gaussian elimination with row exchanges, in place; the exchanges stand behind the matrix. False when singular. */
function factorDense(matrix: Float64Array, size: number): boolean {
  for (let pivot = 0; pivot < size; pivot++) {
    let best = pivot
    for (let row = pivot + 1; row < size; row++)
      if (Math.abs(matrix[row * size + pivot]!) > Math.abs(matrix[best * size + pivot]!)) best = row
    matrix[size * size + pivot] = best
    const largest = matrix[best * size + pivot]!
    if (largest === 0 || !Number.isFinite(largest)) return false
    for (let column = 0; column < size; column++) {
      const exchanged = matrix[pivot * size + column]!
      matrix[pivot * size + column] = matrix[best * size + column]!
      matrix[best * size + column] = exchanged
    }
    for (let row = pivot + 1; row < size; row++) {
      const multiplier = matrix[row * size + pivot]! / largest
      matrix[row * size + pivot] = multiplier
      for (let column = pivot + 1; column < size; column++)
        matrix[row * size + column]! -= multiplier * matrix[pivot * size + column]!
    }
  }
  return true
}

function solveDense(matrix: Float64Array, size: number, b: Float64Array): void {
  for (let pivot = 0; pivot < size; pivot++) {
    const best = matrix[size * size + pivot]!
    const exchanged = b[pivot]!
    b[pivot] = b[best]!
    b[best] = exchanged
  }
  for (let row = 0; row < size; row++)
    for (let column = 0; column < row; column++) b[row]! -= matrix[row * size + column]! * b[column]!
  for (let row = size - 1; row >= 0; row--) {
    for (let column = row + 1; column < size; column++) b[row]! -= matrix[row * size + column]! * b[column]!
    b[row]! /= matrix[row * size + row]!
  }
}
