import { compilePeer } from './compile-peer.ts'
import type { Model } from './model.ts'
import type { Language } from './print-program.ts'

/** Arithmetic as Python writes it, on plain floats. */
export const PYTHON: Language = {
  declare: (name, value) => `${name} = ${value}`,
  assign: (target, value) => `${target} = ${value}`,
  functions: { exp: 'exp', ln: 'log', sqrt: 'sqrt', min: 'min', max: 'max', '^': 'pow' },
  where: (condition, then, otherwise) => `(${then} if ${condition} > 0 else ${otherwise})`,
  number: String,
  reserved: ['t', 'y', 'out', 'element', 'full', 'parameters', 'values', 'lambda', 'is', 'in'],
}

/**
 * A Python module that holds a model: `make(parameters)` gives `derivative(y, t)` and `jacobian(y, t)`, the latter as the
 * elements of ROWS and COLUMNS; `rest` and `EVENTS` work on lists in place. Kept values are closed over, states unpacked
 * into plain floats: the fastest that Python does without a compiler.
 */
export function printPythonModule(model: Model): string {
  const peer = compilePeer(model, PYTHON, (at) => `f${at}`)
  const block = (depth: number, lines: readonly string[]) =>
    lines.map((line) => `${'    '.repeat(depth)}${line}\n`).join('')
  const fixedNames = Array.from({ length: peer.fixedSize }, (_, at) => `f${at}`).join(', ')
  const stateNames = peer.states.map((_, at) => `y${at}`).join(', ')
  // States are read as locals, results gathered in one tuple: `out[3] = x` of the statements becomes `o3 = x`.
  const local = (lines: readonly string[]) =>
    lines.map((line) =>
      line.replaceAll(/\b(y|out|element)\[(\d+)\]/g, (_, array: string, at: string) => `${array[0]}${at}`),
    )
  const gathered = (letter: string, count: number) =>
    Array.from({ length: count }, (_, at) => `${letter}${at}`).join(', ')
  const places = (what: 'row' | 'column') => peer.elements.map((element) => element[what]).join(', ')
  return `\
from math import exp, log, sqrt

STATES = [${peer.states.map((name) => `'${name}'`).join(', ')}]
PARAMETERS = ${peer.parameters.length}
ROWS = [${places('row')}]
COLUMNS = [${places('column')}]


def rest(parameters):
    full = [0.0] * ${peer.states.length}
${block(1, peer.rest)}    return full


def make(parameters):
    fixed = [0.0] * ${peer.fixedSize}
${block(1, peer.prepare)}    ${fixedNames} = fixed

    def derivative(y, t):
        ${stateNames} = y.tolist()
${block(2, local(peer.derivative))}        return [${gathered('o', peer.states.length)}]

    def jacobian(y, t):
        ${stateNames} = y.tolist()
${block(2, local(peer.jacobian))}        return [${gathered('e', peer.elements.length)}]

    return derivative, jacobian

${peer.events
  .map(({ name, program }) => `\ndef event_${name}(t, full, parameters, values):\n${block(1, program)}`)
  .join('\n')}

EVENTS = [${peer.events.map(({ name }) => `event_${name}`).join(', ')}]
`
}
