import { makeKernel } from '../packages/healing/src/equations/kernel.ts'
import { CASCADE_CODE } from '../packages/healing/src/generated/cascade-kernel.ts'
import { makeIntegrator } from '../packages/healing/src/solver/integrate.ts'
import type { BenchCourse } from './cascade-courses.ts'

/** What the benchmark asks of every solver. Both tolerances are the solver's own: what error they make is measured. */
export type CascadeSolver = {
  name: string
  /** Repeats that tell the speed well enough to choose a setting. */
  briefly: number
  /** Every state at every instant of every course, one after the other. */
  states: (relative: number, absolute: number) => Float64Array
  /** Seconds for solving all courses `repeats` times. */
  seconds: (relative: number, absolute: number, repeats: number) => number
}

/** Ours: the generated kernel in Rodas5P. */
export function ourSolver(courses: readonly BenchCourse[]): CascadeSolver {
  const kernel = makeKernel(CASCADE_CODE)
  const integrator = makeIntegrator(kernel.size)
  const size = kernel.states.length
  const initial = new Float64Array(kernel.size)
  const rows = courses.reduce((sum, { instants }) => sum + instants.length, 0)
  const all = new Float64Array(rows * size)
  const full = new Float64Array(size)

  const solve = (relative: number, absolute: number): void => {
    let next = 0
    for (const { parameters, end, events, instants } of courses) {
      kernel.setParameters(parameters)
      kernel.rest(full)
      kernel.begin(0, full, initial)
      integrator.integrate(kernel, {
        from: 0,
        to: end,
        initial,
        tolerance: { relative, absolute },
        events: events.map(({ at, name, values }) => ({ at, apply: (y) => kernel.applyEvent(name, at, values, y) })),
        at: instants,
        report(_row, t, y) {
          kernel.fullState(t, y, full)
          all.set(full, next)
          next += size
        },
      })
    }
  }
  return {
    name: 'ours: Rodas5P on generated code',
    briefly: 50,
    states(relative, absolute) {
      solve(relative, absolute)
      return all.slice()
    },
    seconds(relative, absolute, repeats) {
      const from = performance.now()
      for (let repeat = 0; repeat < repeats; repeat++) solve(relative, absolute)
      return (performance.now() - from) / 1000
    },
  }
}
