import type { ArmPrediction, ArmsSummary } from '@pointille/healing'

/** One trial beside what a model that has not seen its study foretold, in percent of the score at the start. */
export type ForetoldTrial = Pick<
  ArmPrediction,
  'id' | 'indication' | 'prp' | 'observed' | 'low90' | 'median' | 'high90' | 'inside'
>

/** How the shipped model did on the shipped tables. */
export type ShippedValidation = {
  readonly summary: ArmsSummary
  /** The largest improvement first. */
  readonly trials: readonly ForetoldTrial[]
  /** Of `n` measurements of healing, in how many the middle course is within tolerance; the others by name. */
  readonly kinetics: {
    readonly n: number
    readonly inside: number
    readonly medianInside: number
    readonly misses: readonly string[]
  }
}
