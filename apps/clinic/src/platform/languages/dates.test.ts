import { expect, test } from 'vitest'
import { ageOn, dayBounds, isLocalDate, localTime, longDate, patientTime, shortDate, staffDate } from './dates.ts'

test('a patient reads the whole date, in words, and the first of a month as French says it', () => {
  expect(longDate('2026-11-24', 'fr')).toBe('mardi 24 novembre 2026')
  expect(longDate('2026-11-24', 'en')).toBe('Tuesday 24 November 2026')
  expect(longDate('2026-12-01', 'fr')).toBe('mardi 1er décembre 2026')
  expect(longDate('2026-12-01', 'en')).toBe('Tuesday 1 December 2026')
})

test('the team reads months in letters, so that nobody takes them for days', () => {
  expect(staffDate('2026-11-24', 'fr')).toBe('mar 24-nov-2026')
  expect(staffDate('2026-11-24', 'en')).toBe('Tue 24-Nov-2026')
  expect(shortDate('1988-03-03', 'fr')).toBe('03-mars-1988')
  expect(shortDate('2026-09-01', 'en')).toBe('01-Sep-2026')
})

test('hours are written as each language writes them', () => {
  expect(patientTime('09:30', 'fr')).toBe('9\u00a0h\u00a030')
  expect(patientTime('11:00', 'fr')).toBe('11\u00a0h')
  expect(patientTime('09:30', 'en')).toBe('9:30am')
  expect(patientTime('00:05', 'en')).toBe('12:05am')
  expect(patientTime('12:00', 'en')).toBe('12:00pm')
})

test('the days of both clock changes have 23 and 25 hours', () => {
  const hours = (on: string) => {
    const { fromAt, toAt } = dayBounds(on, 'Europe/Brussels')
    return (toAt - fromAt) / 3_600_000
  }
  expect([hours('2027-03-28'), hours('2026-10-25'), hours('2026-11-24')]).toEqual([23, 25, 24])
})

test('an instant is read in the clinic’s zone, not in the reader’s', () => {
  expect(localTime(Date.parse('2026-11-24T23:30:00Z'), 'Europe/Brussels')).toEqual({ on: '2026-11-25', time: '00:30' })
})

test('only real dates are dates, and years are counted to the birthday', () => {
  expect([
    isLocalDate('2028-02-29'),
    isLocalDate('2027-02-29'),
    isLocalDate('2027-2-9'),
    isLocalDate(undefined),
  ]).toEqual([true, false, false, false])
  expect([ageOn('1988-03-03', '2026-03-02'), ageOn('1988-03-03', '2026-03-03')]).toEqual([37, 38])
})
