import { compilePeer } from './compile-peer.ts'
import type { Model } from './model.ts'
import type { Language } from './print-program.ts'

/** Arithmetic as C writes it. */
export const C: Language = {
  declare: (name, value) => `const double ${name} = ${value};`,
  assign: (target, value) => `${target} = ${value};`,
  functions: { exp: 'exp', ln: 'log', sqrt: 'sqrt', min: 'fmin', max: 'fmax', '^': 'pow' },
  where: (condition, then, otherwise) => `(${condition} > 0 ? ${then} : ${otherwise})`,
  number: (value) => (Number.isInteger(value) && Math.abs(value) < 1e15 ? `${value}.0` : String(value)),
  reserved: ['t', 'y', 'out', 'element', 'fixed', 'full', 'parameters', 'values'],
}

/** A C header that holds a model: sizes, rates, Jacobian with its places, rest and events. For comparisons with other solvers. */
export function printCHeader(model: Model): string {
  const peer = compilePeer(model, C)
  const defined = (name: string, takes: string, body: readonly string[]) =>
    `static void ${name}(${takes}) {\n${body.map((line) => `  ${line}\n`).join('')}}\n`
  const places = (what: 'row' | 'column') => peer.elements.map((element) => element[what]).join(', ')
  return `\
#include <math.h>
#define SIZE ${peer.states.length}
#define PARAMETERS ${peer.parameters.length}
#define FIXED ${peer.fixedSize}
#define ELEMENTS ${peer.elements.length}
static const int ELEMENT_ROW[ELEMENTS] = {${places('row')}};
static const int ELEMENT_COLUMN[ELEMENTS] = {${places('column')}};

${[
  defined('prepare', 'const double *parameters, double *fixed', peer.prepare),
  defined('rest', 'const double *parameters, double *full', peer.rest),
  defined('derivative', 'double t, const double *y, const double *fixed, double *out', peer.derivative),
  defined('jacobian', 'double t, const double *y, const double *fixed, double *element', peer.jacobian),
  ...peer.events.map(({ name, program }) =>
    defined(`event_${name}`, 'double t, double *full, double *parameters, const double *values', program),
  ),
  defined('apply_event', 'int which, double t, double *full, double *parameters, const double *values', [
    'switch (which) {',
    ...peer.events.map(({ name }, at) => `  case ${at}: event_${name}(t, full, parameters, values); break;`),
    '}',
  ]),
].join('\n')}`
}
