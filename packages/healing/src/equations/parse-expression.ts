import { type Expression, FUNCTIONS, isFunction } from './expression.ts'

/** An expression that cannot be read. `at` counts characters from 0. */
export class ExpressionFault extends Error {
  readonly at: number
  constructor(text: string, at: number, says: string) {
    super(`${says} at character ${at + 1} of "${text}"`)
    this.at = at
  }
}

type Token = { readonly word: string; readonly kind: 'number' | 'name' | 'sign' | 'end'; readonly at: number }

const TOKEN = /\s*(?:(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z_]\w*)|(?<sign>[-+*/^(),]))/y

/**
 * Reads an expression such as `pC*(D + cM1*M1)/(1 + M2/kC2) - dC*C`. `^` binds closest and to the right, then the minus
 * sign, then `*` and `/`, then `+` and `-`. Throws an ExpressionFault.
 */
export function parseExpression(text: string): Expression {
  const tokens = tokensOf(text)
  let next = 0
  const peek = () => tokens[next]!.word
  const fault = (says: string) => new ExpressionFault(text, tokens[next]!.at, says)
  const expect = (word: string) => {
    if (peek() !== word || tokens[next]!.kind !== 'sign') throw fault(`Expected "${word}"`)
    next++
  }

  const sum = (): Expression => {
    let left = product()
    for (let operator = peek(); operator === '+' || operator === '-'; operator = peek()) {
      next++
      left = { kind: 'operation', operator, left, right: product() }
    }
    return left
  }
  const product = (): Expression => {
    let left = signed()
    for (let operator = peek(); operator === '*' || operator === '/'; operator = peek()) {
      next++
      left = { kind: 'operation', operator, left, right: signed() }
    }
    return left
  }
  const signed = (): Expression => {
    if (peek() !== '-') return power()
    next++
    return { kind: 'negation', of: signed() }
  }
  const power = (): Expression => {
    const left = atom()
    if (peek() !== '^') return left
    next++
    return { kind: 'operation', operator: '^', left, right: signed() }
  }
  const atom = (): Expression => {
    const { word, kind } = tokens[next]!
    if (kind === 'number') {
      next++
      return { kind: 'number', value: Number(word) }
    }
    if (kind === 'name') {
      next++
      return peek() === '(' ? call(word) : { kind: 'name', name: word }
    }
    if (word !== '(') throw fault(kind === 'end' ? 'Unexpected end' : `Unexpected "${word}"`)
    next++
    const inner = sum()
    expect(')')
    return inner
  }
  const call = (word: string): Expression => {
    if (!isFunction(word)) throw fault(`There is no function "${word}"`)
    expect('(')
    const inner = [sum()]
    while (peek() === ',') {
      next++
      inner.push(sum())
    }
    if (inner.length !== FUNCTIONS[word]) throw fault(`${word} takes ${FUNCTIONS[word]} arguments, not ${inner.length}`)
    expect(')')
    return { kind: 'call', called: word, with: inner }
  }

  const whole = sum()
  if (tokens[next]!.kind !== 'end') throw fault(`Unexpected "${peek()}"`)
  return whole
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const end = text.trimEnd().length
  for (TOKEN.lastIndex = 0; TOKEN.lastIndex < end; ) {
    const from = TOKEN.lastIndex
    const found = TOKEN.exec(text)
    if (!found?.groups) throw new ExpressionFault(text, from, 'Unreadable sign')
    const { number, name, sign } = found.groups
    const word = number ?? name ?? sign ?? ''
    const kind = number !== undefined ? 'number' : name !== undefined ? 'name' : 'sign'
    tokens.push({ word, kind, at: TOKEN.lastIndex - word.length })
  }
  tokens.push({ word: '', kind: 'end', at: end })
  return tokens
}
