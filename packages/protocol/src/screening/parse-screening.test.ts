import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseScreening } from './parse-screening.ts'

const today = { todayOn: '2026-11-24' }
const good = { indication: 'acne-scars', birthDate: '1988-03-03', answers: { CI33: '2026-11-01', CI26: true } }

test('accepts true, dates, and an explicit none', () => {
  expect(parseScreening(good, today)).toEqual({ screening: good })
  expect(parseScreening({ ...good, answers: { none: true } }, today)).toEqual({
    screening: { ...good, answers: { none: true } },
  })
})

describe('refuses, naming the field and the limit', () => {
  const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`X${i}`, true]))
  test.each<[string, unknown, string, string]>([
    ['null', null, '', 'record'],
    ['a list', [good], '', 'record'],
    ['a text', 'hello', '', 'record'],
    ['a field nobody asked for', { ...good, admin: true }, 'admin', 'known-field'],
    ['an unknown indication', { ...good, indication: 'tattoo' }, 'indication', 'known-indication'],
    ['a missing birth date', { ...good, birthDate: undefined }, 'birthDate', 'real-date'],
    ['an impossible birth date', { ...good, birthDate: '1999-02-29' }, 'birthDate', 'real-date'],
    ['a birth tomorrow', { ...good, birthDate: '2026-11-25' }, 'birthDate', 'not-after-today'],
    ['an age of 121', { ...good, birthDate: '1905-11-24' }, 'birthDate', 'at-most-120-years'],
    ['no answers', { ...good, answers: undefined }, 'answers', 'record'],
    ['empty answers', { ...good, answers: {} }, 'answers', 'at-least-one-answer'],
    ['none with others', { ...good, answers: { none: true, CI05: true } }, 'answers.none', 'none-stands-alone'],
    ['none that is not true', { ...good, answers: { none: false } }, 'answers.none', 'true-or-date'],
    ['an unknown condition', { ...good, answers: { CI99: true } }, 'answers.CI99', 'known-condition'],
    [
      'a prototype name',
      { ...good, answers: JSON.parse('{"__proto__":true}') },
      'answers.__proto__',
      'known-condition',
    ],
    ['ten thousand conditions', { ...good, answers: many }, 'answers', 'known-condition'],
    ['an answer of false', { ...good, answers: { CI05: false } }, 'answers.CI05', 'true-or-date'],
    ['an impossible day', { ...good, answers: { CI33: '2026-02-30' } }, 'answers.CI33', 'real-date'],
    ['a day to come', { ...good, answers: { CI33: '2026-11-25' } }, 'answers.CI33', 'not-after-today'],
    ['a day before birth', { ...good, answers: { CI33: '1988-03-02' } }, 'answers.CI33', 'not-before-birth'],
  ])('%s', (_, input, field, limit) => {
    expect(parseScreening(input, today)).toEqual({
      refusal: 'InvalidScreening',
      field,
      limit,
      code: 'PT-422-SCREENING',
    })
  })
})

test('an age of exactly 120 is possible', () => {
  expect(parseScreening({ ...good, birthDate: '1906-11-24' }, today)).toHaveProperty('screening')
})

test('never throws, whatever JSON comes', () => {
  const nearly = fc.record(
    {
      indication: fc.oneof(fc.constant('pores'), fc.jsonValue()),
      birthDate: fc.oneof(fc.constant('1990-01-01'), fc.jsonValue()),
      answers: fc.oneof(fc.jsonValue(), fc.dictionary(fc.oneof(fc.constant('CI05'), fc.string()), fc.jsonValue())),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), nearly), (input) => {
      const result = parseScreening(input, today)
      expect('screening' in result || result.refusal === 'InvalidScreening').toBe(true)
    }),
    { numRuns: 1000 },
  )
})
