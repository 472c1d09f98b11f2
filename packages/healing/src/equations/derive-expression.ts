import { call, isNumber, minus, negative, number, over, plus, power, times } from './algebra.ts'
import { type Expression, namesIn } from './expression.ts'

/**
 * The partial derivative of an expression by one of its names; other names count as independent of it. It is written
 * with the parts of the expression itself (`exp(u)' = exp(u) u'`), so that a shared part is calculated once.
 */
export function deriveExpression(expression: Expression, by: string): Expression {
  const d = (part: Expression) => deriveExpression(part, by)
  switch (expression.kind) {
    case 'number':
      return number(0)
    case 'name':
      return number(expression.name === by ? 1 : 0)
    case 'negation':
      return negative(d(expression.of))
    case 'operation': {
      const { operator, left, right } = expression
      if (operator === '+') return plus(d(left), d(right))
      if (operator === '-') return minus(d(left), d(right))
      if (operator === '*') return plus(times(d(left), right), times(left, d(right)))
      if (operator === '/') return over(minus(d(left), times(expression, d(right))), right)
      return derivePower(expression, left, right, by)
    }
    case 'call': {
      const [first = number(0), second = number(0), third = number(0)] = expression.with
      if (expression.called === 'exp') return times(expression, d(first))
      if (expression.called === 'ln') return over(d(first), first)
      if (expression.called === 'sqrt') return over(d(first), times(number(2), expression))
      if (expression.called === 'min') return call('where', minus(second, first), d(first), d(second))
      if (expression.called === 'max') return call('where', minus(first, second), d(first), d(second))
      return call('where', first, d(second), d(third))
    }
  }
}

function derivePower(whole: Expression, base: Expression, exponent: Expression, by: string): Expression {
  const byBase = deriveExpression(base, by)
  if (!namesIn(exponent).includes(by)) {
    if (isNumber(byBase, 0)) return byBase
    return times(times(exponent, power(base, minus(exponent, number(1)))), byBase)
  }
  const logarithmic = plus(times(deriveExpression(exponent, by), call('ln', base)), over(times(exponent, byBase), base))
  return times(whole, logarithmic)
}

/**
 * The derivative of an expression by `by`, where names themselves may depend on it: `innerOf(name)` is the derivative
 * of a name, or undefined when it does not depend.
 */
export function deriveThrough(expression: Expression, innerOf: (name: string) => Expression | undefined): Expression {
  let total = number(0)
  for (const name of namesIn(expression)) {
    const inner = innerOf(name)
    if (inner) total = plus(total, times(deriveExpression(expression, name), inner))
  }
  return total
}
