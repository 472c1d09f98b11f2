import { type DoseDraw, numbersOf } from './dose-draw.ts'

/** Holes per cm² and length of the treatment that the anchor was reported for. */
const ANCHOR_HOLES = 163
const ANCHOR_MM = 1.5
const STRONGEST = 10

/**
 * Pain while needling, 0-10, as reported after a numbing cream (AS20): grows with length and number of needles as on the
 * forearm without one (K0076, K0077), and levels off at the end of the scale.
 */
export function painOf(needleMm: number, holesPerCm2: number, draw: DoseDraw): number {
  const number = numbersOf(draw)
  const strength = (needleMm / ANCHOR_MM) ** number('painLength') * (holesPerCm2 / ANCHOR_HOLES) ** number('painNumber')
  const anchor = Math.min(9.5, number('painAnchor'))
  return (STRONGEST * strength) / (strength + (STRONGEST - anchor) / anchor)
}
