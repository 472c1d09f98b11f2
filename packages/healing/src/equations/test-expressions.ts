import * as fc from 'fast-check'
import { type Expression, FUNCTIONS, type FunctionName, type Operator } from './expression.ts'

const NAMES = ['G', 'KG', 'x', 'wP']
const name = fc.constantFrom(...NAMES).map((name): Expression => ({ kind: 'name', name }))
const number = fc.double({ min: 0, max: 1e6, noNaN: true }).map((value): Expression => ({ kind: 'number', value }))

/** Any tree that can be written. */
export const anyExpression: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    name,
    number,
    tie('tree').map((of): Expression => ({ kind: 'negation', of })),
    fc
      .tuple(fc.constantFrom<Operator[]>('+', '-', '*', '/', '^'), tie('tree'), tie('tree'))
      .map(([operator, left, right]): Expression => ({ kind: 'operation', operator, left, right })),
    fc
      .tuple(
        fc.constantFrom(...(Object.keys(FUNCTIONS) as FunctionName[])),
        fc.array(tie('tree'), { minLength: 3, maxLength: 3 }),
      )
      .map(([called, inner]): Expression => ({ kind: 'call', called, with: inner.slice(0, FUNCTIONS[called]) })),
  ),
})).tree

/** Values for the names of any expression. */
export const anyValues: fc.Arbitrary<Readonly<Record<string, number>>> = fc.record(
  Object.fromEntries(NAMES.map((name) => [name, fc.double({ min: 0.1, max: 3, noNaN: true })])),
)
