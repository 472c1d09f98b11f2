import { makeErrorNorm } from './error-norm.ts'
import { makeRodasStep } from './rodas-step.ts'
import { SolverFault, type SolverFaultReason } from './solver-fault.ts'
import { firstStep, makeStepControl } from './step-size.ts'
import type { Problem, StiffSystem, Trajectory } from './stiff-system.ts'

/** Solves `problem` for `system`. Throws SolverFault when it cannot go on, RangeError when the problem is not well put. */
export const integrate = (system: StiffSystem, problem: Problem): Trajectory =>
  makeIntegrator(system.size).integrate(system, problem)

export interface Integrator {
  integrate(system: StiffSystem, problem: Problem): Trajectory
}

/** An integrator for systems of one size that keeps its buffers, so that an ensemble is solved without allocating them again. */
export const makeIntegrator = (size: number): Integrator => {
  const step = makeRodasStep(size)
  const control = makeStepControl()
  const norm = makeErrorNorm(size)
  const { end } = step
  const y = new Float64Array(size)
  const slope = new Float64Array(size)
  const probe = new Float64Array(size)
  const reported = new Float64Array(size)

  /** The step to start with from y at t, whose derivative is `slope`: one more derivative tells the curvature. */
  const chooseFirstStep = (system: StiffSystem, t: number, span: number): number => {
    const first = norm.largest(slope, y, y)
    const small = 1e-3 * Math.min(span, first > 0 ? Math.max(norm.largest(y, y, y), 1) / first : span)
    for (let i = 0; i < size; i += 1) probe[i] = y[i]! + small * slope[i]!
    system.derivative(t + small, probe, reported)
    for (let i = 0; i < size; i += 1) probe[i] = (reported[i]! - slope[i]!) / small
    return firstStep(first, norm.largest(probe, y, y), span)
  }

  const run = (system: StiffSystem, problem: Problem): Trajectory => {
    const { from, to, at } = problem
    const jumps = [...(problem.events ?? [])].sort((a, b) => a.at - b.at)
    checkProblem(size, system, problem)
    norm.allow(problem.tolerance)
    y.set(problem.initial)
    const states = new Float64Array(at.length * size)
    let attemptsLeft = problem.maxSteps ?? 100_000
    let steps = 0
    let rejected = 0
    let derivatives = 0
    let row = 0
    let next = 0
    let t = from

    for (;;) {
      for (; next < jumps.length && jumps[next]!.at === t; next += 1) jumps[next]!.apply(y)
      for (; row < at.length && at[row] === t; row += 1) {
        states.set(y, row * size)
        problem.report?.(row, t, y)
      }
      if (t === to) return { states, steps, rejected, derivatives }

      const stop = next < jumps.length ? jumps[next]!.at : to
      system.derivative(t, y, slope)
      let h = chooseFirstStep(system, t, stop - t)
      derivatives += 2
      control.restart()
      let trouble: SolverFaultReason = 'StepTooSmall'
      while (t < stop) {
        // A sliver left before the stop would cost a step of its own.
        const last = t + 1.01 * h >= stop
        if (last) h = stop - t
        else if (!(t + 0.1 * h > t) || h < 1e-30 * (stop - from)) throw new SolverFault(trouble, t)
        if (attemptsLeft === 0) throw new SolverFault('TooManySteps', t)
        attemptsLeft -= 1

        const solved = step.attempt(system, t, h, y, slope)
        const error = solved ? norm.largest(step.error, y, end) : Infinity
        if (solved) derivatives += 7
        if (!(error <= 1)) {
          rejected += 1
          trouble = !solved ? 'SingularMatrix' : Number.isFinite(error) ? 'StepTooSmall' : 'NotFinite'
          h = control.afterRejected(h, error)
          continue
        }

        steps += 1
        const reached = last ? stop : t + h
        if (row < at.length && at[row]! <= reached && at[row]! < stop) {
          step.prepareInterpolation()
          for (; row < at.length && at[row]! <= reached && at[row]! < stop; row += 1) {
            step.interpolate((at[row]! - t) / h, y, reported)
            for (let i = 0, place = row * size; i < size; i += 1) states[place + i] = reported[i]!
            problem.report?.(row, at[row]!, reported)
          }
        }
        for (let i = 0; i < size; i += 1) y[i] = end[i]!
        t = reached
        h = control.afterAccepted(h, error)
        if (t < stop) {
          system.derivative(t, y, slope)
          derivatives += 1
        }
      }
    }
  }
  return { integrate: run }
}

const checkProblem = (size: number, system: StiffSystem, { from, to, initial, at, events = [] }: Problem): void => {
  if (system.size !== size || initial.length !== size)
    throw new RangeError(`an initial state of ${initial.length} for a system of ${system.size}, integrator of ${size}`)
  if (!(from <= to)) throw new RangeError(`from ${from} to ${to}: time runs forward`)
  for (const event of events)
    if (!(event.at >= from && event.at <= to)) throw new RangeError(`event at ${event.at} outside [${from}, ${to}]`)
  for (let i = 0; i < at.length; i += 1)
    if (!(at[i]! >= (i === 0 ? from : at[i - 1]!) && at[i]! <= to))
      throw new RangeError(`instant to report ${at[i]} out of order or outside [${from}, ${to}]`)
}
