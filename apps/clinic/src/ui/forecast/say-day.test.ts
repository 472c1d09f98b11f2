import { describe, expect, test } from 'vitest'
import { exampleSlice, flatCourses } from './example-slice.fixture.ts'
import { sayDay } from './say-day.ts'

const twenty = (...groups: [count: number, value: number][]) =>
  flatCourses(groups.flatMap(([count, value]) => Array.from({ length: count }, () => value)))
const redness = (...groups: [number, number][]) => exampleSlice({ courses: twenty(...groups) })

describe('redness is said by the mildest answer that half of the courses keep to', () => {
  test.each([
    [
      redness([8, 0], [9, 1], [3, 2]),
      '17 parcours sur 20\u00a0: rougeur légère ou aucune.',
      '17 courses of 20: mild redness or none.',
    ],
    [redness([12, 0.2], [8, 1]), '12 parcours sur 20\u00a0: aucune rougeur.', '12 courses of 20: no redness.'],
    [
      redness([4, 1], [14, 2], [2, 3]),
      '18 parcours sur 20\u00a0: rougeur nette au plus.',
      '18 courses of 20: marked redness at most.',
    ],
    [redness([6, 2], [14, 2.9]), '14 parcours sur 20\u00a0: rougeur forte.', '14 courses of 20: strong redness.'],
  ])('%#', (slice, fr, en) => {
    expect(sayDay(slice, 3, 'fr').courses).toBe(fr)
    expect(sayDay(slice, 3, 'en').courses).toBe(en)
  })
})

test('a grade between two answers counts as the nearer one', () => {
  expect(sayDay(redness([10, 0.49], [10, 0.51]), 3, 'en').courses).toBe('10 courses of 20: no redness.')
  expect(sayDay(redness([9, 0.49], [11, 1.49]), 3, 'en').courses).toBe('20 courses of 20: mild redness or none.')
})

test('what the patient said that day stands beside, in their word', () => {
  const seen = [{ day: 3, value: 1, by: 'patient' as const }]
  expect(sayDay(exampleSlice(), 3, 'fr', seen).observed).toBe('Observé\u00a0: légère.')
  expect(sayDay(exampleSlice(), 2, 'fr', seen).observed).toBeUndefined()
  expect(sayDay(exampleSlice({ output: 'swelling' }), 3, 'fr', seen).observed).toBe('Observé\u00a0: léger.')
})

test('of the barrier, courses whose channels let nothing through are counted', () => {
  const slice = exampleSlice({
    output: 'barrierRecovered',
    courses: twenty([12, 80], [8, 70]),
    p50: exampleSlice().p50.map(() => 78.4),
  })
  expect(sayDay(slice, 3, 'en').courses).toBe('12 courses of 20: channels closed. Barrier in the middle: 78%.')
})

test('a slow output is told between two figures, never as one', () => {
  const flat = (value: number) => exampleSlice().days.map(() => value)
  const slice = exampleSlice({ output: 'improvement', p5: flat(1.24), p50: flat(31.6), p95: flat(78) })
  expect(sayDay(slice, 3, 'fr').courses).toBe(
    '18 parcours sur 20\u00a0: amélioration entre 1,2 et 78\u00a0%. Au milieu\u00a0: 32\u00a0%.',
  )
  expect(sayDay(slice, 3, 'en').courses).toBe('18 courses of 20: improvement between 1.2 and 78%. In the middle: 32%.')
})
