/** Standard-normal scores of the quantiles 5, 25, 50, 75 and 95 %. */
const scores = [-1.6449, -0.6745, 0, 0.6745, 1.6449] as const
/** Past these the model still says something, and the drawing stops. */
const lowest = -2.2
const highest = 2.2

/** How probable values are on one day; nothing outside `from`..`to`. */
export interface PredictiveDensity {
  readonly from: number
  readonly to: number
  /** The densest value. */
  readonly most: number
  /** Per `range`, so that 1 = spread evenly over the whole upright axis. */
  at(value: number): number
}

/** From five quantiles: the normal score rises straight between them and goes on past the last. */
export function predictiveDensity(
  quantiles: readonly [number, number, number, number, number],
  range: number,
): PredictiveDensity {
  // Quantiles that fall together would be infinitely dense.
  const least = range * 0.004
  const knots: number[] = [quantiles[0]]
  for (let at = 1; at < 5; at += 1) knots.push(Math.max(quantiles[at]!, knots[at - 1]! + least))
  const slopes = scores.slice(1).map((score, at) => (score - scores[at]!) / (knots[at + 1]! - knots[at]!))
  const from = knots[0]! + (lowest - scores[0]) / slopes[0]!
  const to = knots[4]! + (highest - scores[4]) / slopes[3]!
  return {
    from,
    to,
    most: 0.3989 * Math.max(...slopes) * range,
    at: (value) => {
      if (value < from || value > to) return 0
      let at = 0
      while (at < 3 && value > knots[at + 1]!) at += 1
      const score = scores[at]! + (value - knots[at]!) * slopes[at]!
      return 0.3989 * Math.exp((-score * score) / 2) * slopes[at]! * range
    },
  }
}
