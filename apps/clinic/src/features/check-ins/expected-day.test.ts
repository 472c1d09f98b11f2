import { describe, expect, test } from 'vitest'
import { answersOutside, countUpTo, type ExpectedDay } from './expected-day.ts'
import { countedAnswer, placeAmong, placeOfDay } from './place-among.ts'
import { saidDots, saidPeople, saidRange } from './said-expectation.ts'

const expected: ExpectedDay = {
  day: 3,
  redness: { counts: [8, 9, 3, 0], low: 'none', high: 'marked', tag: 'calibrated' },
  swelling: { counts: [19, 1, 0, 0], low: 'none', high: 'none', tag: 'assumed' },
  pain: { low: 1, high: 2, tag: 'assumed' },
  rednessTrend: 'falling',
}
const calm = { redness: 'none', swelling: 'none', painScore: 0 } as const

describe('an answer beside what was expected', () => {
  test('is outside only above: what is calmer alarms nobody', () => {
    expect(answersOutside(expected, calm)).toEqual([])
    expect(answersOutside(expected, { redness: 'marked', swelling: 'none', painScore: 2 })).toEqual([])
    expect(answersOutside(expected, { redness: 'strong', swelling: 'mild', painScore: 3 })).toEqual([
      'redness',
      'swelling',
      'pain',
    ])
  })

  test('gives the day its place: outside as soon as one answer is', () => {
    expect(placeOfDay(expected, calm)).toBe('inside')
    expect(placeOfDay(expected, { ...calm, painScore: 9 })).toBe('outside')
    expect(placeAmong({ low: 'mild', high: 'marked' }, 'none')).toBe('less')
  })
})

describe('the sentence beside the dots', () => {
  test('counts people up to the person’s own answer', () => {
    expect(countUpTo(expected.redness, 'mild')).toBe(17)
    expect(saidPeople(expected, 'mild', 'fr')).toBe(
      'Au jour 3, environ 17 personnes sur 20 ont une rougeur légère ou aucune.',
    )
    expect(saidPeople(expected, 'none', 'en')).toBe('On day 3, about 8 of 20 people have no redness.')
  })

  test('counts up to the most marked that was expected where the own answer is above it', () => {
    expect(countedAnswer(expected.redness, 'strong')).toBe('marked')
    expect(saidPeople(expected, 'strong', 'fr')).toBe('Au jour 3, les 20 personnes ont une rougeur nette ou moins.')
  })

  test('is a sentence also for nobody and for one', () => {
    const none = { ...expected, redness: { ...expected.redness, counts: [0, 1, 19, 0] } }
    expect(saidPeople(none, 'none', 'fr')).toBe('Au jour 3, les 20 personnes ont une rougeur.')
    expect(saidPeople(none, 'mild', 'fr')).toBe('Au jour 3, environ 1 personne sur 20 a une rougeur légère ou aucune.')
    expect(saidPeople(none, 'mild', 'en')).toBe('On day 3, about one person in 20 has mild redness or none.')
  })
})

test('ranges and dots are told in the words of the answers', () => {
  expect(saidRange(expected, 'redness', 'fr')).toBe('aucune à nette')
  expect(saidRange(expected, 'swelling', 'fr')).toBe('aucun')
  expect(saidRange(expected, 'pain', 'en')).toBe('1 to 2')
  expect(saidDots(expected.redness, 'mild', 'en')).toBe(
    'Of 20 people like you: 8 none, 9 mild, 3 marked, 0 strong. You: mild.',
  )
})
