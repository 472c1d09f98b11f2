import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { denseSystem } from './dense-lu.ts'
import { integrate, makeIntegrator } from './integrate.ts'
import { SolverFault } from './solver-fault.ts'
import type { Jump, Problem, StiffSystem } from './stiff-system.ts'
import { robertson } from './test-set/robertson.ts'

/** Injury, fast and slow: a wound's signal calls cells that lay matrix. Losses are proportional to their own state. */
const cascade = (): StiffSystem =>
  denseSystem({
    size: 3,
    derivative(_t, y, out) {
      out[0] = -30 * y[0]!
      out[1] = (4 * y[0]!) / (1 + y[0]!) - 0.5 * y[1]! * (1 + y[1]!)
      out[2] = 0.05 * y[1]! - 0.001 * y[2]!
    },
    jacobian(_t, y, out) {
      out[0] = -30
      out[3] = 4 / (1 + y[0]!) ** 2
      out[4] = -0.5 - y[1]!
      out[7] = 0.05
      out[8] = -0.001
    },
  })

const injury = (at: number, size = 1): Jump => ({
  at,
  apply: (y) => {
    y[0]! += size
  },
})

const tolerance = { relative: 1e-7, absolute: 1e-9 }
const year: Problem = {
  from: 0,
  to: 365,
  initial: [0, 0, 1],
  tolerance,
  events: [injury(0), injury(28), injury(56.5)],
  at: [0, 0.01, 1, 7, 28, 28.5, 56.5, 90, 180, 365],
}

describe('events', () => {
  it('count at their instant: what is reported there is the state after them', () => {
    const { states } = integrate(cascade(), { ...year, events: [injury(28, 2), injury(28, 3)] })
    expect(states[4 * 3]).toBe(5)
    expect(states[3 * 3]).toBe(0)
  })

  it('apply in list order at one instant', () => {
    const double: Jump = {
      at: 10,
      apply: (y) => {
        y[0]! *= 2
      },
    }
    const run = (events: Jump[]) => integrate(cascade(), { ...year, events, at: [10] }).states[0]
    expect(run([injury(10), double])).toBe(2)
    expect(run([double, injury(10)])).toBe(1)
  })

  it('may stand at the first and the last instant', () => {
    const { states } = integrate(cascade(), { ...year, events: [injury(0), injury(365)], at: [0, 365] })
    expect(states[0]).toBe(1)
    expect(states[3]).toBeCloseTo(1, 12)
  })

  it('mean the same in any order of the list', () => {
    const days = fc.uniqueArray(fc.integer({ min: 0, max: 365 }), { minLength: 2, maxLength: 6 })
    const shuffled = days.chain((sorted) =>
      fc.tuple(fc.constant(sorted), fc.shuffledSubarray(sorted, { minLength: sorted.length })),
    )
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const run = (list: number[]) => integrate(cascade(), { ...year, events: list.map((day) => injury(day)) }).states
        expect(run(other)).toEqual(run(one))
      }),
      { numRuns: 50 },
    )
  })
})

describe('a course', () => {
  it('split at an event in two runs is the same to the last bit', () => {
    const whole = integrate(cascade(), year).states
    const first = integrate(cascade(), { ...year, to: 28, events: [injury(0)], at: [0, 0.01, 1, 7, 28] }).states
    const rest = {
      from: 28,
      initial: first.slice(-3),
      events: [injury(28), injury(56.5)],
      at: [28, 28.5, 56.5, 90, 180, 365],
    }
    const second = integrate(cascade(), { ...year, ...rest }).states
    expect([...first.slice(0, 12), ...second]).toEqual([...whole])
  })

  it('split anywhere is the same within the tolerance', () => {
    const whole = integrate(cascade(), { ...year, at: [365] }).states
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 364, noNaN: true }), (split) => {
        const before = year.events!.filter((event) => event.at < split)
        const after = year.events!.filter((event) => event.at >= split)
        const half = integrate(cascade(), { ...year, to: split, events: before, at: [split] }).states
        const end = integrate(cascade(), { ...year, from: split, initial: half, events: after, at: [365] }).states
        for (let i = 0; i < 3; i += 1)
          expect(Math.abs(end[i]! - whole[i]!)).toBeLessThan(10 * (1e-9 + 1e-7 * whole[i]!))
      }),
    )
  })

  it('takes the same steps whatever is reported', () => {
    const few = integrate(cascade(), { ...year, at: [365] })
    const many = integrate(cascade(), { ...year, at: Array.from({ length: 366 }, (_, day) => day) })
    expect(many.states.slice(-3)).toEqual(few.states)
    expect(many.steps).toBe(few.steps)
  })

  it('without injury stays at rest', () => {
    const { states, steps } = integrate(cascade(), { ...year, initial: [0, 0, 0], events: [], at: [365] })
    expect([...states]).toEqual([0, 0, 0])
    expect(steps).toBe(1)
  })

  it('keeps a state whose losses are proportional from falling below zero by more than the tolerance', () => {
    for (const relative of [1e-3, 1e-5, 1e-7]) {
      const at = Array.from({ length: 2000 }, (_, k) => k / 5)
      const { states } = integrate(cascade(), { ...year, to: 400, tolerance: { relative, absolute: relative }, at })
      expect(Math.min(...states)).toBeGreaterThan(-relative)
    }
  })

  it('dense output is as exact between the steps as at their ends', () => {
    const at = Array.from({ length: 500 }, (_, k) => 28 + (k / 500) ** 3 * 28)
    const loose = integrate(cascade(), { ...year, at }).states
    const tight = integrate(cascade(), { ...year, tolerance: { relative: 1e-11, absolute: 1e-13 }, at }).states
    loose.forEach((value, k) => {
      expect(Math.abs(value - tight[k]!)).toBeLessThan(10 * (1e-9 + 1e-7 * Math.abs(tight[k]!)))
    })
  })

  it('is handed over instant by instant, with the parameters of the moment', () => {
    const seen: [row: number, t: number, treatments: number, first: number][] = []
    let treatments = 0
    const events = [10, 20].map((day) => ({
      at: day,
      apply: (y: Float64Array) => {
        treatments += 1
        y[0]! += 1
      },
    }))
    const report = (row: number, t: number, y: Float64Array) =>
      seen.push([row, t, treatments, Math.abs(Math.round(y[0]!))])
    integrate(cascade(), { ...year, events, at: [5, 10, 15, 20, 20, 30], report })
    expect(seen).toEqual([
      [0, 5, 0, 0],
      [1, 10, 1, 1],
      [2, 15, 1, 0],
      [3, 20, 2, 1],
      [4, 20, 2, 1],
      [5, 30, 2, 0],
    ])
  })

  it('leaves no trace in an integrator that solves another', () => {
    const integrator = makeIntegrator(3)
    const first = integrator.integrate(cascade(), year).states
    integrator.integrate(denseSystem(robertson), { ...year, initial: [1, 0, 0], events: [] })
    expect(integrator.integrate(cascade(), year).states).toEqual(first)
  })
})

