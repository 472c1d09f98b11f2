import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CASCADE_MODEL } from '../cascade/cascade-model.ts'
import { CASCADE_CODE } from '../generated/cascade-kernel.ts'
import { PROTOTYPE_CODE } from '../generated/prototype-kernel.ts'
import { interpretedCode } from './interpreted-code.ts'
import { type Kernel, makeKernel } from './kernel.ts'
import { PROTOTYPE_MODEL } from './prototype-model.ts'

const cases = [
  { model: 'the cascade', code: CASCADE_CODE, trees: interpretedCode(CASCADE_MODEL, { closedForms: true }) },
  { model: 'the first model', code: PROTOTYPE_CODE, trees: interpretedCode(PROTOTYPE_MODEL, { closedForms: true }) },
]

/** Equal up to rounding, which differs because the generated code multiplies where trees divide. */
function expectAlike(ours: ArrayLike<number>, others: ArrayLike<number>, within = 1e-10): void {
  const largest = Math.max(...Array.from(others, Math.abs), 1e-300)
  for (let at = 0; at < others.length; at++) {
    const allowed = within * Math.max(Math.abs(others[at]!), 1e-3 * largest)
    expect(Math.abs(ours[at]! - others[at]!)).toBeLessThanOrEqual(allowed)
  }
}

describe.each(cases)('the generated code of $model', ({ code, trees }) => {
  const generated = makeKernel(code)
  const interpreted = makeKernel(trees)
  const positive = fc.double({ min: 0.05, max: 2, noNaN: true })
  const anySituation = fc.record({
    parameters: fc.array(positive, { minLength: code.parameters.length, maxLength: code.parameters.length }),
    full: fc.array(positive, { minLength: code.states.length, maxLength: code.states.length }),
    t: fc.double({ min: 0.001, max: 2, noNaN: true }),
    shift: fc.double({ min: 30, max: 3000, noNaN: true }),
  })

  /** What a kernel answers to one question, starting from the situation at t = 0. */
  const answers = (kernel: Kernel, { parameters, full, t, shift }: SituationOf<typeof anySituation>) => {
    const vector = () => new Float64Array(kernel.size)
    const whole = () => new Float64Array(kernel.states.length)
    const [y, rate, byTime, rest, state] = [vector(), vector(), vector(), whole(), whole()]
    kernel.setParameters(parameters)
    kernel.rest(rest)
    kernel.begin(0, full, y)
    kernel.derivative(t, y, rate)
    kernel.timeDerivative(t, y, byTime)
    kernel.fullState(t, y, state)
    const solved = rate.slice()
    const regular = kernel.factor(t, y, shift)
    kernel.solve(solved)
    return { y, rate, byTime, rest, state, solved, regular }
  }

  test('answers as the trees do', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const ours = answers(generated, situation)
        const others = answers(interpreted, situation)
        expect(ours.regular).toBe(others.regular)
        expect(ours.y).toEqual(others.y)
        for (const part of ['rest', 'rate', 'byTime', 'state'] as const) expectAlike(ours[part], others[part])
        expectAlike(ours.solved, others.solved, 1e-7)
      }),
    )
  })

  test('derives in time what it derives', () => {
    fc.assert(
      fc.property(anySituation, (situation) => {
        const { y, byTime } = answers(generated, situation)
        const [before, after] = [new Float64Array(y.length), new Float64Array(y.length)]
        const step = 1e-6
        generated.derivative(situation.t - step, y, before)
        generated.derivative(situation.t + step, y, after)
        const largest = Math.max(...after.map(Math.abs), 1)
        byTime.forEach((value, at) => {
          const difference = (after[at]! - before[at]!) / (2 * step)
          expect(Math.abs(value - difference)).toBeLessThanOrEqual(1e-5 * Math.abs(value) + 1e-7 * largest)
        })
      }),
    )
  })

  test('changes state and parameters at events as the trees do', () => {
    const names = Object.keys(code.events)
    fc.assert(
      fc.property(
        anySituation,
        fc.constantFrom(...names),
        fc.array(positive, { minLength: 6, maxLength: 6 }),
        (situation, name, values) => {
          const after = [generated, interpreted].map((kernel) => {
            const { y } = answers(kernel, situation)
            kernel.applyEvent(name, situation.t, values, y)
            const full = new Float64Array(kernel.states.length)
            kernel.fullState(situation.t + 0.25, y, full)
            return full
          })
          expectAlike(after[0]!, after[1]!)
        },
      ),
    )
  })

  test('says that a matrix is singular', () => {
    const y = new Float64Array(generated.size).fill(Number.NaN)
    expect(generated.factor(0, y, 1)).toBe(false)
  })
})

test('a kernel refuses events and parameters that its model does not have', () => {
  const kernel = makeKernel(PROTOTYPE_CODE)
  expect(() => kernel.setParameters([1, 2])).toThrow('54 parameters, not 2')
  expect(() => kernel.applyEvent('toString', 0, [], new Float64Array(kernel.size))).toThrow('no event toString')
})

type SituationOf<T> = T extends fc.Arbitrary<infer Situation> ? Situation : never
