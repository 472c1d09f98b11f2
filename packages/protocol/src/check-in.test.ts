import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { callTodayFlags, careLevel, emergencyFlags, parseCheckIn, redFlags } from './check-in.ts'
import { careHeading, checkInWords } from './check-in-words.ts'
import { getJurisdiction } from './jurisdictions.ts'
import { shapeOf, textFaults } from './text-faults.ts'

const good = { day: 3, redness: 'mild', swelling: 'none', painScore: 2, redFlags: ['pus'] }

test('accepts a full report, with or without a note', () => {
  expect(parseCheckIn(good)).toEqual({ checkIn: good })
  expect(parseCheckIn({ ...good, redFlags: [], note: 'dry' })).toEqual({
    checkIn: { ...good, redFlags: [], note: 'dry' },
  })
})

describe('refuses, naming the field and the limit', () => {
  test.each<[string, unknown, string, string]>([
    ['nothing', undefined, '', 'record'],
    ['a list', [good], '', 'record'],
    ['a field nobody asked for', { ...good, patientId: 1 }, 'patientId', 'known-field'],
    ['a day that is not asked', { ...good, day: 4 }, 'day', 'check-in-day'],
    ['a day as text', { ...good, day: '3' }, 'day', 'check-in-day'],
    ['a missing answer', { ...good, redness: undefined }, 'redness', 'none-mild-marked-strong'],
    ['another word', { ...good, swelling: 'huge' }, 'swelling', 'none-mild-marked-strong'],
    ['a pain of 11', { ...good, painScore: 11 }, 'painScore', 'zero-to-ten'],
    ['half a pain', { ...good, painScore: 2.5 }, 'painScore', 'zero-to-ten'],
    ['no answer to the red flags', { ...good, redFlags: undefined }, 'redFlags', 'known-red-flags-once'],
    ['a flag twice', { ...good, redFlags: ['pus', 'pus'] }, 'redFlags', 'known-red-flags-once'],
    ['an unknown flag', { ...good, redFlags: ['itch'] }, 'redFlags', 'known-red-flags-once'],
    ['a blank note', { ...good, note: ' ' }, 'note', 'short-text'],
  ])('%s', (_, input, field, limit) => {
    expect(parseCheckIn(input)).toEqual({ refusal: 'InvalidCheckIn', field, limit, code: 'PT-422-CHECK-IN' })
  })

  test('never throws, whatever JSON comes', () => {
    const nearly = fc.record({ day: fc.constantFrom(1, 4), redFlags: fc.jsonValue(), painScore: fc.jsonValue() })
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), nearly), (input) => {
        expect(Object.keys(parseCheckIn(input))).not.toEqual([])
      }),
    )
  })
})

describe('the level of care', () => {
  test.each(callTodayFlags)('%s: call today', (flag) => expect(careLevel({ redFlags: [flag] })).toBe('callToday'))
  test.each(emergencyFlags)('%s: emergency', (flag) => expect(careLevel({ redFlags: [flag] })).toBe('emergency'))
  test('nothing: none', () => expect(careLevel({ redFlags: [] })).toBe('none'))

  test('one more red flag never lowers it', () => {
    const order = ['none', 'callToday', 'emergency']
    const rank = (flags: readonly (typeof redFlags)[number][]) => order.indexOf(careLevel({ redFlags: flags }))
    fc.assert(
      fc.property(fc.subarray([...redFlags]), fc.constantFrom(...redFlags), (flags, more) => {
        expect(rank([...flags, more])).toBeGreaterThanOrEqual(rank(flags))
      }),
    )
  })
})

describe('words', () => {
  test('French and English say the same things, in the house style', () => {
    expect(shapeOf(checkInWords.fr)).toEqual(shapeOf(checkInWords.en))
    expect([...textFaults(checkInWords.fr, 'fr'), ...textFaults(checkInWords.en, 'en')]).toEqual([])
  })

  test('the emergency card names the country’s numbers', () => {
    expect(careHeading('emergency', 'fr', getJurisdiction('FR').emergencyNumbers)).toBe(
      'Appelez le 15 ou le 112 maintenant',
    )
    expect(careHeading('emergency', 'en', getJurisdiction('BE').emergencyNumbers)).toBe('Call 112 now')
    expect(careHeading('callToday', 'fr', [])).toBe('Appelez-nous aujourd’hui')
  })
})
