import type { Expression, FunctionName } from '../expression.ts'
import { element } from './xml.ts'

export const MATHML = 'http://www.w3.org/1998/Math/MathML'
const TIME = '<csymbol encoding="text" definitionURL="http://www.sbml.org/sbml/symbols/time">t</csymbol>'

const OPERATIONS = { '+': 'plus', '-': 'minus', '*': 'times', '/': 'divide', '^': 'power' } as const
const FUNCTIONS: Readonly<Record<Exclude<FunctionName, 'where'>, string>> = {
  exp: 'exp',
  ln: 'ln',
  sqrt: 'root',
  min: 'min',
  max: 'max',
}

/** An expression as a MathML `math` element of SBML Level 3 Version 2. The name `t` is the time; `given` names become numbers. */
export const mathOf = (expression: Expression, given: ReadonlyMap<string, number> = new Map()): string =>
  element('math', { xmlns: MATHML }, contentOf(expression, given))

function contentOf(expression: Expression, given: ReadonlyMap<string, number>): string {
  const content = (part: Expression) => contentOf(part, given)
  switch (expression.kind) {
    case 'number':
      return numberElement(expression.value)
    case 'name': {
      const value = given.get(expression.name)
      if (value !== undefined) return numberElement(value)
      return expression.name === 't' ? TIME : `<ci>${expression.name}</ci>`
    }
    case 'negation':
      return apply('minus', content(expression.of))
    case 'operation':
      return apply(OPERATIONS[expression.operator], content(expression.left), content(expression.right))
    case 'call': {
      const parts = expression.with.map(content)
      if (expression.called !== 'where') return apply(FUNCTIONS[expression.called], ...parts)
      const [condition = '', then = '', otherwise = ''] = parts
      return element(
        'piecewise',
        {},
        element('piece', {}, then, apply('gt', condition, numberElement(0))),
        element('otherwise', {}, otherwise),
      )
    }
  }
}

/** A function or sign of MathML on its arguments. */
export const apply = (name: string, ...parts: readonly string[]): string => element('apply', {}, `<${name}/>`, ...parts)

/** A number with all its digits. */
export function numberElement(value: number): string {
  if (value < 0) return apply('minus', numberElement(-value))
  const [mantissa = '', exponent] = String(value).split('e')
  if (exponent !== undefined) return `<cn type="e-notation">${mantissa}<sep/>${Number(exponent)}</cn>`
  return Number.isInteger(value) ? `<cn type="integer">${mantissa}</cn>` : `<cn>${mantissa}</cn>`
}

/** The time, as an argument. */
export const timeElement = (): string => TIME
