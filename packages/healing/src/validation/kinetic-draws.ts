import type { ParameterDraw } from '../cascade/parameters.ts'
import { POSTERIOR_SIZE, posteriorDraw } from '../cascade/posterior.ts'

/** Every draw of the shipped posterior. */
export function kineticDraws(): ParameterDraw[] {
  return Array.from({ length: POSTERIOR_SIZE }, (_, k) => posteriorDraw(k))
}
