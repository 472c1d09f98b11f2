import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NEEDLING_DEVICES } from '../dose/device.ts'
import { parseCourse } from './course.ts'

const roller = { day: 0, device: 'roller', needleMm: 1.5, passes: 8 }
const course = { ageYears: 34, phototype: 3, site: 'cheek', indication: 'acne-scars', treatments: [roller] }
const faultsOf = (input: unknown) => parseCourse(input).faults?.map(({ field, code }) => `${field} ${code}`)

describe('a course', () => {
  test('with every field is read as it was written', () => {
    const full = {
      ...course,
      smoker: true,
      treatments: [{ ...roller, pressure: 1.2, occlusionHours: 6, prp: { delayMinutes: 5, plateletFactor: 6 } }],
    }
    expect(parseCourse(full)).toEqual({ course: full })
  })

  test('without treatments is a course: nothing happens to the skin', () => {
    expect(parseCourse({ ...course, treatments: [] }).course?.treatments).toEqual([])
  })

  test('takes the names of the evidence tables', () => {
    expect(parseCourse({ ...course, indication: 'striae' }).course?.indication).toBe('stretch-marks')
  })

  test('is the same whatever the order of its treatments', () => {
    const treatment = fc.record({
      day: fc.integer({ min: 0, max: 3 }),
      device: fc.constantFrom(...NEEDLING_DEVICES),
      needleMm: fc.constantFrom(0.5, 1, 2),
      passes: fc.integer({ min: 1, max: 3 }),
    })
    fc.assert(
      fc.property(
        fc
          .array(treatment, { maxLength: 8 })
          .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([one, other]) => {
          expect(parseCourse({ ...course, treatments: one })).toEqual(parseCourse({ ...course, treatments: other }))
        },
      ),
    )
  })
})

describe('a course that cannot be read', () => {
  test('names every field that is missing', () => {
    expect(faultsOf({})).toEqual([
      'ageYears missing',
      'phototype missing',
      'site missing',
      'indication missing',
      'treatments missing',
    ])
  })

  test.each([
    [{ ...course, ageYears: 121 }, 'ageYears tooHigh'],
    [{ ...course, ageYears: '34' }, 'ageYears notANumber'],
    [{ ...course, ageYears: Number.NaN }, 'ageYears notANumber'],
    [{ ...course, phototype: 7 }, 'phototype notOneOf'],
    [{ ...course, site: 'moon' }, 'site notOneOf'],
    [{ ...course, indication: 'toString' }, 'indication notOneOf'],
    [{ ...course, smoker: 'yes' }, 'smoker notYesOrNo'],
    [{ ...course, treatments: 3 }, 'treatments notAList'],
    [{ ...course, treatments: Array(61).fill(roller) }, 'treatments tooMany'],
    [{ ...course, treatments: [roller, 4] }, 'treatments[1] notARecord'],
    [{ ...course, treatments: [roller, { ...roller, needleMm: 0.05 }] }, 'treatments[1].needleMm tooLow'],
    [{ ...course, treatments: [{ ...roller, ocklusionHours: 4 }] }, 'treatments[0].ocklusionHours unknownField'],
    [
      { ...course, treatments: [{ ...roller, prp: { delayMinutes: -1, plateletFactor: 5 } }] },
      'treatments[0].prp.delayMinutes tooLow',
    ],
    [{ ...course, treatments: [{ ...roller, prp: true }] }, 'treatments[0].prp notARecord'],
    [{ ...course, name: 'Léa' }, 'name unknownField'],
    [null, ' notARecord'],
  ])('%j', (input, fault) => {
    expect(faultsOf(input)).toEqual([fault])
  })

  test('is refused, never thrown at, whatever it holds', () => {
    fc.assert(fc.property(fc.jsonValue(), (input) => parseCourse(input).faults !== undefined))
  })
})
