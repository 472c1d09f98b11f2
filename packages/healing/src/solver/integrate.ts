import { makeRodasStep } from './rodas-step.ts'
import { SolverFault } from './solver-fault.ts'
import type { Problem, StiffSystem, Trajectory } from './stiff-system.ts'

/** Solves `problem` for `system`. Throws SolverFault when it cannot, RangeError when the problem is not well put. */
export const integrate = (system: StiffSystem, problem: Problem): Trajectory =>
  makeIntegrator(system.size).integrate(system, problem)

export interface Integrator {
  integrate(system: StiffSystem, problem: Problem): Trajectory
}

/** An integrator for systems of one size that keeps its buffers, so that an ensemble is solved without allocating again. */
export const makeIntegrator = (size: number): Integrator => {
  const step = makeRodasStep(size)
  const y = new Float64Array(size)
  const slope = new Float64Array(size)
  const absolute = new Float64Array(size)

  const run = (system: StiffSystem, problem: Problem): Trajectory => {
    const { from, to, at } = problem
    const { relative } = problem.tolerance
    const jumps = [...(problem.events ?? [])].sort((a, b) => a.at - b.at)
    if (system.size !== size || problem.initial.length !== size) throw new RangeError('initial state and size differ')
    for (const jump of jumps)
      if (!(jump.at >= from && jump.at <= to)) throw new RangeError(`event at ${jump.at} outside [${from}, ${to}]`)
    for (let i = 0; i < at.length; i += 1)
      if (!(at[i]! >= (i ? at[i - 1]! : from) && at[i]! <= to))
        throw new RangeError(`instant to report ${at[i]} out of order or outside [${from}, ${to}]`)
    const { absolute: abs } = problem.tolerance
    for (let i = 0; i < size; i += 1) {
      y[i] = problem.initial[i]!
      absolute[i] = typeof abs === 'number' ? abs : abs[i]!
    }
    const maxSteps = problem.maxSteps ?? 100_000
    const states = new Float64Array(at.length * size)
    const direction = to >= from ? 1 : -1
    let steps = 0
    let rejected = 0
    let derivatives = 0
    let row = 0
    let next = 0
    let t = from

    const norm = (v: Float64Array, reference: Float64Array): number => {
      let sum = 0
      for (let i = 0; i < size; i += 1) {
        const q = v[i]! / (absolute[i]! + relative * Math.max(Math.abs(y[i]!), Math.abs(reference[i]!)))
        sum += q * q
      }
      return Math.sqrt(sum / size)
    }
    const reportUpTo = (until: number, before: boolean, h: number, start: number): void => {
      let prepared = false
      while (row < at.length && (before ? at[row]! < until : at[row]! <= until)) {
        if (!prepared) step.prepareInterpolation()
        prepared = true
        step.interpolate((at[row]! - start) / h, y, states, row * size)
        problem.report?.(row, at[row]!, states.subarray(row * size, row * size + size))
        row += 1
      }
    }
    const reportNow = (): void => {
      while (row < at.length && at[row]! === t) {
        states.set(y, row * size)
        problem.report?.(row, t, y)
        row += 1
      }
    }
    for (;;) {
      while (next < jumps.length && jumps[next]!.at === t) {
        jumps[next]!.apply(y)
        next += 1
      }
      reportNow()
      if (t === to) break
      const stop = next < jumps.length ? jumps[next]!.at : to
      system.derivative(t, y, slope)
      derivatives += 1
      let h = 1e-3 * Math.min(norm(y, y) / Math.max(norm(slope, y), 1e-300), (stop - t) * 1000)
      if (!Number.isFinite(h)) throw new SolverFault('NotFinite', t)
      h = Math.max(Math.min(h, stop - t), 1e-10 * (stop - t))
      while (t < stop) {
        if (steps + rejected >= maxSteps) throw new SolverFault('TooManySteps', t)
        if (h <= 1e-14 * Math.max(Math.abs(t), 1e-10)) throw new SolverFault('StepTooSmall', t)
        const last = t + 1.0001 * h >= stop
        if (last) h = stop - t
        if (!step.attempt(system, t, h, y, slope)) {
          h *= 0.5
          rejected += 1
          continue
        }
        derivatives += 7
        const error = norm(step.error, step.end)
        if (!(error <= 1)) {
          rejected += 1
          h *= error < Infinity ? Math.max(0.2, 0.9 * error ** -0.2) : 0.1
          continue
        }
        steps += 1
        const reached = last ? stop : t + h
        reportUpTo(reached, true, h, t)
        t = reached
        y.set(step.end)
        h *= Math.min(6, 0.9 * Math.max(error, 1e-10) ** -0.2)
        if (t < stop) {
          reportNow()
          system.derivative(t, y, slope)
          derivatives += 1
        }
      }
    }
    return { states, steps, rejected, derivatives: derivatives * direction }
  }
  return { integrate: run }
}
