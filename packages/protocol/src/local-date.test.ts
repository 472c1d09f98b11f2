import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, ageOn, birthdayOn, isLocalDate, lastDayOfMonth } from './local-date.ts'

const date = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10))

describe('isLocalDate', () => {
  test.each(['2026-11-24', '2024-02-29', '1900-01-01'])('accepts %s', (value) => expect(isLocalDate(value)).toBe(true))
  test.each([
    '2026-02-29',
    '2026-13-01',
    '2026-1-1',
    '24/11/2026',
    '2026-11-24T00:00',
    '+002026-11-24',
    '',
    20261124,
    null,
  ])('refuses %s', (value) => expect(isLocalDate(value)).toBe(false))
})

test('a person born on 29 February comes of age on 1 March', () => {
  expect(birthdayOn('2008-02-29', 18)).toBe('2026-03-01')
  expect(birthdayOn('2008-02-29', 20)).toBe('2028-02-29')
  expect(ageOn('2008-02-29', '2026-02-28')).toBe(17)
  expect(ageOn('2008-02-29', '2026-03-01')).toBe(18)
})

test('age and birthday agree on every day', () => {
  fc.assert(
    fc.property(date, date, (a, b) => {
      const [birth = a, on = b] = [a, b].sort()
      const age = ageOn(birth, on)
      expect(birthdayOn(birth, age) <= on).toBe(true)
      expect(birthdayOn(birth, age + 1) > on).toBe(true)
    }),
  )
})

test('adding days crosses months, leap days and years', () => {
  expect(addDays('2026-12-28', 15)).toBe('2027-01-12')
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
})

test('a month counts from its last day, but never from tomorrow', () => {
  expect(lastDayOfMonth('2026-02', '2026-11-24')).toBe('2026-02-28')
  expect(lastDayOfMonth('2026-11', '2026-11-24')).toBe('2026-11-24')
  expect(lastDayOfMonth('2026-12', '2026-11-24')).toBe('2026-12-31')
  expect(lastDayOfMonth('2026-13', '2026-11-24')).toBeUndefined()
})
