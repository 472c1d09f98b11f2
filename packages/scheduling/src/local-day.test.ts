import { describe, expect, test } from 'vitest'
import { listLocalDays, localDateOf } from './local-day.ts'

function minutesOf(timeZone: string, on: string): number {
  const [day] = listLocalDays(timeZone, on, on)
  return day!.pieces.reduce((sum, piece) => sum + (piece.endAt - piece.startAt) / 60_000, 0)
}

describe('the length of a local day', () => {
  test.each([
    ['Europe/Brussels', '2026-11-24', 1440],
    ['Europe/Brussels', '2027-03-28', 1380],
    ['Europe/Brussels', '2026-10-25', 1500],
    ['America/New_York', '2027-03-14', 1380],
    ['America/New_York', '2026-11-01', 1500],
    ['America/Havana', '2027-03-14', 1380],
    ['America/Havana', '2026-11-01', 1500],
    ['Australia/Lord_Howe', '2026-10-04', 1410],
    ['Asia/Tokyo', '2026-10-25', 1440],
    ['Pacific/Apia', '2011-12-30', 0],
  ])('in %s on %s is %i minutes', (timeZone, on, minutes) => {
    expect(minutesOf(timeZone, on)).toBe(minutes)
  })
})

test('the spring day of Brussels has a piece up to 02:00 and one from 03:00', () => {
  const [day] = listLocalDays('Europe/Brussels', '2027-03-28', '2027-03-28')
  expect(day).toEqual({
    on: '2027-03-28',
    isoWeekday: 7,
    pieces: [
      { startAt: Date.UTC(2027, 2, 27, 23), endAt: Date.UTC(2027, 2, 28, 1), wallStartMinute: 0 },
      { startAt: Date.UTC(2027, 2, 28, 1), endAt: Date.UTC(2027, 2, 28, 22), wallStartMinute: 180 },
    ],
  })
})

test('the day of Havana whose midnight is skipped starts at 01:00', () => {
  const [day] = listLocalDays('America/Havana', '2027-03-14', '2027-03-14')
  expect(day!.pieces.map((piece) => piece.wallStartMinute)).toEqual([60])
})

test('the days of a year follow each other without gap or overlap', () => {
  const pieces = listLocalDays('Europe/Brussels', '2026-01-01', '2026-12-31').flatMap((day) => day.pieces)
  expect(pieces).toHaveLength(365 + 2)
  for (const [index, piece] of pieces.slice(1).entries()) expect(piece.startAt).toBe(pieces[index]!.endAt)
})

test('there are no days when the last comes before the first', () => {
  expect(listLocalDays('Europe/Brussels', '2026-11-24', '2026-11-23')).toEqual([])
})

test('a malformed date and an unknown zone are errors', () => {
  expect(() => listLocalDays('Europe/Brussels', '2026-02-30', '2026-03-01')).toThrow(RangeError)
  expect(() => listLocalDays('Europe/Atlantis', '2026-02-01', '2026-03-01')).toThrow(RangeError)
})

test('the local date is the one the clinic’s clock shows, not that of UTC', () => {
  const at = Date.UTC(2026, 10, 24, 23, 30)
  expect(localDateOf('Europe/Brussels', at)).toBe('2026-11-25')
  expect(localDateOf('America/New_York', at)).toBe('2026-11-24')
  expect(localDateOf('America/New_York', at, 7)).toBe('2026-12-01')
})
