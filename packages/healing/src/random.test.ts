import { expect, test } from 'vitest'
import { makeRandom } from './random.ts'

/** Written down once; a change here means that no stored seed gives its forecast any more. */
const UNIFORMS = [0.09156953175513294, 0.8881928137485323, 0.43427017709149285]
const NORMALS = [0.3803943146421063, -0.5700680940401325]
const INTEGERS = [825, 96, 408, 776, 627]

const take = (n: number, next: () => number) => Array.from({ length: n }, next)
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

test('the same seed gives the same numbers, another seed others', () => {
  const first = take(100, makeRandom(7).normal)
  expect(take(100, makeRandom(7).normal)).toEqual(first)
  expect(take(100, makeRandom(8).normal)).not.toEqual(first)
})

test('the stream is the one that every engine gives', () => {
  const random = makeRandom(1)
  expect(take(3, random.uniform)).toEqual(UNIFORMS)
  expect(take(2, random.normal)).toEqual(NORMALS)
  expect(take(5, () => random.integer(1000))).toEqual(INTEGERS)
})

test('uniform numbers fill [0, 1) evenly', () => {
  const values = take(200_000, makeRandom(3).uniform)
  expect(Math.min(...values.slice(0, 1000))).toBeGreaterThanOrEqual(0)
  expect(mean(values)).toBeCloseTo(0.5, 2)
  const tenths = new Array<number>(10).fill(0)
  for (const value of values) tenths[Math.floor(value * 10)] = (tenths[Math.floor(value * 10)] ?? 0) + 1
  for (const count of tenths) expect(Math.abs(count - 20_000)).toBeLessThan(600)
})

test('normal numbers have mean 0, variance 1, kurtosis 3 and no memory', () => {
  const values = take(200_000, makeRandom(5).normal)
  expect(mean(values)).toBeCloseTo(0, 1.5)
  expect(Math.abs(mean(values.map((value) => value ** 2)) - 1)).toBeLessThan(0.015)
  expect(Math.abs(mean(values.map((value) => value ** 4)) - 3)).toBeLessThan(0.1)
  expect(Math.abs(mean(values.slice(1).map((value, at) => value * (values[at] ?? 0))))).toBeLessThan(0.01)
})

test('whole numbers reach both ends and nothing beyond', () => {
  const random = makeRandom(11)
  const seen = new Set(take(1000, () => random.integer(6)))
  expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5])
})
