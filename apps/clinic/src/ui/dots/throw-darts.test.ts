import { describe, expect, test } from 'vitest'
import { mulberry32 } from './mulberry32.ts'
import { type Field, throwDarts } from './throw-darts.ts'

const field = (density: number, more: Partial<Field> = {}): Field => ({
  width: 400,
  height: 400,
  pitch: 4,
  seed: 3,
  tries: 40,
  density: () => [density],
  ...more,
})

test('the random numbers are those of the published generator', () => {
  const random = mulberry32(1)
  expect([random(), random(), random()].map((value) => value.toFixed(6))).toEqual(['0.627074', '0.002736', '0.527447'])
})

test('the same seed gives the same drawing, another seed another one', () => {
  expect(throwDarts(field(0.4))).toEqual(throwDarts(field(0.4)))
  expect(throwDarts(field(0.4))).not.toEqual(throwDarts(field(0.4, { seed: 4 })))
})

describe('density is amount', () => {
  // Counted away from the border, where a dot has no neighbour outside to keep it off.
  const perArea = (density: number) => {
    const margin = 20
    const seeds = [1, 2, 3, 4]
    const counts = seeds.map(
      (seed) =>
        throwDarts(field(density, { seed })).filter(
          ({ x, y }) => x > margin && x < 400 - margin && y > margin && y < 400 - margin,
        ).length,
    )
    return counts.reduce((sum, count) => sum + count, 0) / counts.length
  }
  const full = perArea(1)

  test.for([0.05, 0.12, 0.25, 0.5, 0.75])('at density %d the dots per area are proportional within 7 %%', (density) => {
    expect(Math.abs(perArea(density) / full / density - 1)).toBeLessThan(0.07)
  })
})

test('26 darts a pitch squared fill a field to about 0.63 dots', () => {
  const dots = throwDarts(field(1, { tries: 26 }))
  expect((dots.length * 16) / (400 * 400)).toBeCloseTo(0.63, 1)
})

test('no two dots are nearer than the spacing asked for where the later one fell', () => {
  const dots = throwDarts(field(0.5, { width: 120, height: 120 }))
  const spacing = 4 / Math.sqrt(0.5)
  for (const [at, one] of dots.entries()) {
    for (const other of dots.slice(0, at)) {
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(spacing - 1e-9)
    }
  }
})

test('hues share the field by their densities', () => {
  const dots = throwDarts(field(1, { density: () => [0.6, 0.3, 0.1] }))
  const share = (hue: number) => dots.filter((dot) => dot.hue === hue).length / dots.length
  expect(share(0)).toBeCloseTo(0.6, 1)
  expect(share(1)).toBeCloseTo(0.3, 1)
  expect(share(2)).toBeCloseTo(0.1, 1)
})

test('almost nothing is drawn as nothing', () => {
  expect(throwDarts(field(0.011))).toEqual([])
})
