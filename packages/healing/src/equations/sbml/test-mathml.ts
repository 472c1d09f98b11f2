import type { XmlNode } from './test-xml.ts'

/** The value of a MathML element, by the standard and not by the code that writes it. */
export function evaluateMathml(node: XmlNode, valueFor: (name: string) => number): number {
  const value = (child: XmlNode) => evaluateMathml(child, valueFor)
  switch (node.name) {
    case 'math':
      return value(node.children[0]!)
    case 'cn':
      return numberOf(node)
    case 'ci':
      return valueFor(node.text.trim())
    case 'csymbol':
      if (node.attributes.get('definitionURL') !== 'http://www.sbml.org/sbml/symbols/time') break
      return valueFor('time')
    case 'piecewise': {
      const taken = node.children.find(({ name, children }) => name === 'otherwise' || isTrue(children[1]!, valueFor))
      return value(taken!.children[0]!)
    }
    case 'apply':
      return applied(node.children[0]!.name, node.children.slice(1).map(value))
  }
  throw new Error(`There is no value of <${node.name}>.`)
}

function numberOf({ attributes, children, text }: XmlNode): number {
  const type = attributes.get('type') ?? 'real'
  if (type === 'e-notation') {
    if (children.length !== 1 || children[0]!.name !== 'sep')
      throw new Error('A number with an exponent has one <sep/>.')
    return Number(text.replace('|', 'e'))
  }
  if (type === 'integer' && !/^\s*\d+\s*$/.test(text)) throw new Error(`${text} is no integer.`)
  return Number(text)
}

function isTrue(node: XmlNode, valueFor: (name: string) => number): boolean {
  const [sign, left, right] = node.children
  if (node.name !== 'apply' || sign!.name !== 'gt') throw new Error('Only gt is known as a condition.')
  return evaluateMathml(left!, valueFor) > evaluateMathml(right!, valueFor)
}

function applied(name: string, [first = Number.NaN, second, ...more]: number[]): number {
  if (more.length > 0) throw new Error(`<${name}/> has too many arguments.`)
  if (second === undefined) {
    if (name === 'minus') return -first
    if (name === 'exp') return Math.exp(first)
    if (name === 'ln') return Math.log(first)
    if (name === 'root') return Math.sqrt(first)
  } else {
    if (name === 'plus') return first + second
    if (name === 'minus') return first - second
    if (name === 'times') return first * second
    if (name === 'divide') return first / second
    if (name === 'power') return first ** second
    if (name === 'min') return Math.min(first, second)
    if (name === 'max') return Math.max(first, second)
  }
  throw new Error(`<${name}/> is not known.`)
}
