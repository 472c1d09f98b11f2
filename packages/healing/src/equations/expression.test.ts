import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sameExpression, simplify } from './algebra.ts'
import { deriveExpression } from './derive-expression.ts'
import { evaluateExpression } from './evaluate-expression.ts'
import { namesIn } from './expression.ts'
import { ExpressionFault, parseExpression } from './parse-expression.ts'
import { printExpression } from './print-expression.ts'
import { anyExpression, anyValues } from './test-expressions.ts'

const valueAt = (text: string, values: Record<string, number> = {}) =>
  evaluateExpression(parseExpression(text), (name) => values[name] ?? Number.NaN)

describe('an expression is read', () => {
  test.each([
    ['1 - 2 - 3', -4],
    ['8/4/2', 1],
    ['2^3^2', 512],
    ['-2^2', -4],
    ['2^-1', 0.5],
    ['2*-3 + 1', -5],
    ['(1 + 2)*3', 9],
    ['max(2, min(5, 3))', 3],
    ['where(-1, 2, 3) + where(1e-3, 20, 30)', 23],
    ['exp(ln(2)) + sqrt(.25)', 2.5],
  ])('%s is %d', (text, value) => expect(valueAt(text)).toBeCloseTo(value, 14))

  test('names are letters, digits and underscores', () => {
    expect(namesIn(parseExpression('P_0*exp(-kP*wP*(t - t_0)) + P_0'))).toEqual(['P_0', 'kP', 'wP', 't', 't_0'])
  })

  test.each([
    ['1 +', 'Unexpected end at character 4'],
    ['a b', 'Unexpected "b" at character 3'],
    ['sin(x)', 'There is no function "sin"'],
    ['max(1)', 'max takes 2 arguments, not 1'],
    ['(1 + 2', 'Expected ")"'],
    ['a # b', 'Unreadable sign at character 2'],
    ['', 'Unexpected end'],
    ['max(1, 2 + ,', 'Unexpected ","'],
  ])('"%s" is refused where it goes wrong', (text, says) => {
    expect(() => parseExpression(text)).toThrow(ExpressionFault)
    expect(() => parseExpression(text)).toThrow(says)
  })

  test('what is written is read again as the same tree', () => {
    fc.assert(
      fc.property(anyExpression, (tree) => {
        expect(parseExpression(printExpression(tree))).toEqual(tree)
      }),
      { numRuns: 500 },
    )
  })
})

describe('simplifying', () => {
  test.each([
    ['0*ln(0) + 1*x', 'x'],
    ['x^1 - 0', 'x'],
    ['a + -b', 'a - b'],
    ['-(a - b)', 'b - a'],
    ['x*(2 + 3)', 'x*5'],
    ['where(1, a, b)', 'a'],
    ['(a + b) - (a + b)', '0'],
  ])('%s becomes %s', (text, short) => {
    expect(printExpression(simplify(parseExpression(text)))).toBe(short)
  })

  test('keeps the value wherever there is one', () => {
    fc.assert(
      fc.property(anyExpression, anyValues, (tree, values) => {
        const value = evaluateExpression(tree, (name) => values[name]!)
        fc.pre(Number.isFinite(value))
        const simple = evaluateExpression(simplify(tree), (name) => values[name]!)
        expect(Math.abs(simple - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value))
      }),
      { numRuns: 500 },
    )
  })

  test('leaves nothing to simplify', () => {
    fc.assert(
      fc.property(anyExpression, (tree) => {
        const once = simplify(tree)
        expect(sameExpression(simplify(once), once)).toBe(true)
      }),
    )
  })
})

describe('deriving', () => {
  test.each([
    ['x^3', '3*x^2'],
    ['exp(-k*x)', '-(exp(-k*x)*k)'],
    ['a*b', '0'],
    ['max(x, 2)', 'where(x - 2, 1, 0)'],
    ['x/(k + x)', '(1 - x/(k + x))/(k + x)'],
  ])('%s by x gives %s', (text, derived) => {
    expect(printExpression(deriveExpression(parseExpression(text), 'x'))).toBe(derived)
  })

  test.each([
    'pC*(x + cM1*M1)/(1 + M2/x) - dC*x',
    'x^4/(Cf^4 + x^4)',
    '-48*sqrt(k)*x/sqrt(x + 0.01)',
    'x^k',
    'k^x',
    'x^x',
    'ln(1 + x)*sqrt(x)',
    'max(x - 1.5, 0)^1.5 + min(x*x, k)',
    'where(x - 1.3, x^2, k*x)',
    'exp(-k*x)/(1 + exp(k*x))',
  ])('%s agrees with differences of values', (text) => {
    const derived = deriveExpression(parseExpression(text), 'x')
    const near = fc.double({ min: 0.2, max: 3, noNaN: true })
    fc.assert(
      fc.property(near, near, (x, k) => {
        // A difference across a kink is no derivative.
        fc.pre([1.5, 1.3, Math.sqrt(k)].every((kink) => Math.abs(x - kink) > 1e-4))
        const values = { pC: 20, cM1: 0.3, M1: 0.7, M2: 0.4, dC: 6, Cf: 2.5, k, x }
        const step = 1e-5
        const difference =
          (valueAt(text, { ...values, x: x + step }) - valueAt(text, { ...values, x: x - step })) / (2 * step)
        const derivative = evaluateExpression(derived, (name) => values[name as keyof typeof values])
        expect(Math.abs(derivative - difference)).toBeLessThanOrEqual(1e-6 * (1 + Math.abs(derivative)))
      }),
    )
  })
})
