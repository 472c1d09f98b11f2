/**
 * One number of the model, with everything that a reader needs to doubt it.
 * `low` and `high` bound what is plausible (about 90 %), not what was measured once.
 */
export interface Quantity {
  readonly value: number
  /** As it is printed, `1` for a pure number: `mm`, `1/d`, `holes/cm²`. */
  readonly unit: string
  readonly low: number
  readonly high: number
  /** Ids of evidence rows (`K0002`, `SK45`) and of the procedure notes (`V-20`); `assumed` when no measurement stands behind it. */
  readonly sources: readonly string[] | 'assumed'
  readonly meaning: { readonly fr: string; readonly en: string }
}

/** A number told in one line. */
export const quantity = (
  value: number,
  unit: string,
  [low, high]: readonly [low: number, high: number],
  sources: Quantity['sources'],
  fr: string,
  en: string,
): Quantity => ({ value, unit, low, high, sources, meaning: { fr, en } })

/** A range holds 90 %: its ends are this many standard deviations from the middle. */
export const Z90 = 1.6448536269514722