describe('tolerances', () => {
  it('may be one for each component', () => {
    const loose = { relative: 1e-9, absolute: [1e-9, 1e-9, 1e-9] }
    const run = (absolute: number | number[]) =>
      integrate(cascade(), { ...year, tolerance: { relative: 1e-9, absolute } })
    expect(run(loose.absolute)).toEqual(run(1e-9))
    expect(run([1e-9, 1e-9, 1e-13]).steps).toBeGreaterThanOrEqual(run([1e-9, 1e-2, 1e-9]).steps)
  })
})

describe('what cannot be solved', () => {
  const scalar = (rate: (y: number) => number, slope: (y: number) => number) =>
    denseSystem({
      size: 1,
      derivative(_t, y, out) {
        out[0] = rate(y[0]!)
      },
      jacobian(_t, y, out) {
        out[0] = slope(y[0]!)
      },
    })
  const faultOf = (system: StiffSystem, problem: Partial<Problem>): SolverFault => {
    try {
      integrate(system, { from: 0, to: 10, initial: [1], tolerance, at: [], ...problem })
    } catch (fault) {
      if (fault instanceof SolverFault) return fault
      throw fault
    }
    throw new Error('solved')
  }

  it('is said with the time and a way out: a state that runs to infinity', () => {
    const fault = faultOf(
      scalar(
        (y) => y * y,
        (y) => 2 * y,
      ),
      {},
    )
    expect(fault.at).toBeCloseTo(1, 6)
    expect(['StepTooSmall', 'NotFinite']).toContain(fault.reason)
    expect(fault.message).toContain('At t = ')
  })

  it('rates outside their domain', () => {
    const fault = faultOf(
      scalar(
        (y) => -Math.sqrt(y) - 0.1,
        (y) => -0.5 / Math.sqrt(y),
      ),
      {},
    )
    expect(fault.reason).toBe('NotFinite')
    expect(fault.at).toBeGreaterThan(1)
    expect(fault.at).toBeLessThan(2)
  })

  it('rates that are no number from the start', () => {
    const nan = scalar(
      () => Number.NaN,
      () => 0,
    )
    expect(faultOf(nan, {})).toMatchObject({ reason: 'NotFinite', at: 0 })
  })

  it('a matrix that is always singular', () => {
    expect(faultOf({ ...cascade(), factor: () => false }, { initial: [1, 0, 0] })).toMatchObject({
      reason: 'SingularMatrix',
      at: 0,
    })
  })

  it('more steps than allowed', () => {
    expect(faultOf(cascade(), { initial: [1, 0, 0], maxSteps: 3 })).toMatchObject({ reason: 'TooManySteps' })
  })

  it('a problem that is not well put', () => {
    const put = (problem: Partial<Problem>) => () => integrate(cascade(), { ...year, ...problem })
    expect(put({ initial: [1] })).toThrow(RangeError)
    expect(put({ to: -1 })).toThrow('time runs forward')
    expect(put({ events: [injury(366)] })).toThrow('event at 366')
    expect(put({ at: [3, 2] })).toThrow('instant to report 2')
    expect(put({ at: [400] })).toThrow('instant to report 400')
    expect(put({ tolerance: { relative: 0, absolute: 0 } })).toThrow('no tolerance')
    expect(put({ tolerance: { relative: Number.NaN, absolute: 0 } })).toThrow('no tolerance')
  })
})
