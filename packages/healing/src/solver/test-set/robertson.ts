import type { StiffTestProblem } from './stiff-test-problem.ts'

/** Three species of an autocatalytic reaction whose rate constants span nine decades, followed over eleven. */
export const robertson: StiffTestProblem = {
  source:
    'Robertson, H. H. (1966), The solution of a set of reaction rate equations; Mazzia & Magherini, Test Set for IVP Solvers (2008), problem ROBER',
  size: 3,
  initial: [1, 0, 0],
  derivative(_t, y, out) {
    const decay = 0.04 * y[0]!
    const back = 1e4 * y[1]! * y[2]!
    const forth = 3e7 * y[1]! * y[1]!
    out[0] = back - decay
    out[1] = decay - back - forth
    out[2] = forth
  },
  jacobian(_t, y, out) {
    const middle = y[1]!
    const last = y[2]!
    out.set([-0.04, 1e4 * last, 1e4 * middle, 0.04, -1e4 * last - 6e7 * middle, -1e4 * middle, 0, 6e7 * middle, 0])
  },
}
