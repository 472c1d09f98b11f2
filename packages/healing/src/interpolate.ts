/**
 * Monotone cubic interpolation (Fritsch and Carlson): passes through every knot and never overshoots between two of them,
 * so that a curve drawn from twenty stored days has no bump that the model did not compute.
 * `knots` rise strictly; outside them the nearest end value is returned.
 */
export const interpolateMonotone = (knots: readonly number[], values: readonly number[]): ((x: number) => number) => {
  const last = knots.length - 1
  const slopes = tangents(knots, values)
  return (x) => {
    if (x <= knots[0]!) return values[0]!
    if (x >= knots[last]!) return values[last]!
    let at = 0
    while (knots[at + 1]! < x) at += 1
    const width = knots[at + 1]! - knots[at]!
    const t = (x - knots[at]!) / width
    const u = 1 - t
    return (
      values[at]! * u * u * (1 + 2 * t) +
      values[at + 1]! * t * t * (1 + 2 * u) +
      width * t * u * (slopes[at]! * u - slopes[at + 1]! * t)
    )
  }
}

const tangents = (knots: readonly number[], values: readonly number[]): number[] => {
  const steps = knots.slice(1).map((knot, at) => knot - knots[at]!)
  const rises = steps.map((step, at) => (values[at + 1]! - values[at]!) / step)
  return knots.map((_, at) => {
    if (at === 0) return rises[0]!
    if (at === knots.length - 1) return rises[at - 1]!
    const before = rises[at - 1]!
    const after = rises[at]!
    if (before * after <= 0) return 0
    const left = 2 * steps[at]! + steps[at - 1]!
    const right = steps[at]! + 2 * steps[at - 1]!
    return (left + right) / (left / before + right / after)
  })
}
