import { valueAt } from '../cascade/parameter.ts'
import { PARAMETERS, type ParameterDraw, placeOf, priorMedian } from '../cascade/parameters.ts'

/** Symbols that some target could move: they are sampled together. All others keep their priors. */
export const CALIBRATED: readonly string[] = (
  'kP kB bAge xB tW kH kD kDM pC gI dC kC2 sN muN keN sM wN kQ mu1 k12 hN mu2 gD gM1 loop dG KG kRel aF muF Fm ' +
  'aK dK thK kX k3 Kc kmat kdeg k1 thB kTh hTh aPRP'
).split(' ')

const places = CALIBRATED.map(placeOf)

/** A draw from prior standard deviations of the calibrated parameters; the others at their medians. */
export function drawAt(x: ArrayLike<number>): ParameterDraw {
  const draw = priorMedian()
  places.forEach((place, at) => {
    draw[place] = valueAt(PARAMETERS[place]!, x[at]!)
  })
  return draw
}
