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

/** An instant at which the state jumps or a parameter changes: the integrator stops exactly there and starts afresh. */
export interface Jump {
  readonly at: number
  apply(y: Float64Array): void
}

export interface Problem {
  readonly from: number
  readonly to: number
  readonly initial: ArrayLike<number>
  /** Error allowed in a component in one step: absolute + relative·|y|. `absolute` is one number, or one for each component. */
  readonly tolerance: { readonly relative: number; readonly absolute: number | ArrayLike<number> }
  /** Within [from, to], both ends included. Their order does not matter; several at one instant apply in list order. */
  readonly events?: readonly Jump[]
  /** Increasing instants within [from, to] to report, by dense output; at an event's instant the state after it. */
  readonly at: ArrayLike<number>
  /**
   * Called for each reported instant, in order, while the system still has the parameters of that instant (events change them):
   * for values that go with the state, such as states in closed form. `y` is lent for the call.
   */
  report?(row: number, t: number, y: Float64Array): void
  /** Accepted and rejected steps together before the solver gives up; 100,000 when absent. */
  readonly maxSteps?: number
}

export interface Trajectory {
  /** Row-major, `at.length` rows of `size`. */
  readonly states: Float64Array
  readonly steps: number
  readonly rejected: number
  readonly derivatives: number
}
