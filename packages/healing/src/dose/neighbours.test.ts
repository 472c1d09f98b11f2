import fc from 'fast-check'
import { expect, test } from 'vitest'
import { makeRandom } from '../random.ts'
import { neighbourDistances } from './neighbours.ts'

const area = { widthMm: 20, heightMm: 20 }
const listOf = (points: readonly (readonly [number, number])[]) => ({
  xMm: Float32Array.from(points, ([x]) => x),
  yMm: Float32Array.from(points, ([, y]) => y),
})

test('the nearest hole is the nearest of all', () => {
  const place = fc.double({ min: -3, max: 23, noNaN: true })
  fc.assert(
    fc.property(fc.array(fc.tuple(place, place), { minLength: 2, maxLength: 60 }), (points) => {
      const { xMm, yMm } = listOf(points)
      const inside = [...xMm.keys()].filter((i) => xMm[i]! >= 0 && xMm[i]! < 20 && yMm[i]! >= 0 && yMm[i]! < 20)
      fc.pre(inside.length >= 2)
      const distances = inside.map((i) =>
        Math.min(
          ...[...xMm.keys()].filter((j) => j !== i).map((j) => Math.hypot(xMm[j]! - xMm[i]!, yMm[j]! - yMm[i]!)),
        ),
      )
      const mean = distances.reduce((sum, distance) => sum + distance, 0) / inside.length
      expect(neighbourDistances({ xMm, yMm }, area)?.meanMm).toBeCloseTo(mean, 6)
    }),
  )
})

test('holes fallen at random have a regularity of one, a square lattice of two', () => {
  const random = makeRandom(9)
  const scattered = Array.from(
    { length: 20_000 },
    () => [26 * random.uniform() - 3, 26 * random.uniform() - 3] as const,
  )
  // Clark and Evans: one standard error of the mean is 0.26/sqrt(n) of it.
  expect(neighbourDistances(listOf(scattered), area)?.regularity).toBeCloseTo(1, 1.7)
  const lattice = Array.from({ length: 676 }, (_, at) => [(at % 26) - 2.5, Math.floor(at / 26) - 2.5] as const)
  expect(neighbourDistances(listOf(lattice), area)?.regularity).toBeCloseTo(2, 6)
})

test('a single hole has no neighbour', () => {
  expect(neighbourDistances(listOf([[1, 1]]), area)).toBeUndefined()
  expect(neighbourDistances(listOf([]), area)).toBeUndefined()
})
