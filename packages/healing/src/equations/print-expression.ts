import type { Expression } from './expression.ts'

const SUM = 1
const PRODUCT = 2
const SIGNED = 3
const POWER = 4
const ATOM = 5

/** Writes an expression so that reading it again gives the same tree, with no more parentheses than that needs. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
      return String(expression.value)
    case 'name':
      return expression.name
    case 'negation':
      return `-${wrapped(expression.of, SIGNED)}`
    case 'call':
      return `${expression.called}(${expression.with.map(printExpression).join(', ')})`
    case 'operation': {
      const { operator, left, right } = expression
      if (operator === '^') return `${wrapped(left, ATOM)}^${wrapped(right, SIGNED)}`
      const own = bindingOf(expression)
      const sign = own === SUM ? ` ${operator} ` : operator
      return `${wrapped(left, own)}${sign}${wrapped(right, own + 1)}`
    }
  }
}

const wrapped = (part: Expression, atLeast: number): string =>
  bindingOf(part) < atLeast ? `(${printExpression(part)})` : printExpression(part)

/** How closely the outermost sign of an expression holds its parts together. A number below zero counts as signed. */
function bindingOf(expression: Expression): number {
  if (expression.kind === 'negation') return SIGNED
  if (expression.kind === 'number') return expression.value < 0 ? SIGNED : ATOM
  if (expression.kind !== 'operation') return ATOM
  if (expression.operator === '^') return POWER
  return expression.operator === '+' || expression.operator === '-' ? SUM : PRODUCT
}
