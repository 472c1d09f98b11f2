import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daysBetween, daysLater, isRealDate, weekdayOf } from './plain-days.ts'
import { proposeDates } from './propose-dates.ts'

const everyDay = { weekdays: [1, 2, 3, 4, 5, 6, 7], closures: [] }
const wish = { firstOn: '2026-11-24', count: 3, intervalDays: 28 }

test('three treatments, four weeks apart', () => {
  expect(proposeDates(wish, [], everyDay).map(({ on }) => on)).toEqual(['2026-11-24', '2026-12-22', '2027-01-19'])
})

test('a closed day gives way to the next open one, and says why; the interval is then counted from that', () => {
  const open = { weekdays: [1, 2, 4, 5], closures: [{ on: '2026-12-22', name: 'Congé' }] }
  expect(proposeDates(wish, [], open)).toEqual([
    { on: '2026-11-24' },
    { on: '2026-12-24', instead: { of: '2026-12-22', name: 'Congé' } },
    { on: '2027-01-21' },
  ])
  expect(proposeDates({ ...wish, firstOn: '2026-11-25', count: 1 }, [], open)).toEqual([
    { on: '2026-11-26', instead: { of: '2026-11-25', name: '' } },
  ])
})

test('after what is done, the next is counted from the last that took place', () => {
  expect(proposeDates(wish, ['2026-11-26'], everyDay).map(({ on }) => on)).toEqual(['2026-12-24', '2027-01-21'])
  expect(proposeDates(wish, ['2026-11-24', '2026-12-22', '2027-01-19', '2027-02-16'], everyDay)).toEqual([])
})

test('a clinic that never opens does not hold the planner up', () => {
  expect(proposeDates({ ...wish, count: 1 }, [], { weekdays: [], closures: [] })).toEqual([{ on: '2026-11-24' }])
})

test('no proposal is earlier than its interval, and each lies on an open day', () => {
  const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 })
  fc.assert(
    fc.property(
      weekdays,
      fc.integer({ min: 7, max: 60 }),
      fc.integer({ min: 0, max: 400 }),
      (open, intervalDays, after) => {
        const firstOn = daysLater('2026-11-24', after)
        const dates = proposeDates({ firstOn, count: 4, intervalDays }, [], { weekdays: open, closures: [] }).map(
          ({ on }) => on,
        )
        for (const [at, on] of dates.entries()) {
          expect(open).toContain(weekdayOf(on))
          if (at > 0) expect(daysBetween(dates[at - 1]!, on)).toBeGreaterThanOrEqual(intervalDays)
        }
      },
    ),
  )
})

test('days are counted over leap days and both clock changes', () => {
  expect(daysLater('2028-02-28', 2)).toBe('2028-03-01')
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
  expect(weekdayOf('2026-11-22')).toBe(7)
  expect(['2026-02-29', '2026-13-01', '24-11-2026', '', 7].filter(isRealDate)).toEqual([])
})
