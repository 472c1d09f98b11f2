import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bandOf, DOT_PROBABILITIES, effectiveCount, quantiles, quantilesOf, startingOrder } from './bands.ts'

const equal = (n: number) => new Array<number>(n).fill(1)
const quantile = (values: number[], weights: number[], probability: number) =>
  quantilesOf(values, weights, startingOrder(values.length), [probability])[0]!

describe('a weighted quantile', () => {
  test('of equal weights is the closed form of Hazen', () => {
    // Values 1..n stand at (k - 0.5) / n, so the quantile p is n p + 0.5 between the outermost.
    const values = Array.from({ length: 40 }, (_, k) => k + 1)
    for (const p of [0.05, 0.25, 0.5, 0.75, 0.95]) expect(quantile(values, equal(40), p)).toBeCloseTo(40 * p + 0.5, 12)
    expect(quantile(values, equal(40), 0.001)).toBe(1)
    expect(quantile(values, equal(40), 0.999)).toBe(40)
  })

  test('follows the weight: three quarters of it above 10 put the median there', () => {
    expect(quantile([0, 10], [1, 3], 0.5)).toBeCloseTo(10 * ((0.5 - 0.125) / (0.625 - 0.125)), 12)
    expect(quantile([0, 10, 20], [0, 1, 0], 0.5)).toBe(10)
  })

  test('neither invents a value outside the sample nor falls when the probability rises', () => {
    const sample = fc.array(
      fc.tuple(fc.double({ min: -50, max: 50, noNaN: true }), fc.double({ min: 0.001, max: 9, noNaN: true })),
      { minLength: 1, maxLength: 40 },
    )
    fc.assert(
      fc.property(sample, (pairs) => {
        const values = pairs.map(([value]) => value)
        const found = quantilesOf(
          values,
          pairs.map(([, weight]) => weight),
          startingOrder(values.length),
          DOT_PROBABILITIES,
        )
        const dots = DOT_PROBABILITIES.map((_, k) => found[k]!)
        expect(dots[0]).toBeGreaterThanOrEqual(Math.min(...values))
        expect(dots.at(-1)).toBeLessThanOrEqual(Math.max(...values))
        for (let k = 1; k < dots.length; k++) expect(dots[k]!).toBeGreaterThanOrEqual(dots[k - 1]! - 1e-9)
      }),
    )
  })

  test('does not depend on the order of the sample', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -99, max: 99 }), { minLength: 2 }),
        fc.constantFrom(0.05, 0.5, 0.95),
        (values, p) => {
          const weights = values.map((value) => 1 + Math.abs(value))
          const turned = values.toReversed()
          expect(quantile(turned, weights.toReversed(), p)).toBeCloseTo(quantile(values, weights, p), 9)
        },
      ),
    )
  })

  test('of a date that some courses never reach stays infinite and is never no number', () => {
    const { p5, p50, p95 } = quantiles([1, 2, Infinity, Infinity], equal(4), 'd', 'assumed')
    expect([p5, p50, p95]).toEqual([1, Infinity, Infinity])
  })
})

describe('the twenty dots', () => {
  test('of twenty courses are the courses, in order', () => {
    const courses = Array.from({ length: 20 }, (_, k) => [(k * 7) % 20])
    expect(bandOf(courses, equal(20), 1, '%', 'assumed').dots.map(([value]) => value)).toEqual(
      Array.from({ length: 20 }, (_, k) => k),
    )
  })

  test('below a threshold are as many as its probability says, to one', () => {
    const anyone = fc.array(fc.double({ min: 0, max: 3, noNaN: true }), { minLength: 60, maxLength: 200 })
    fc.assert(
      fc.property(anyone, fc.double({ min: 0, max: 3, noNaN: true }), (values, threshold) => {
        const { dots } = bandOf(
          values.map((value) => [value]),
          equal(values.length),
          1,
          'grade',
          'assumed',
        )
        const share = values.filter((value) => value <= threshold).length / values.length
        const counted = dots.filter(([value]) => value! <= threshold).length
        expect(Math.abs(counted - 20 * share)).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('and the band of a day agree with the sample of that day, each day for itself', () => {
    const rising = Array.from({ length: 50 }, (_, k) => [k, 49 - k])
    const { band } = bandOf(rising, equal(50), 2, '%', 'assumed')
    expect(band.p5).toEqual([2, 2])
    expect(band.p50[0]).toBeCloseTo(24.5, 12)
  })
})

test('the weight of many equal courses is their number, of one course that holds everything is one', () => {
  expect(effectiveCount(equal(200))).toBeCloseTo(200, 9)
  expect(effectiveCount([0, 5, 0])).toBe(1)
})
