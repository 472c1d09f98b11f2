import { describe, expect, it } from 'vitest'
import { type DenseRates, denseSystem } from './dense-lu.ts'
import { makeRodasStep } from './rodas-step.ts'

/** Kaps' problem: y = (exp(−2t), exp(−t)) whatever its stiffness 1/eps. */
const kaps = (eps: number): DenseRates => ({
  size: 2,
  derivative(_t, y, out) {
    out[0] = -(1 / eps + 2) * y[0]! + (y[1]! * y[1]!) / eps
    out[1] = y[0]! - y[1]! * (1 + y[1]!)
  },
  jacobian(_t, y, out) {
    out[0] = -(1 / eps + 2)
    out[1] = (2 * y[1]!) / eps
    out[2] = 1
    out[3] = -1 - 2 * y[1]!
  },
})
const kapsExact = (t: number): number[] => [Math.exp(-2 * t), Math.exp(-t)]

/** Prothero and Robinson's problem, driven by time: y = sin(1 + t) whatever lambda. */
const driven = (lambda: number): DenseRates => ({
  size: 1,
  derivative(t, y, out) {
    out[0] = lambda * (y[0]! - Math.sin(1 + t)) + Math.cos(1 + t)
  },
  jacobian(_t, _y, out) {
    out[0] = lambda
  },
  timeDerivative(t, _y, out) {
    out[0] = -lambda * Math.cos(1 + t) - Math.sin(1 + t)
  },
})
const drivenExact = (t: number): number[] => [Math.sin(1 + t)]

/** Largest error at the ends of `count` equal steps over [0, 1], and of the dense output at several places within them. */
const errorsOf = (rates: DenseRates, exact: (t: number) => number[], count: number) => {
  const { size } = rates
  const system = denseSystem(rates)
  const step = makeRodasStep(size)
  const h = 1 / count
  const y = Float64Array.from(exact(0))
  const slope = new Float64Array(size)
  const between = new Float64Array(size)
  let end = 0
  let dense = 0
  const off = (found: Float64Array, t: number) => Math.max(...exact(t).map((value, i) => Math.abs(found[i]! - value)))
  for (let k = 0; k < count; k += 1) {
    system.derivative(k * h, y, slope)
    expect(step.attempt(system, k * h, h, y, slope)).toBe(true)
    step.prepareInterpolation()
    for (const theta of [0.15, 0.4, 0.65, 0.9]) {
      step.interpolate(theta, y, between)
      dense = Math.max(dense, off(between, (k + theta) * h))
    }
    y.set(step.end)
    end = Math.max(end, off(y, (k + 1) * h))
  }
  return { end, dense }
}

/** Slope of log error against log step between two numbers of steps. */
const ordersOf = (rates: DenseRates, exact: (t: number) => number[], few: number, many: number) => {
  const coarse = errorsOf(rates, exact, few)
  const fine = errorsOf(rates, exact, many)
  const order = (a: number, b: number) => Math.log(a / b) / Math.log(many / few)
  return { end: order(coarse.end, fine.end), dense: order(coarse.dense, fine.dense) }
}

describe('measured order of convergence', () => {
  it.each([
    ['where time does not enter', kaps(1), kapsExact],
    ['where time drives the system', driven(-1), drivenExact],
  ])('is 5, and at least 4 of the dense output, %s', (_, rates, exact) => {
    const orders = ordersOf(rates, exact, 8, 64)
    expect(orders.end).toBeGreaterThan(4.9)
    expect(orders.end).toBeLessThan(5.2)
    expect(orders.dense).toBeGreaterThan(3.9)
  })

  // One-step methods lose order on very stiff problems, where the error is a millionth of the classical one all the same.
  it.each([
    ['a fast mode', kaps(1e-8), kapsExact],
    ['a fast mode driven by time', driven(-1e6), drivenExact],
  ])('is at least 3 with %s, and the error small at any step', (_, rates, exact) => {
    const orders = ordersOf(rates, exact, 8, 64)
    expect(orders.end).toBeGreaterThan(2.95)
    expect(orders.dense).toBeGreaterThan(3.9)
    expect(errorsOf(rates, exact, 8).end).toBeLessThan(1e-7)
  })
})

describe('stability', () => {
  /** Growth of an oscillation of frequency w·h = z, and of a decay at rate z. */
  const growth = (matrix: readonly number[]): number => {
    const system = denseSystem({
      size: 2,
      derivative(_t, y, out) {
        out[0] = matrix[0]! * y[0]! + matrix[1]! * y[1]!
        out[1] = matrix[2]! * y[0]! + matrix[3]! * y[1]!
      },
      jacobian: (_t, _y, out) => out.set(matrix),
    })
    const step = makeRodasStep(2)
    const y = Float64Array.of(1, 0)
    const slope = new Float64Array(2)
    system.derivative(0, y, slope)
    step.attempt(system, 0, 1, y, slope)
    return Math.hypot(step.end[0]!, step.end[1]!)
  }

  it('never lets an undamped oscillation grow, at any step', () => {
    for (let power = -3; power <= 6; power += 0.05) {
      const z = 10 ** power
      expect(growth([0, -z, z, 0])).toBeLessThanOrEqual(1 + 1e-12)
    }
  })

  it('kills a decay much faster than the step', () => {
    expect(growth([-1e4, 0, 0, -1e4])).toBeLessThan(2e-3)
    expect(growth([-1e8, 0, 0, -1e8])).toBeLessThan(2e-7)
  })
})
