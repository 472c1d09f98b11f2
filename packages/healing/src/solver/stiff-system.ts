/** y' = f(t, y), parameters bound. Time in days. Vectors are Float64Array of `size`; nothing is allocated while integrating. */
export interface StiffSystem {
  readonly size: number
  derivative(t: number, y: Float64Array, out: Float64Array): void
  /** out := ∂f/∂t; absent when f does not depend on t. */
  timeDerivative?(t: number, y: Float64Array, out: Float64Array): void
  /** Factors shift·I − J(t, y) and keeps the factors; false when singular. */
  factor(t: number, y: Float64Array, shift: number): boolean
  /** b := (shift·I − J)⁻¹ b with the kept factors. */
  solve(b: Float64Array): void
}
