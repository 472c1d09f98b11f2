import { expect, test } from 'vitest'
import { makeRandom } from '../random.ts'
import { effectiveSampleSize, splitRHat } from './diagnostics.ts'
import { findMode } from './find-mode.ts'
import { gaussianFrom, gaussianOf, inverse } from './gaussian.ts'
import { sample } from './sampler.ts'

const diagonal = (...values: number[]) =>
  values.map((value, i) => Float64Array.from(values, (_, j) => (i === j ? value : 0)))
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const options = { chains: 4, warmUp: 4000, iterations: 20_000, keepEvery: 4 }

test('draws of a tilted normal have its means, spreads and correlation, from a poor first guess', () => {
  const density = (x: Float64Array) => {
    const [u, v] = [(x[0]! - 1) / 0.5, (x[1]! + 2) / 2]
    return -0.5 * ((u * u - 1.6 * u * v + v * v) / (1 - 0.64))
  }
  const guess = gaussianFrom(new Float64Array(2), diagonal(1, 1))
  const { chains, acceptance } = sample(density, guess, { ...options, random: makeRandom(1) })
  const all = chains.flat()
  const [x, y] = [all.map((point) => point[0]!), all.map((point) => point[1]!)]
  expect(mean(x)).toBeCloseTo(1, 1)
  expect(Math.abs(mean(y) + 2)).toBeLessThan(0.1)
  const { factor } = gaussianOf(all)
  expect(Math.abs(factor[0]![0]! - 0.5)).toBeLessThan(0.03)
  expect(Math.abs(Math.hypot(factor[1]![0]!, factor[1]![1]!) - 2)).toBeLessThan(0.1)
  expect(Math.abs(factor[1]![0]! / 2 - 0.8)).toBeLessThan(0.05)
  expect(acceptance).toBeGreaterThan(0.2)
})

test('draws of a bent density, which no normal fits, have its moments', () => {
  // x standard normal, y normal around x² - 1: mean 0, variance 1/4 + 2.
  const density = (x: Float64Array) => -0.5 * (x[0]! ** 2 + ((x[1]! - x[0]! ** 2 + 1) / 0.5) ** 2)
  const guess = gaussianFrom(new Float64Array(2), diagonal(1, 1))
  const { chains } = sample(density, guess, { ...options, iterations: 60_000, random: makeRandom(2) })
  const all = chains.flat()
  expect(Math.abs(mean(all.map((point) => point[0]!)))).toBeLessThan(0.1)
  expect(Math.abs(mean(all.map((point) => point[0]! ** 2)) - 1)).toBeLessThan(0.12)
  expect(Math.abs(mean(all.map((point) => point[1]!)))).toBeLessThan(0.12)
})

test('the same seed walks the same way', () => {
  const density = (x: Float64Array) => -0.5 * x[0]! ** 2
  const guess = gaussianFrom(new Float64Array(1), diagonal(1))
  const walk = (seed: number) =>
    sample(density, guess, { chains: 2, warmUp: 10, iterations: 50, keepEvery: 5, random: makeRandom(seed) }).chains
  expect(walk(3)).toEqual(walk(3))
  expect(walk(3)).not.toEqual(walk(4))
})

test('the mode of a linear problem is found at once, with its covariance', () => {
  // Misfits 2x - 2 and y + 3 beside the standard normal prior: precision 5 and 2.
  const { mean: place, factor } = findMode(2, 2, (x, out) => {
    out[0] = 2 * x[0]! - 2
    out[1] = x[1]! + 3
    return true
  })
  expect(place[0]).toBeCloseTo(0.8, 6)
  expect(place[1]).toBeCloseTo(-1.5, 6)
  expect(factor[0]![0]! ** 2).toBeCloseTo(0.2, 6)
  expect(factor[1]![1]! ** 2).toBeCloseTo(0.5, 6)
})

test('an inverse times its matrix is one', () => {
  const matrix = [Float64Array.of(4, 1), Float64Array.of(1, 3)]
  const [first, second] = inverse(matrix)
  expect(first![0]).toBeCloseTo(3 / 11, 12)
  expect(first![1]).toBeCloseTo(-1 / 11, 12)
  expect(second![1]).toBeCloseTo(4 / 11, 12)
})

test('chains that agree have a split R-hat of one and count in full; chains apart or sticky do not', () => {
  const random = makeRandom(9)
  const white = Array.from({ length: 4 }, () => Array.from({ length: 2000 }, () => random.normal()))
  expect(splitRHat(white)).toBeLessThan(1.01)
  expect(Math.abs(effectiveSampleSize(white) / 8000 - 1)).toBeLessThan(0.15)
  const apart = white.map((chain, k) => chain.map((value) => value + k))
  expect(splitRHat(apart)).toBeGreaterThan(1.3)
  let last = 0
  const sticky = white.map((chain) =>
    chain.map((value) => {
      last = 0.9 * last + Math.sqrt(1 - 0.81) * value
      return last
    }),
  )
  // Correlation 0.9 a step: one in 19 counts.
  const share = effectiveSampleSize(sticky) / 8000
  expect(share).toBeGreaterThan(0.035)
  expect(share).toBeLessThan(0.08)
})
