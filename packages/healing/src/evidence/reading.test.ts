import { expect, test } from 'vitest'
import { countsOf, middleOf, readNumber } from './reading.ts'

test.for([
  ['30', 30, 30],
  [' 45.5 % ', 45.5, 45.5],
  ['3,5', 3.5, 3.5],
  ['1,845', 1845, 1845],
  ['-12', -12, -12],
  ['1-3', 1, 3],
  ['3 – 4', 3, 4],
  ['1 to 6', 1, 6],
  ['up to 2.5', 0, 2.5],
  ['1 (up to 4)', 1, 4],
  ['<= 3', 0, 3],
  ['~30', 30, 30],
  ['about 30 days', 30, 30],
  ['8.8 +/- 0.4', 8.8, 8.8],
  ['4 monthly', 4, 4],
] as const)('%s is read', ([text, low, high]) => {
  expect(readNumber(text)).toEqual({ low, high, isTotal: false })
})

test('all arms together are told apart', () => {
  expect(readNumber('60 total')).toEqual({ low: 60, high: 60, isTotal: true })
})

test.for(['', '  ', 'not stated', 'until bleeding', 'NA', undefined])('%s is unknown, not zero', (text) => {
  expect(readNumber(text)).toBeUndefined()
})

test('a range stands for every whole number in it, however wide', () => {
  expect(countsOf(readNumber('1-3')!)).toEqual([1, 2, 3])
  expect(countsOf(readNumber('up to 4')!)).toEqual([1, 2, 3, 4])
  expect(countsOf(readNumber('1.8')!)).toEqual([2])
  expect(countsOf(readNumber('1-900')!)).toHaveLength(60)
  expect(middleOf(readNumber('14-28')!)).toBe(21)
})
