import type { Language } from './print-program.ts'

/** Arithmetic as TypeScript writes it. */
export const TYPESCRIPT: Language = {
  declare: (name, value) => `const ${name} = ${value.replaceAll(/\b(\w+\[\d+\])(?!!)/g, '$1!')}`,
  assign: (target, value) => `${target} = ${value.replaceAll(/\b(\w+\[\d+\])(?!!)/g, '$1!')}`,
  functions: {
    exp: 'Math.exp',
    ln: 'Math.log',
    sqrt: 'Math.sqrt',
    min: 'Math.min',
    max: 'Math.max',
    '^': 'Math.pow',
  },
  where: (condition, then, otherwise) => `(${condition} > 0 ? ${then} : ${otherwise})`,
  number: String,
  reserved: ['t', 'y', 'out', 'shift', 'fixed', 'factors', 'full', 'parameters', 'values', 'anchors', 'b', 'check'],
}
