/** One step may err by this share of what is allowed: the errors of many steps add up, and fronts stretch them. */
const SHARE = 0.25

/** Measures vectors in allowed errors: the largest component decides, so that every component keeps its tolerance. */
export interface ErrorNorm {
  allow(tolerance: { relative: number; absolute: number | ArrayLike<number> }): void
  /** max |v_i| / (absolute_i + relative · max(|from_i|, |to_i|)); NaN when a component is not a number. */
  largest(v: Float64Array, from: Float64Array, to: Float64Array): number
}

export const makeErrorNorm = (size: number): ErrorNorm => {
  const absolute = new Float64Array(size)
  let relative = 0
  return {
    allow(tolerance) {
      const { absolute: allowed } = tolerance
      relative = SHARE * tolerance.relative
      for (let i = 0; i < size; i += 1) {
        const own = SHARE * (typeof allowed === 'number' ? allowed : allowed[i]!)
        if (!(relative >= 0 && own >= 0 && relative + own > 0))
          throw new RangeError(`component ${i} has no tolerance: neither may be negative, nor both zero`)
        // Never quite zero, so that a component resting at zero has no error instead of 0/0.
        absolute[i] = Math.max(own, 1e-300)
      }
    },
    largest(v, from, to) {
      let largest = 0
      let sum = 0
      for (let i = 0; i < size; i += 1) {
        const before = Math.abs(from[i]!)
        const after = Math.abs(to[i]!)
        const error = Math.abs(v[i]!) / (absolute[i]! + relative * Math.max(after, before))
        sum += error
        if (error > largest) largest = error
      }
      // A comparison does not see NaN; a sum does.
      return sum < Infinity ? largest : sum
    },
  }
}
