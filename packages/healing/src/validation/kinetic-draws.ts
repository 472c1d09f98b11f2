import { valueAt } from '../cascade/parameter.ts'
import { PARAMETERS, type ParameterDraw } from '../cascade/parameters.ts'
import { makeRandom } from '../random.ts'

/** PROVISIONAL: the prior, until the posterior is drawn. */
export function kineticDraws(): ParameterDraw[] {
  const random = makeRandom(11)
  return Array.from({ length: 200 }, () =>
    Float64Array.from(PARAMETERS, (parameter) => valueAt(parameter, random.normal())),
  )
}
