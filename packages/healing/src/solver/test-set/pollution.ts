import type { StiffTestProblem } from './stiff-test-problem.ts'

/** Rate constant, what reacts, what is made; species 1 to 20. */
type Reaction = readonly [rate: number, used: readonly number[], made: readonly number[]]

const reactions: readonly Reaction[] = [
  [0.35, [1], [2, 3]],
  [26.6, [2, 4], [1]],
  [12300, [5, 2], [6, 1]],
  [0.00086, [7], [5, 5, 8]],
  [0.00082, [7], [8]],
  [15000, [7, 6], [5, 8]],
  [0.00013, [9], [5, 8, 10]],
  [24000, [9, 6], [11]],
  [16500, [11, 2], [1, 10, 12]],
  [9000, [11, 1], [13]],
  [0.022, [13], [11, 1]],
  [12000, [10, 2], [14, 1]],
  [1.88, [14], [5, 7]],
  [16300, [1, 6], [15]],
  [4.8e6, [3], [4]],
  [0.00035, [4], [16]],
  [0.0175, [4], [3]],
  [1e8, [16], [6, 6]],
  [4.44e11, [16], [3]],
  [1240, [17, 6], [18, 5]],
  [2.1, [19], [2]],
  [5.78, [19], [1, 3]],
  [0.0474, [1, 4], [19]],
  [1780, [19, 1], [20]],
  [3.12, [20], [19, 1]],
]

const SIZE = 20

/** Chemistry of polluted air: 25 reactions of 20 species, rate constants over fifteen decades. */
export const pollution: StiffTestProblem = {
  source:
    'Verwer, J. G. (1994), SIAM J. Sci. Comput. 15:1243; Mazzia & Magherini, Test Set for IVP Solvers (2008), problem POLLU',
  size: SIZE,
  initial: [0, 0.2, 0, 0.04, 0, 0, 0.1, 0.3, 0.01, 0, 0, 0, 0, 0, 0, 0, 0.007, 0, 0, 0],
  derivative(_t, y, out) {
    out.fill(0)
    for (const [rate, used, made] of reactions) {
      const flow = used.reduce((product, species) => product * y[species - 1]!, rate)
      for (const species of used) out[species - 1]! -= flow
      for (const species of made) out[species - 1]! += flow
    }
  },
  jacobian(_t, y, out) {
    for (const [rate, used, made] of reactions)
      for (const by of used) {
        const partial = used.reduce((product, other) => (other === by ? product : product * y[other - 1]!), rate)
        for (const species of used) out[(species - 1) * SIZE + by - 1]! -= partial
        for (const species of made) out[(species - 1) * SIZE + by - 1]! += partial
      }
  },
}
