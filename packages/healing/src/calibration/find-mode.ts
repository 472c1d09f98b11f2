import { dot } from '../cholesky.ts'
import { type Gaussian, gaussianFrom, inverse } from './gaussian.ts'

/** Fills `out` with misfits at `x`; false where `x` is not allowed. */
export type MisfitsAt = (x: Float64Array, out: Float64Array) => boolean

const STEP = 0.02

/**
 * The place where ½|x|² + ½|misfits|² is least, by Gauss-Newton with damping (Levenberg), and the normal distribution that
 * touches the density there. `x` is standard normal before any evidence.
 */
export function findMode(dimensions: number, size: number, misfits: MisfitsAt, rounds = 12): Gaussian {
  const costAt = (x: Float64Array, out: Float64Array) =>
    misfits(x, out) ? 0.5 * (dot(x, x) + dot(out, out)) : Number.POSITIVE_INFINITY
  let x: Float64Array = new Float64Array(dimensions)
  const here = new Float64Array(size)
  const there = new Float64Array(size)
  let cost = costAt(x, here)
  let damping = 0.1
  let curvature = identity(dimensions)
  for (let round = 0; round < rounds; round += 1) {
    const slopes = Array.from(x, (value, at) => {
      const moved = Float64Array.from(x)
      moved[at] = value + STEP
      if (!misfits(moved, there)) return new Float64Array(size)
      return there.map((misfit, k) => (misfit - here[k]!) / STEP)
    })
    curvature = slopes.map((one, i) => Float64Array.from(slopes, (other, j) => dot(one, other) + (i === j ? 1 : 0)))
    const downhill = x.map((value, i) => -(value + dot(slopes[i]!, here)))
    for (let attempt = 0; attempt < 8; attempt += 1) {
      const move = solve(curvature, downhill, damping)
      const next = x.map((value, i) => value + move[i]!)
      const nextCost = costAt(next, there)
      if (nextCost < cost) {
        x = next
        cost = nextCost
        here.set(there)
        damping *= 0.3
        break
      }
      damping = damping * 4 + 0.01
    }
  }
  return gaussianFrom(x, inverse(curvature))
}

const identity = (size: number) =>
  Array.from({ length: size }, (_, i) => Float64Array.from({ length: size }, (__, j) => (i === j ? 1 : 0)))

/** (matrix + damping·I)⁻¹ b */
function solve(matrix: readonly Float64Array[], b: Float64Array, damping: number): Float64Array {
  const damped = matrix.map((row, i) => row.map((value, j) => (i === j ? value + damping : value)))
  const rows = inverse(damped)
  return b.map((_, i) => dot(rows[i]!, b))
}
