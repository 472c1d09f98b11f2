import { CASCADE_MODEL } from '../packages/healing/src/cascade/cascade-model.ts'
import type { Measurement } from '../run/bench-line.ts'
import { benchCourses, problemText } from './cascade-courses.ts'
import { scaledError } from './cascade-error.ts'
import { ourSolver } from './cascade-solver.ts'
import { makeSolverPeers } from './peers/solver-peers.ts'
import { type Tuned, tune } from './solver-tuning.ts'

export const name =
  'solves of the healing model a second, against SUNDIALS CVODE and SciPy LSODA at equal measured error'

const courseCount = 20
const targets = [1e-5, 1e-7]
const rounds = 7
const secondsEach = 0.5

/**
 * Every solver gets its tolerances tuned until the error that it really makes, over all courses, is at the target; then
 * they are timed in turn on one core. All report every state; ours has some in closed form.
 */
export async function* run(): AsyncIterable<Measurement> {
  const courses = benchCourses(courseCount)
  const ours = ourSolver(courses)
  const peers = makeSolverPeers(CASCADE_MODEL, problemText(courses))
  try {
    for (const missing of [peers.cvode, peers.lsoda]) if (typeof missing === 'string') console.error(missing)
    const cvode = typeof peers.cvode === 'string' ? [] : peers.cvode
    const lsoda = typeof peers.lsoda === 'string' ? [] : peers.lsoda
    // What is true: the first peer at its finest, so that ours is not its own judge. Both agree to 1e-10.
    const reference = (cvode[0] ?? ours).states(1e-12, 1e-14)
    const errorOf = (states: Float64Array) => scaledError(states, reference, courses, CASCADE_MODEL.states.length)

    for (const target of targets) {
      const own = tune([ours], target, errorOf)
      for (const [solvers, goal] of [[cvode, '>=3'] as const, [lsoda, '>=20'] as const]) {
        if (solvers.length === 0) continue
        const other = tune(solvers, target, errorOf)
        if (!own || !other) throw new Error(`No tolerance reaches an error of ${target}.`)
        yield compare(own, other, target, goal)
      }
    }
  } finally {
    peers.remove()
  }
}

function compare(own: Tuned, other: Tuned, target: number, goal: string): Measurement {
  for (const { solver, relative, absolute, error } of [own, other])
    console.error(
      `  ${solver.name}: relative ${digits(relative)}, absolute ${digits(absolute)}, error ${digits(error)}`,
    )
  const mine: number[] = []
  const theirs: number[] = []
  // In turn, so that a machine that slows down slows both.
  for (let round = 0; round < rounds; round++) {
    mine.push(solvesASecond(own))
    theirs.push(solvesASecond(other))
  }
  return {
    name: `cascade: solves at a scaled error of ${target}`,
    value: median(mine),
    unit: 'solves/s',
    peer: other.solver.name,
    peerValue: median(theirs),
    goal,
  }
}

function solvesASecond({ solver, relative, absolute, seconds }: Tuned): number {
  const repeats = Math.max(1, Math.round((secondsEach / seconds) * solver.briefly))
  return (repeats * courseCount) / solver.seconds(relative, absolute, repeats)
}

const digits = (value: number) => value.toPrecision(2)
const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
