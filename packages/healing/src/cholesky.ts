/** A symmetric matrix, row by row. */
export type Matrix = readonly Float64Array[]

/** Lower triangle L with L Lᵀ = `matrix`; undefined when the matrix is not positive definite. */
export function cholesky(matrix: Matrix): Float64Array[] | undefined {
  const lower = matrix.map((row) => new Float64Array(row.length))
  for (let i = 0; i < matrix.length; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i]![j]!
      for (let k = 0; k < j; k++) sum -= lower[i]![k]! * lower[j]![k]!
      if (i !== j) lower[i]![j] = sum / lower[j]![j]!
      else if (sum <= 0) return
      else lower[i]![i] = Math.sqrt(sum)
    }
  }
  return lower
}

/** x with L x = b. */
export function solveLower(lower: Matrix, b: ArrayLike<number>): Float64Array {
  const x = new Float64Array(lower.length)
  for (let i = 0; i < lower.length; i++) {
    let sum = b[i]!
    for (let k = 0; k < i; k++) sum -= lower[i]![k]! * x[k]!
    x[i] = sum / lower[i]![i]!
  }
  return x
}

export function dot(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < one.length; i++) sum += one[i]! * other[i]!
  return sum
}
