import { calculate } from './evaluate-expression.ts'
import { type Expression, type FunctionName, type Operator, partsOf } from './expression.ts'

/*
 * Builds trees without what has no effect: sums with 0, products with 0 and 1, operations on two numbers. A product with
 * 0 is 0, also where the other factor has no value: the derivative of a part that does not matter must not poison one that does.
 */

export const number = (value: number): Expression =>
  value < 0 ? { kind: 'negation', of: { kind: 'number', value: -value } } : { kind: 'number', value: Math.abs(value) }
export const named = (name: string): Expression => ({ kind: 'name', name })
export const plus = (left: Expression, right: Expression): Expression => operation('+', left, right)
export const minus = (left: Expression, right: Expression): Expression => operation('-', left, right)
export const times = (left: Expression, right: Expression): Expression => operation('*', left, right)
export const over = (left: Expression, right: Expression): Expression => operation('/', left, right)
export const power = (left: Expression, right: Expression): Expression => operation('^', left, right)

/** The opposite of an expression. */
export function negative(of: Expression): Expression {
  if (of.kind === 'negation') return of.of
  if (isNumber(of, 0)) return of
  if (of.kind === 'operation' && of.operator === '-') return minus(of.right, of.left)
  return { kind: 'negation', of }
}

/** A function of expressions; of numbers, its value. */
export function call(called: FunctionName, ...inner: readonly Expression[]): Expression {
  const [first, second, third] = inner
  if (called === 'where') {
    const condition = first && valueFor(first)
    if (condition !== undefined && second && third) return condition > 0 ? second : third
    if (second && third && sameExpression(second, third)) return second
  }
  const values = inner.map(valueFor)
  if (values.every((value) => value !== undefined)) {
    const value = calculate(called, ...values)
    if (Number.isFinite(value)) return number(value)
  }
  return { kind: 'call', called, with: inner }
}

/** The same expression without what has no effect. */
export function simplify(expression: Expression): Expression {
  if (expression.kind === 'negation') return negative(simplify(expression.of))
  if (expression.kind === 'operation')
    return operation(expression.operator, simplify(expression.left), simplify(expression.right))
  if (expression.kind === 'call') return call(expression.called, ...expression.with.map(simplify))
  return expression.kind === 'number' ? number(expression.value) : expression
}

/** Whether two trees are alike in every part. */
export function sameExpression(left: Expression, right: Expression): boolean {
  if (left === right) return true
  if (left.kind === 'number') return right.kind === 'number' && left.value === right.value
  if (left.kind === 'name') return right.kind === 'name' && left.name === right.name
  if (left.kind === 'operation' && (right.kind !== 'operation' || left.operator !== right.operator)) return false
  if (left.kind === 'call' && (right.kind !== 'call' || left.called !== right.called)) return false
  const parts = partsOf(right)
  return left.kind === right.kind && partsOf(left).every((part, at) => sameExpression(part, parts[at]!))
}

/** Whether an expression is this very number. */
export const isNumber = (expression: Expression, value: number): boolean =>
  expression.kind === 'number' && expression.value === value

function valueFor(expression: Expression): number | undefined {
  if (expression.kind === 'number') return expression.value
  return expression.kind === 'negation' && expression.of.kind === 'number' ? -expression.of.value : undefined
}

function operation(operator: Operator, left: Expression, right: Expression): Expression {
  const first = valueFor(left)
  const second = valueFor(right)
  if (first !== undefined && second !== undefined) {
    const value = calculate(operator, first, second)
    if (Number.isFinite(value)) return number(value)
  }
  switch (operator) {
    case '+':
      if (first === 0) return right
      if (second === 0) return left
      if (right.kind === 'negation') return minus(left, right.of)
      if (left.kind === 'negation') return minus(right, left.of)
      break
    case '-':
      if (first === 0) return negative(right)
      if (second === 0) return left
      if (right.kind === 'negation') return plus(left, right.of)
      if (sameExpression(left, right)) return number(0)
      break
    case '*':
      if (first === 0 || second === 0) return number(0)
      if (first === 1) return right
      if (second === 1) return left
      if (left.kind === 'negation') return negative(times(left.of, right))
      if (right.kind === 'negation') return negative(times(left, right.of))
      break
    case '/':
      if (first === 0) return number(0)
      if (second === 1) return left
      if (left.kind === 'negation') return negative(over(left.of, right))
      if (right.kind === 'negation') return negative(over(left, right.of))
      break
    case '^':
      if (second === 0) return number(1)
      if (second === 1) return left
      break
  }
  return { kind: 'operation', operator, left, right }
}
