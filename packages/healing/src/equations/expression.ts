/** A mathematical expression as a tree. Trees are never changed. */
export type Expression =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'negation'; readonly of: Expression }
  | { readonly kind: 'operation'; readonly operator: Operator; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'call'; readonly called: FunctionName; readonly with: readonly Expression[] }

export type Operator = '+' | '-' | '*' | '/' | '^'

/** The functions that an expression may call, with how many arguments. `where(x, a, b)` is a where x > 0, else b. */
export const FUNCTIONS = { exp: 1, ln: 1, sqrt: 1, min: 2, max: 2, where: 3 } as const
export type FunctionName = keyof typeof FUNCTIONS

/** Whether a word is a function of expressions. */
export const isFunction = (word: string): word is FunctionName => Object.hasOwn(FUNCTIONS, word)

/** The parts that an expression is made of, left to right. */
export function partsOf(expression: Expression): readonly Expression[] {
  if (expression.kind === 'negation') return [expression.of]
  if (expression.kind === 'operation') return [expression.left, expression.right]
  return expression.kind === 'call' ? expression.with : []
}

/** The names that an expression mentions, each once, in order of first mention. */
export function namesIn(expression: Expression): string[] {
  const names = new Set<string>()
  const visit = (part: Expression): void => {
    if (part.kind === 'name') names.add(part.name)
    else for (const inner of partsOf(part)) visit(inner)
  }
  visit(expression)
  return [...names]
}
