import { expect, test } from 'vitest'
import { discRadius, goldenAngleDisc } from './golden-angle.ts'

test('the area of a disc is the number of people', () => {
  const radius = (people: number) => Math.max(...goldenAngleDisc(people).map(({ x, y }) => Math.hypot(x, y)))
  expect((radius(200) / radius(50)) ** 2).toBeCloseTo(4, 1)
  expect(radius(60)).toBeLessThan(discRadius(60))
})

test('no two people stand on one another', () => {
  const places = goldenAngleDisc(60)
  for (const [at, one] of places.entries()) {
    for (const other of places.slice(0, at)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(5.4)
  }
})
