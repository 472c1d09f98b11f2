import type { StiffTestProblem } from './stiff-test-problem.ts'

/** The Belousov-Zhabotinskii reaction: a limit cycle with sharp fronts. */
export const oregonator: StiffTestProblem = {
  source:
    'Field & Noyes (1974), J. Chem. Phys. 60:1877; Mazzia & Magherini, Test Set for IVP Solvers (2008), problem OREGO',
  size: 3,
  initial: [1, 2, 3],
  derivative(_t, y, out) {
    const a = y[0]!
    const b = y[1]!
    out[0] = 77.27 * (b + a * (1 - 8.375e-6 * a - b))
    out[1] = (y[2]! - (1 + a) * b) / 77.27
    out[2] = 0.161 * (a - y[2]!)
  },
  jacobian(_t, y, out) {
    const a = y[0]!
    const b = y[1]!
    out.set([77.27 * (1 - 16.75e-6 * a - b), 77.27 * (1 - a), 0])
    out.set([-b / 77.27, -(1 + a) / 77.27, 1 / 77.27], 3)
    out.set([0.161, 0, -0.161], 6)
  },
}
