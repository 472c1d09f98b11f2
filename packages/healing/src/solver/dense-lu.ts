import type { StiffSystem } from './stiff-system.ts'

/** What a small system is, written plainly: its rates and, row by row, their partial derivatives. */
export interface DenseRates {
  readonly size: number
  derivative(t: number, y: Float64Array, out: Float64Array): void
  /** out[i·size + j] := ∂f_i/∂y_j. `out` comes filled with zeros, so only the others need to be written. */
  jacobian(t: number, y: Float64Array, out: Float64Array): void
  timeDerivative?(t: number, y: Float64Array, out: Float64Array): void
}

/** A stiff system by dense LU: for tests and interpreted models. Shipped models have a sparse LU written out for them. */
export const denseSystem = (rates: DenseRates): StiffSystem => {
  const { size, timeDerivative } = rates
  const lu = makeDenseLu(size)
  return {
    size,
    derivative: (t, y, out) => rates.derivative(t, y, out),
    ...(timeDerivative && {
      timeDerivative: (t: number, y: Float64Array, out: Float64Array) => timeDerivative(t, y, out),
    }),
    factor(t, y, shift) {
      const { matrix } = lu
      matrix.fill(0)
      rates.jacobian(t, y, matrix)
      for (let i = 0; i < matrix.length; i += 1) matrix[i] = -matrix[i]!
      for (let i = 0; i < size; i += 1) matrix[i * size + i]! += shift
      return lu.factor()
    },
    solve: (b) => lu.solve(b),
  }
}

export interface DenseLu {
  /** Row-major; write the matrix here, then call `factor`, which overwrites it. */
  readonly matrix: Float64Array
  /** False when the matrix is singular or holds something not finite. */
  factor(): boolean
  /** b := matrix⁻¹ b. */
  solve(b: Float64Array): void
}

/** LU with row exchanges, largest pivot of the column first. */
export const makeDenseLu = (size: number): DenseLu => {
  const matrix = new Float64Array(size * size)
  const pivots = new Int32Array(size)

  const factor = (): boolean => {
    for (let k = 0; k < size; k += 1) {
      const row = k * size
      let pivot = k
      for (let i = k + 1; i < size; i += 1)
        if (Math.abs(matrix[i * size + k]!) > Math.abs(matrix[pivot * size + k]!)) pivot = i
      pivots[k] = pivot
      if (pivot !== k)
        for (let j = 0; j < size; j += 1) {
          const kept = matrix[row + j]!
          matrix[row + j] = matrix[pivot * size + j]!
          matrix[pivot * size + j] = kept
        }
      const inverse = 1 / matrix[row + k]!
      if (!Number.isFinite(inverse)) return false
      for (let i = k + 1; i < size; i += 1) {
        const factor = matrix[i * size + k]! * inverse
        matrix[i * size + k] = factor
        if (factor !== 0) for (let j = k + 1; j < size; j += 1) matrix[i * size + j]! -= factor * matrix[row + j]!
      }
    }
    return true
  }

  const solve = (b: Float64Array): void => {
    for (let k = 0; k < size; k += 1) {
      const pivot = pivots[k]!
      const value = b[pivot]!
      b[pivot] = b[k]!
      b[k] = value
    }
    for (let i = 1; i < size; i += 1) {
      let sum = b[i]!
      for (let j = 0; j < i; j += 1) sum -= matrix[i * size + j]! * b[j]!
      b[i] = sum
    }
    for (let i = size - 1; i >= 0; i -= 1) {
      let sum = b[i]!
      for (let j = i + 1; j < size; j += 1) sum -= matrix[i * size + j]! * b[j]!
      b[i] = sum / matrix[i * size + i]!
    }
  }

  return { matrix, factor, solve }
}
