import type { CascadeSolver } from './cascade-solver.ts'

/** Tolerances with which a solver just meets an error, and how long it then takes. */
export type Tuned = { solver: CascadeSolver; relative: number; absolute: number; error: number; seconds: number }

/** Absolute over relative tolerance. The states are of order 1; which ratio pays differs between solvers. */
const RATIOS = [1, 0.1, 0.01, 0.001]
const FINER = 10 ** (1 / 6)
const LOOSEST = 1e-2
const TIGHTEST = 1e-12

/**
 * The fastest setting of several solvers whose measured error is at most `target`: for each ratio of tolerances the
 * loosest relative one, on a grid of six steps a decade.
 */
export function tune(
  solvers: readonly CascadeSolver[],
  target: number,
  errorOf: (states: Float64Array) => number,
): Tuned | undefined {
  const found = solvers.flatMap((solver) => RATIOS.flatMap((ratio) => loosest(solver, ratio, target, errorOf) ?? []))
  return found.sort((a, b) => a.seconds - b.seconds)[0]
}

function loosest(
  solver: CascadeSolver,
  ratio: number,
  target: number,
  errorOf: (states: Float64Array) => number,
): Tuned | undefined {
  const errorAt = (relative: number) => errorOf(solver.states(relative, relative * ratio))
  let relative = target
  let error = errorAt(relative)
  while (error <= target && relative < LOOSEST) {
    const looser = errorAt(relative * FINER)
    if (looser > target) break
    relative *= FINER
    error = looser
  }
  while (error > target) {
    relative /= FINER
    if (relative < TIGHTEST) return undefined
    error = errorAt(relative)
  }
  const absolute = relative * ratio
  const seconds = Math.min(...[1, 2, 3].map(() => solver.seconds(relative, absolute, solver.briefly)))
  return { solver, relative, absolute, error, seconds }
}
