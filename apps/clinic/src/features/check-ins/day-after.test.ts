import { expect, test } from 'vitest'
import { dateOfDay, dayAfter } from './day-after.ts'

const brussels = 'Europe/Brussels'

test('the day of the treatment is day 0 until local midnight, however late it was', () => {
  const treatedAt = Date.parse('2026-11-24T17:30:00Z')
  expect(dayAfter(treatedAt, Date.parse('2026-11-24T22:59:00Z'), brussels)).toBe(0)
  expect(dayAfter(treatedAt, Date.parse('2026-11-24T23:01:00Z'), brussels)).toBe(1)
})

test('days are counted by the calendar, so a clock change neither adds nor loses one', () => {
  const treatedAt = Date.parse('2027-03-26T09:00:00Z')
  expect(dayAfter(treatedAt, Date.parse('2027-03-28T22:30:00Z'), brussels)).toBe(3)
  expect(dateOfDay(treatedAt, 3, brussels)).toBe('2027-03-29')
})
