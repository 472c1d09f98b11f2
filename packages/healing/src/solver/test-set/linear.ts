import type { DenseRates } from '../dense-lu.ts'

/** y' = S·diag(rates)·S⁻¹ y with S = I + w wᵀ, so that y(t) = S·exp(rates·t)·S⁻¹ y(0) is known in closed form. */
export interface LinearProblem extends DenseRates {
  exact(t: number, initial: ArrayLike<number>): number[]
}

export const linearProblem = (rates: readonly number[], w: readonly number[]): LinearProblem => {
  const size = rates.length
  const square = 1 + dot(w, w)
  /** S v and S⁻¹ v (Sherman and Morrison). */
  const there = (v: readonly number[]): number[] => v.map((value, i) => value + w[i]! * dot(w, v))
  const back = (v: readonly number[]): number[] => v.map((value, i) => value - (w[i]! * dot(w, v)) / square)
  const through = (v: readonly number[], factors: readonly number[]): number[] =>
    there(back(v).map((value, i) => value * factors[i]!))
  const matrix = new Float64Array(size * size)
  for (let j = 0; j < size; j += 1) {
    const unit = rates.map((_, i) => (i === j ? 1 : 0))
    through(unit, rates).forEach((value, i) => {
      matrix[i * size + j] = value
    })
  }
  return {
    size,
    derivative(_t, y, out) {
      for (let i = 0; i < size; i += 1) {
        let sum = 0
        for (let j = 0; j < size; j += 1) sum += matrix[i * size + j]! * y[j]!
        out[i] = sum
      }
    },
    jacobian: (_t, _y, out) => out.set(matrix),
    exact: (t, initial) =>
      through(
        Array.from(initial),
        rates.map((rate) => Math.exp(rate * t)),
      ),
  }
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0)
