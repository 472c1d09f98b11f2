import { expect, test } from 'vitest'
import { longDate, millimetres } from './language.ts'

test('dates are written with the month in letters', () => {
  expect(longDate('2027-01-12', 'fr')).toBe('12\u00a0janvier 2027')
  expect(longDate('2027-08-01', 'fr')).toBe('1er\u00a0août 2027')
  expect(longDate('2026-12-01', 'en')).toBe('1\u00a0December 2026')
})

test('depths have two decimals, with a comma in French', () => {
  expect(millimetres(1.5, 'fr')).toBe('1,50\u00a0mm')
  expect(millimetres(0.25, 'en')).toBe('0.25\u00a0mm')
})
