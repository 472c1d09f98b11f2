import { cholesky, dot, type Matrix, solveLower } from '../cholesky.ts'
import type { Random } from '../random.ts'

/** A normal distribution in several dimensions. */
export interface Gaussian {
  readonly mean: Float64Array
  /** Lower triangle whose product with its transpose is the covariance. */
  readonly factor: Matrix
}

export function gaussianFrom(mean: Float64Array, covariance: Matrix): Gaussian {
  const factor = cholesky(covariance)
  if (!factor) throw new Error('A covariance is not positive definite.')
  return { mean, factor }
}

/** Mean and covariance of points, the covariance a little widened along the axes so that it is never flat. */
export function gaussianOf(points: readonly Float64Array[]): Gaussian {
  const size = points[0]!.length
  const mean = new Float64Array(size)
  for (const point of points) for (let i = 0; i < size; i += 1) mean[i]! += point[i]! / points.length
  const covariance = Array.from({ length: size }, () => new Float64Array(size))
  for (const point of points)
    for (let i = 0; i < size; i += 1)
      for (let j = 0; j < size; j += 1)
        covariance[i]![j]! += ((point[i]! - mean[i]!) * (point[j]! - mean[j]!)) / points.length
  for (let i = 0; i < size; i += 1) covariance[i]![i]! += 1e-4
  return gaussianFrom(mean, covariance)
}

/** Inverse of a symmetric positive definite matrix. */
export function inverse(matrix: Matrix): Float64Array[] {
  const lower = cholesky(matrix)
  if (!lower) throw new Error('A matrix is not positive definite.')
  // The columns of L⁻¹; the inverse is the product of its transpose with itself.
  const columns = matrix.map((_, at) =>
    solveLower(
      lower,
      matrix.map((__, row) => (row === at ? 1 : 0)),
    ),
  )
  return columns.map((column) => Float64Array.from(columns, (other) => dot(column, other)))
}

/** A draw around `centre`: the covariance's factor times standard normals. */
export function spread(factor: Matrix, random: Random): Float64Array {
  const z = Float64Array.from(factor, () => random.normal())
  return Float64Array.from(factor, (row, i) => {
    let sum = 0
    for (let k = 0; k <= i; k += 1) sum += row[k]! * z[k]!
    return sum
  })
}
