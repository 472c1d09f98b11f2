import { describe, expect, test } from 'vitest'
import { listLocalDays } from './local-day.ts'
import { clinicOpening, closureOf, listGaps, listOpenSpans, weeklyOpening } from './opening.ts'
import type { ClinicHours, WeeklyHours } from './question.ts'

function openMinutes(on: string, weekly: WeeklyHours): [number, number][] {
  const days = listLocalDays('Europe/Brussels', on, on)
  const spans = listOpenSpans(days, weeklyOpening(weekly), days[0]!.pieces[0]!.startAt)
  return spans.map(({ from, to }) => [from, to])
}

describe('opening hours are what the wall clock reads', () => {
  test('ranges that touch or overlap are one span, in order', () => {
    const tuesday = [
      { opens: '13:00', closes: '14:00' },
      { opens: '09:00', closes: '10:00' },
      { opens: '09:30', closes: '13:00' },
    ]
    expect(openMinutes('2026-11-24', { 2: tuesday })).toEqual([[540, 840]])
  })
  test('the skipped hour of spring is never open', () => {
    expect(openMinutes('2027-03-28', { 7: [{ opens: '02:00', closes: '03:00' }] })).toEqual([])
    expect(openMinutes('2027-03-28', { 7: [{ opens: '02:30', closes: '04:00' }] })).toEqual([[120, 180]])
  })
  test('the doubled hour of autumn is open twice', () => {
    expect(openMinutes('2026-10-25', { 7: [{ opens: '02:00', closes: '03:00' }] })).toEqual([[120, 240]])
    expect(openMinutes('2026-10-25', { 7: [{ opens: '02:00', closes: '02:15' }] })).toEqual([
      [120, 135],
      [180, 195],
    ])
  })
  test('a day open from 00:00 to 24:00 is open for all its real minutes', () => {
    const sunday = { 7: [{ opens: '00:00', closes: '24:00' }] }
    expect(openMinutes('2027-03-28', sunday)).toEqual([[0, 1380]])
    expect(openMinutes('2026-10-25', sunday)).toEqual([[0, 1500]])
  })
})

describe('an exception', () => {
  const hours = (exceptions: ClinicHours['exceptions']): ClinicHours => ({
    timeZone: 'Europe/Brussels',
    weekly: { 2: [{ opens: '09:00', closes: '12:00' }] },
    exceptions,
  })
  const [day] = listLocalDays('Europe/Brussels', '2026-11-24', '2026-11-24')
  const on = '2026-11-24'
  const longer = [{ opens: '08:00', closes: '20:00' }]

  test('replaces the weekday’s hours on its own date only', () => {
    expect(clinicOpening(hours([{ on, kind: 'open', hours: longer }]))(day!)).toEqual([{ from: 480, to: 1200 }])
    expect(clinicOpening(hours([{ on: '2026-11-25', kind: 'closed' }]))(day!)).toEqual([{ from: 540, to: 720 }])
  })
  test('that opens without saying when keeps the weekday’s hours', () => {
    expect(clinicOpening(hours([{ on, kind: 'open' }]))(day!)).toEqual([{ from: 540, to: 720 }])
  })
  test('closed wins over open, open wins over holiday, whatever their order', () => {
    const [closed, open, holiday] = [
      { on, kind: 'closed' },
      { on, kind: 'open', hours: longer },
      { on, kind: 'holiday' },
    ] as const
    expect(clinicOpening(hours([open, closed, holiday]))(day!)).toEqual([])
    expect(clinicOpening(hours([holiday, open]))(day!)).toEqual([{ from: 480, to: 1200 }])
    expect(closureOf(hours([holiday, closed]), on)).toBe('closed')
    expect(closureOf(hours([holiday]), on)).toBe('holiday')
    expect(closureOf(hours([]), on)).toBe('closed')
  })
})

test.each([
  ['9:00', '12:00'],
  ['09:00', '24:01'],
  ['12:00', '12:00'],
  ['22:00', '02:00'],
])('hours %s-%s are an error', (opens, closes) => {
  expect(() => weeklyOpening({ 1: [{ opens, closes }] })).toThrow(RangeError)
})

test('gaps are what spans leave between two bounds', () => {
  const spans = [
    { from: 10, to: 20 },
    { from: 30, to: 40 },
  ]
  expect(listGaps(spans, 0, 50)).toEqual([
    { from: 0, to: 10 },
    { from: 20, to: 30 },
    { from: 40, to: 50 },
  ])
  expect(listGaps(spans, 10, 35)).toEqual([{ from: 20, to: 30 }])
  expect(listGaps([], 5, 6)).toEqual([{ from: 5, to: 6 }])
})
