import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeDenseLu } from './dense-lu.ts'

const matrices = fc
  .integer({ min: 1, max: 9 })
  .chain((size) =>
    fc.tuple(
      fc.constant(size),
      fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: size * size, maxLength: size * size }),
      fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: size, maxLength: size }),
    ),
  )

it('solves what it factored, rows exchanged where a pivot is small', () => {
  fc.assert(
    fc.property(matrices, ([size, entries, wanted]) => {
      // Lifting the subdiagonal makes the first pivots poor and keeps the matrix regular.
      const matrix = entries.map((entry, at) => entry + (at % size === (Math.floor(at / size) + 1) % size ? 40 : 0))
      const lu = makeDenseLu(size)
      lu.matrix.set(matrix)
      expect(lu.factor()).toBe(true)
      const b = Float64Array.from({ length: size }, (_, i) =>
        wanted.reduce((sum, value, j) => sum + matrix[i * size + j]! * value, 0),
      )
      lu.solve(b)
      for (let i = 0; i < size; i += 1) expect(b[i]).toBeCloseTo(wanted[i]!, 9)
    }),
  )
})

it('says when a matrix is singular or not finite', () => {
  const lu = makeDenseLu(2)
  lu.matrix.set([1, 2, 2, 4])
  expect(lu.factor()).toBe(false)
  lu.matrix.set([1, 2, Number.NaN, 4])
  expect(lu.factor()).toBe(false)
})
