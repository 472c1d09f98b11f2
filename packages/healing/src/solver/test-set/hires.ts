import type { StiffTestProblem } from './stiff-test-problem.ts'

/** High irradiance response: eight reactants of the growth of plants under light, one reaction of second order. */
export const hires: StiffTestProblem = {
  source: 'Schäfer, E. (1975), J. Math. Biol. 2:41; Mazzia & Magherini, Test Set for IVP Solvers (2008), problem HIRES',
  size: 8,
  initial: [1, 0, 0, 0, 0, 0, 0, 0.0057],
  derivative(_t, y, out) {
    const [y1, y2, y3, y4, y5, y6, y7, y8] = y as unknown as Eight
    const meeting = 280 * y6 * y8
    out[0] = -1.71 * y1 + 0.43 * y2 + 8.32 * y3 + 0.0007
    out[1] = 1.71 * y1 - 8.75 * y2
    out[2] = -10.03 * y3 + 0.43 * y4 + 0.035 * y5
    out[3] = 8.32 * y2 + 1.71 * y3 - 1.12 * y4
    out[4] = -1.745 * y5 + 0.43 * y6 + 0.43 * y7
    out[5] = -meeting + 0.69 * y4 + 1.71 * y5 - 0.43 * y6 + 0.69 * y7
    out[6] = meeting - 1.81 * y7
    out[7] = -meeting + 1.81 * y7
  },
  jacobian(_t, y, out) {
    const by6 = 280 * y[7]!
    const by8 = 280 * y[5]!
    out.set([-1.71, 0.43, 8.32])
    out.set([1.71, -8.75], 8)
    out.set([-10.03, 0.43, 0.035], 18)
    out.set([8.32, 1.71, -1.12], 25)
    out.set([-1.745, 0.43, 0.43], 36)
    out.set([0.69, 1.71, -0.43 - by6, 0.69, -by8], 43)
    out.set([by6, -1.81, by8], 53)
    out.set([-by6, 1.81, -by8], 61)
  },
}

type Eight = [number, number, number, number, number, number, number, number]
