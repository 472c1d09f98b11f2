import { expect, test } from 'vitest'
import { clockText, localDate, wallClock } from './clock.ts'

test('a duration is minutes and seconds, with hours only when there are some', () => {
  expect([0, 999, 61_000, 1_930_000, 3_849_000].map(clockText)).toEqual(['00:00', '00:00', '01:01', '32:10', '1:04:09'])
})

test('a countdown stops at zero', () => {
  expect(clockText(-5000)).toBe('00:00')
})

test('times and dates are those of the clinic’s zone, through both clock changes', () => {
  expect(wallClock('2026-10-25T00:30:00Z', 'Europe/Brussels')).toBe('02:30')
  expect(wallClock('2026-10-25T01:30:00Z', 'Europe/Brussels')).toBe('02:30')
  expect(wallClock(Date.parse('2027-03-28T01:00:00Z'), 'Europe/Brussels')).toBe('03:00')
  expect(localDate('2026-11-24T23:30:00Z', 'Europe/Brussels')).toBe('2026-11-25')
})
