import { expect, test } from 'vitest'
import { brussels, question, taken } from './example-clinic.fixture.ts'
import { freeStarts } from './free-starts.ts'
import { nearestFreeStarts } from './nearest.ts'
import type { BookingQuestion } from './question.ts'

const wallTimes = (asked: BookingQuestion, around: string, count: number) =>
  nearestFreeStarts(asked, brussels(around), count).map(({ date, localTime }) => `${date} ${localTime}`)

test('the starts around one that has just been taken come nearest first, the earlier of two equals before the later', () => {
  const asked = question({ occupancies: [taken('morel', '2026-11-24T10:00', '2026-11-24T10:30')] })
  expect(wallTimes(asked, '2026-11-24T10:00', 4)).toEqual([
    '2026-11-24 09:30',
    '2026-11-24 10:30',
    '2026-11-24 09:00',
    '2026-11-24 11:00',
  ])
})

test('the search goes on over weeks without a free day', () => {
  const asked = question({ occupancies: [taken('morel', '2026-11-23T00:00', '2026-12-31T11:30')] })
  expect(wallTimes(asked, '2026-11-24T10:00', 2)).toEqual(['2026-12-31 11:30', '2027-01-01 09:00'])
})

test('nothing lies before now or beyond the horizon', () => {
  const asked = question({ nowAt: brussels('2026-11-24T11:00'), horizonDays: 1, occupancies: [] })
  expect(wallTimes(asked, '2026-11-24T09:00', 3)).toEqual(['2026-11-24 11:00', '2026-11-24 11:30', '2026-11-25 09:00'])
  expect(wallTimes(asked, '2027-11-24T09:00', 99)).toHaveLength(2 + 6)
})

test('the nearest are the same as those of a search of the whole horizon', () => {
  const occupancies = Array.from({ length: 60 }, (_, index) => index)
    .filter((index) => index % 7 < 5)
    .map((index) => {
      const startAt = brussels('2026-11-23T00:00') + index * 86_400_000
      return { resourceId: 'morel', startAt, endAt: startAt + (10 + (index % 3)) * 3_600_000 }
    })
  const asked = question({ occupancies })
  const all = freeStarts({ ...asked, fromOn: '2026-11-23', toOn: '2027-01-22' }).flatMap((day) => day.starts)
  for (const around of ['2026-11-24T10:00', '2026-12-01T23:00', '2026-12-13T00:00', '2027-01-30T12:00']) {
    const aroundAt = brussels(around)
    const far = (startAt: number) => Math.abs(startAt - aroundAt)
    const expected = all.map((start) => start.startAt).sort((a, b) => far(a) - far(b) || a - b)
    for (const count of [1, 5, 25]) {
      expect(nearestFreeStarts(asked, aroundAt, count).map((start) => start.startAt)).toEqual(expected.slice(0, count))
    }
  }
})
