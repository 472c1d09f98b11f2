import fc from 'fast-check'
import { expect, it } from 'vitest'
import { denseSystem } from '../dense-lu.ts'
import { integrate } from '../integrate.ts'
import { linearProblem } from './linear.ts'

const systems = fc.integer({ min: 1, max: 8 }).chain((size) =>
  fc.record({
    // From still to a ten-thousandth of a day, with a little growth.
    powers: fc.array(fc.double({ min: -3, max: 4, noNaN: true }), { minLength: size, maxLength: size }),
    growing: fc.double({ min: 0, max: 0.5, noNaN: true }),
    w: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: size, maxLength: size }),
    initial: fc.array(fc.double({ min: 0.1, max: 2, noNaN: true }), { minLength: size, maxLength: size }),
  }),
)

it.each([1e-3, 1e-6, 1e-9])(
  'at %s any linear system follows its matrix exponential within 10 times of it',
  (tolerance) => {
    fc.assert(
      fc.property(systems, ({ powers, growing, w, initial }) => {
        const problem = linearProblem(
          powers.map((power, i) => (i === 0 ? growing : -(10 ** power))),
          w,
        )
        const at = [0, 1e-4, 0.01, 0.3, 1, 2.5]
        const { states } = integrate(denseSystem(problem), {
          from: 0,
          to: 2.5,
          initial,
          tolerance: { relative: tolerance, absolute: tolerance },
          at,
        })
        at.forEach((t, row) => {
          problem.exact(t, initial).forEach((value, i) => {
            const error = Math.abs(states[row * problem.size + i]! - value)
            expect(error).toBeLessThan(10 * tolerance * (1 + Math.abs(value)))
          })
        })
      }),
    )
  },
)
