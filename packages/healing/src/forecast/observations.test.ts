import { expect, test } from 'vitest'
import { parseObservations } from './observations.ts'

test('answers are read as they were written, and none is a list too', () => {
  const observations = [
    { day: 1, redness: 2, swelling: 0, pain: 3.5 },
    { day: 90, improvementPercent: -5 },
  ]
  expect(parseObservations(observations)).toEqual({ observations })
  expect(parseObservations([])).toEqual({ observations: [] })
})

test.each([
  [{ day: 1 }, 'observations notAList'],
  [[{ redness: 1 }], 'observations[0].day missing'],
  [[{ day: 1, redness: 4 }], 'observations[0].redness notOneOf'],
  [[{ day: 1, pain: 11 }], 'observations[0].pain tooHigh'],
  [[{ day: 1 }, { day: 2, rednes: 1 }], 'observations[1].rednes unknownField'],
])('%j is refused by the name of its field', (input, fault) => {
  expect(parseObservations(input).faults?.map(({ field, code }) => `${field} ${code}`)).toEqual([fault])
})
