import { describe, expect, it } from 'vitest'
import { firstStep, makeStepControl } from './step-size.ts'

describe('the next step', () => {
  it('grows after a small error, by 8 at most', () => {
    const control = makeStepControl()
    expect(control.afterAccepted(1, 0.01)).toBeCloseTo(0.85 * 0.01 ** -0.2, 12)
    control.restart()
    expect(control.afterAccepted(1, 0)).toBe(8)
  })

  it('foresees that an error which rose will rise again', () => {
    const steady = makeStepControl()
    steady.afterAccepted(1, 0.3)
    const rising = makeStepControl()
    rising.afterAccepted(1, 0.03)
    expect(rising.afterAccepted(1, 0.3)).toBeLessThan(steady.afterAccepted(1, 0.3))
  })

  it('is shorter after a rejection, and does not grow right after one', () => {
    const control = makeStepControl()
    expect(control.afterRejected(1, 2)).toBeLessThan(0.85)
    expect(control.afterRejected(1, 1e9)).toBe(0.2)
    expect(control.afterRejected(1, Number.NaN)).toBe(0.1)
    expect(control.afterAccepted(0.1, 1e-6)).toBe(0.1)
    expect(control.afterAccepted(0.1, 1e-6)).toBeGreaterThan(0.1)
  })

  it('forgets the trend at an event', () => {
    const control = makeStepControl()
    control.afterAccepted(100, 1e-4)
    control.restart()
    expect(control.afterAccepted(0.001, 0.5)).toBeCloseTo(0.00085 * 0.5 ** -0.2, 12)
  })
})

describe('the first step', () => {
  it('scales with the unit of time', () => {
    const inDays = firstStep(3e4, 5e6, 100)
    const inHours = firstStep(3e4 / 24, 5e6 / 24 ** 2, 2400)
    expect(inHours / 24).toBeCloseTo(inDays, 12)
  })

  it('is the whole span for a straight line and at rest, and short from a standstill that starts to move', () => {
    expect(firstStep(4, 0, 365)).toBe(365)
    expect(firstStep(0, 0, 365)).toBe(365)
    expect(firstStep(0, 1e6, 365)).toBe(1e-3)
  })
})
