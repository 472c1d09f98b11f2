import type { DenseRates } from '../dense-lu.ts'

/** A published stiff problem, from t = 0. Reference states and the instants they are for are in generated/references.ts. */
export interface StiffTestProblem extends DenseRates {
  readonly source: string
  readonly initial: readonly number[]
}
