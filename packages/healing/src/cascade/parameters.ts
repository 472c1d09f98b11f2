import { KINETIC_SYMBOLS } from './cascade-model.ts'
import { CHANNEL_PARAMETERS } from './channel-parameters.ts'
import { INFLAMMATION_PARAMETERS } from './inflammation-parameters.ts'
import { MATRIX_PARAMETERS } from './matrix-parameters.ts'
import type { Parameter } from './parameter.ts'
import { REDNESS_PARAMETERS } from './redness-parameters.ts'
import { REPAIR_PARAMETERS } from './repair-parameters.ts'

const told = new Map<string, Parameter>(
  [
    ...CHANNEL_PARAMETERS,
    ...REDNESS_PARAMETERS,
    ...INFLAMMATION_PARAMETERS,
    ...REPAIR_PARAMETERS,
    ...MATRIX_PARAMETERS,
  ].map((parameter) => [parameter.symbol, parameter]),
)

/**
 * Every number of the cascade: first those of the kernel, in its order, then those of the outputs. A draw is a
 * Float64Array in this order.
 */
export const PARAMETERS: readonly Parameter[] = [
  ...KINETIC_SYMBOLS.map((symbol) => {
    const parameter = told.get(symbol)
    if (parameter?.use !== 'equations') throw new Error(`The equations use ${symbol}, of which nothing is told.`)
    return parameter
  }),
  ...[...told.values()].filter(({ use }) => use === 'outputs'),
]

/** One value of every parameter, in the order of `PARAMETERS`. */
export type ParameterDraw = Float64Array

const places = new Map(PARAMETERS.map(({ symbol }, at) => [symbol, at]))

/** Where a parameter stands in a draw. */
export function placeOf(symbol: string): number {
  const place = places.get(symbol)
  if (place === undefined) throw new Error(`No parameter is called ${symbol}.`)
  return place
}

/** Every parameter at the median of its prior. */
export const priorMedian = (): ParameterDraw => Float64Array.from(PARAMETERS, ({ value }) => value)
