import { forecast, parseCourse } from '@pointille/healing'
import { severities } from '@pointille/protocol'
import { describe, expect, test } from 'vitest'
import { expectAfter } from './expect-after.ts'
import { readForecast } from './read-forecast.ts'

const course = parseCourse({
  ageYears: 38,
  phototype: 3,
  site: 'cheek',
  indication: 'acne-scars',
  treatments: [{ day: 0, device: 'pen', needleMm: 1.5, passes: 8 }],
}).course!

describe('what a forecast says of a day', () => {
  test('puts twenty courses on the four answers, and a range in their words', () => {
    const day1 = expectAfter(course, [], 1)!
    expect(day1.redness.counts.reduce((sum, count) => sum + count, 0)).toBe(20)
    expect(severities.indexOf(day1.redness.low)).toBeLessThanOrEqual(severities.indexOf(day1.redness.high))
    for (const score of [day1.pain.low, day1.pain.high]) expect(Number.isInteger(score)).toBe(true)
  })

  test('says less redness on later days', () => {
    const grade = (day: number) =>
      expectAfter(course, [], day)!.redness.counts.reduce((sum, count, at) => sum + count * at, 0)
    expect(grade(1)).toBeGreaterThan(grade(3))
    expect(grade(3)).toBeGreaterThanOrEqual(grade(14))
  })

  test('says nothing of a day that the forecast does not reach by name', () => {
    expect(readForecast({ ...forecast(course, { days: [1], courses: 20 }), outputs: {} }, 1)).toBeUndefined()
  })

  test('is the same when asked again, moves after a report, and is then what a forecast of that report says', () => {
    const before = expectAfter(course, [], 3)
    expect(expectAfter(course, [], 3)).toBe(before)
    const observations = [{ day: 1, redness: 3 as const, swelling: 2 as const, pain: 6 }]
    const after = expectAfter(course, observations, 3)
    expect(after).not.toEqual(before)
    const days = Array.from({ length: 15 }, (_, day) => day)
    expect(after).toEqual(readForecast(forecast(course, { days, courses: 60, observations }), 3))
  })
})
