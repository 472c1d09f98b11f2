import type { StiffTestProblem } from './stiff-test-problem.ts'

const MU = 1e6

/** The relaxation oscillator at mu = 1e6, time scaled so that a period is about 1.6. */
export const vanDerPol: StiffTestProblem = {
  source:
    'Van der Pol, B. (1926); Hairer & Wanner, Solving ODEs II, IV.10; Mazzia & Magherini, Test Set for IVP Solvers (2008), problem VDPOL',
  size: 2,
  initial: [2, 0],
  derivative(_t, y, out) {
    out[0] = y[1]!
    out[1] = MU * ((1 - y[0]! * y[0]!) * y[1]! - y[0]!)
  },
  jacobian(_t, y, out) {
    out[1] = 1
    out[2] = MU * (-2 * y[0]! * y[1]! - 1)
    out[3] = MU * (1 - y[0]! * y[0]!)
  },
}
