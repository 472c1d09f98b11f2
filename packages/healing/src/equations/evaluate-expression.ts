import type { Expression } from './expression.ts'

/** The value of an expression, given the values of its names. */
export function evaluateExpression(expression: Expression, valueFor: (name: string) => number): number {
  switch (expression.kind) {
    case 'number':
      return expression.value
    case 'name':
      return valueFor(expression.name)
    case 'negation':
      return -evaluateExpression(expression.of, valueFor)
    case 'operation':
      return calculate(
        expression.operator,
        evaluateExpression(expression.left, valueFor),
        evaluateExpression(expression.right, valueFor),
      )
    case 'call':
      return calculate(expression.called, ...expression.with.map((part) => evaluateExpression(part, valueFor)))
  }
}

/** One operation or function on numbers. */
export function calculate(what: string, first = Number.NaN, second = Number.NaN, third = Number.NaN): number {
  switch (what) {
    case '+':
      return first + second
    case '-':
      return first - second
    case '*':
      return first * second
    case '/':
      return first / second
    case '^':
      return first ** second
    case 'exp':
      return Math.exp(first)
    case 'ln':
      return Math.log(first)
    case 'sqrt':
      return Math.sqrt(first)
    case 'min':
      return Math.min(first, second)
    case 'max':
      return Math.max(first, second)
    case 'where':
      return first > 0 ? second : third
    default:
      throw new Error(`There is no operation "${what}".`)
  }
}
