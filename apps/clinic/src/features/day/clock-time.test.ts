import { expect, test } from 'vitest'
import { clockTime, duration } from './clock-time.ts'
import { openingOfDay } from './opening-of-day.ts'

test('the clock is the clinic’s own, on both sides of a clock change', () => {
  expect(clockTime(Date.parse('2026-10-24T22:30:00Z'), 'Europe/Brussels')).toBe('00:30')
  expect(clockTime(Date.parse('2026-10-25T08:30:00Z'), 'Europe/Brussels')).toBe('09:30')
})

test('durations are minutes, then hours with their minutes', () => {
  expect([40, 60, 85].map(duration)).toEqual(['40\u00a0min', '1\u00a0h', '1\u00a0h\u00a025'])
})

test('openings of a date are instants of that date’s own clock, and neighbours are one', () => {
  const rows = [
    { opens: '09:00:00', closes: '12:30:00' },
    { opens: '12:30:00', closes: '14:00:00' },
    { opens: '15:00:00', closes: '18:00:00' },
  ]
  expect(openingOfDay('2026-07-01', 'Europe/Brussels', rows)).toEqual([
    { startsAt: Date.parse('2026-07-01T07:00:00Z'), endsAt: Date.parse('2026-07-01T12:00:00Z') },
    { startsAt: Date.parse('2026-07-01T13:00:00Z'), endsAt: Date.parse('2026-07-01T16:00:00Z') },
  ])
})
