import { Z90 } from '../quantity.ts'
import type { Random } from '../random.ts'
import { DOSE_NUMBERS, type DoseNumber, type DoseQuantity } from './dose-numbers.ts'

/** What one draw decides: every number of the dose, and how thick this person's layers are. */
export type DoseDoubt = DoseNumber | 'epidermis' | 'dermis'

/** One possible truth: for each doubt how many standard deviations from its middle. */
export type DoseDraw = Readonly<Record<DoseDoubt, number>>

const DOUBTS = [...Object.keys(DOSE_NUMBERS), 'epidermis', 'dermis'] as readonly DoseDoubt[]
/** Beyond this the tails of the assumed shapes mean nothing. */
const WIDEST = 3

const drawFrom = (value: () => number) =>
  Object.fromEntries(DOUBTS.map((doubt) => [doubt, value()])) as Record<DoseDoubt, number>

/** Every number at its middle. */
export const MEDIAN_DOSE_DRAW: DoseDraw = drawFrom(() => 0)

export function drawDose(random: Random): DoseDraw {
  return drawFrom(() => Math.max(-WIDEST, Math.min(WIDEST, random.normal())))
}

/** The number `z` standard deviations from its middle; the two sides of a range may differ. */
export function quantityAt({ value, low, high, scale }: DoseQuantity, z: number): number {
  const end = z < 0 ? low : high
  const steps = Math.abs(z) / Z90
  if (scale === 'linear') return Math.max(0, value + (end - value) * steps)
  if (scale === 'log') return value * Math.exp(Math.log(end / value) * steps)
  return shareOf(logOdds(value) + (logOdds(end) - logOdds(value)) * steps)
}

/** The numbers of a draw, read by name. */
export function numbersOf(draw: DoseDraw): (name: DoseNumber) => number {
  return (name) => quantityAt(DOSE_NUMBERS[name], draw[name])
}

export const logOdds = (share: number) => Math.log(share / (1 - share))
export const shareOf = (odds: number) => 1 / (1 + Math.exp(-odds))
