import { describe, expect, test } from 'vitest'
import { dotPath, layOutMonth, monthName, monthOf } from './month-layout.ts'

test('a month ends on its own last day, in leap years too', () => {
  expect(monthOf('2026-11-24')).toEqual({ firstOn: '2026-11-01', lastOn: '2026-11-30' })
  expect(monthOf('2028-02-10')).toEqual({ firstOn: '2028-02-01', lastOn: '2028-02-29' })
  expect(monthOf('2026-12-31')).toEqual({ firstOn: '2026-12-01', lastOn: '2026-12-31' })
})

describe('the table of a month', () => {
  test('begins on Monday, leaves out weeks that are over, and holds no day of another month', () => {
    const weeks = layOutMonth('2026-11-24', '2026-11-24', () => 1)
    expect(weeks.map((week) => week.map((cell) => cell?.day ?? 0))).toEqual([
      [23, 24, 25, 26, 27, 28, 29],
      [30, 0, 0, 0, 0, 0, 0],
    ])
  })

  test('counts nothing before the first day that may be booked', () => {
    const [week] = layOutMonth('2026-11-24', '2026-11-25', () => 3)
    expect(week!.map((cell) => cell?.count)).toEqual([0, 0, 3, 3, 3, 3, 3])
  })

  test('holds every day of a month to come exactly once', () => {
    const days = layOutMonth('2026-12-01', '2026-11-24', () => 0)
      .flat()
      .flatMap((cell) => (cell ? [cell.day] : []))
    expect(days).toEqual(Array.from({ length: 31 }, (_, i) => i + 1))
  })
})

test('months are named in both languages', () => {
  expect(monthName('2026-11-01', 'fr')).toBe('Novembre 2026')
  expect(monthName('2026-11-01', 'en')).toBe('November 2026')
})

test('one dot is one free start', () => {
  expect(dotPath(3)).toEqual({ path: 'M2.5 2.5h0M7.5 2.5h0M12.5 2.5h0', width: 15, height: 5 })
  const many = dotPath(19)
  expect(many.path.match(/M/g)).toHaveLength(19)
  expect(many).toMatchObject({ width: 40, height: 15 })
})
