import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hl7Carriers } from './hl7-carriers.ts'
import { hibcCheckCharacter } from './mod-43.ts'
import { parseUdi } from './parse-udi.ts'

const todayOn = '2026-11-24'
const read = (text: string) => parseUdi(text, { todayOn })
/** A carrier with its check character. */
const checked = (body: string) => body + hibcCheckCharacter(body)

describe('the official HIBC carrier of HL7, Device-example-udi3', () => {
  const says = {
    carrier: 'hibc',
    deviceIdentifier: 'H123PARTNO1234567890120',
    lot: 'LOT123456789012345',
    serial: 'XYZ456789012345678',
    expiresOn: '2020-02-02',
    producedOn: '2013-02-02',
  }
  test('all of it reads right; its printed check character is the pattern’s placeholder, so it is refused for use', () => {
    expect(read(hl7Carriers.udi3Label)).toEqual({
      refusal: 'WrongCheckCharacter',
      why: { found: 'C', expected: 'H', read: says },
      at: 86,
      length: 87,
    })
  })
  test('with the check character that belongs to it, it is accepted', () => {
    expect(read(checked(hl7Carriers.udi3Label.slice(0, -1)))).toEqual({ udi: says })
  })
})

describe('carriers as the HIBC standard prints them', () => {
  const a1234 = { carrier: 'hibc', deviceIdentifier: 'A99912345' }
  test.each([
    ['+A123BJC5D6E71G', { carrier: 'hibc', deviceIdentifier: 'A123BJC5D6E71' }],
    [
      '+A99912345/$$52001510X3/16D20111212/S77DE1G45-',
      { ...a1234, expiresOn: '2020-01-15', lot: '10X3', producedOn: '2011-12-12', serial: '77DE1G45' },
    ],
    [
      '+A99912349/$10X3/16D20111231/14D20200131/Q500Z',
      {
        carrier: 'hibc',
        deviceIdentifier: 'A99912349',
        lot: '10X3',
        producedOn: '2011-12-31',
        expiresOn: '2020-01-31',
        quantity: 500,
      },
    ],
    [
      '+A123ABCDEFGHI1234567891/$$420020216LOT123456789012345/SXYZ456789012345678/16D20130202$',
      {
        carrier: 'hibc',
        deviceIdentifier: 'A123ABCDEFGHI1234567891',
        expiresOn: '2020-02-02',
        lot: 'LOT123456789012345',
        serial: 'XYZ456789012345678',
        producedOn: '2013-02-02',
      },
    ],
  ])('%s', (text, udi) => {
    expect(read(text)).toEqual({ udi })
    expect(read(`*${text}*`)).toEqual({ udi })
    expect(read(`]C0${text}`)).toEqual({ udi })
  })

  test.each([
    ['$$0228L1', '2028-02-29'],
    ['$$2063028L1', '2028-06-30'],
    ['$$3280630L1', '2028-06-30'],
    ['$$428063016L1', '2028-06-30'],
    ['$$528182L1', '2028-06-30'],
    ['$$62818216L1', '2028-06-30'],
    ['28182L1', '2028-06-30'],
    ['$$824528182L1', '2028-06-30'],
    ['$$7L1', undefined],
    ['$L1', undefined],
  ])('%s says the lot, and its day', (segment, expiresOn) => {
    const answer = read(checked(`+A99912345/${segment}`))
    expect(answer).toMatchObject({ udi: { lot: 'L1' } })
    expect('udi' in answer && answer.udi.expiresOn).toBe(expiresOn)
  })

  test('a plus after the flag makes it a serial', () => {
    expect(read(checked('+A99912345/$+S1'))).toMatchObject({ udi: { serial: 'S1' } })
    expect(read(checked('+A99912345/$$+3280630S1'))).toMatchObject({ udi: { serial: 'S1', expiresOn: '2028-06-30' } })
  })
})

describe('refusals', () => {
  test.each([
    ['a cut primary', '+A99', 'CarrierCut'],
    ['a secondary alone', '+$$52001510X3GD', 'NoDeviceIdentifier'],
    ['small letters', '+a99912345/$10x3Z', 'BadCharacter'],
    ['a flag that nobody knows', checked('+A99912345/X10X3'), 'UnknownIdentifier'],
    ['an impossible day', checked('+A99912345/$$3280631L1'), 'ImpossibleDate'],
    ['the 366th day of a common year', checked('+A99912345/$$527366L1'), 'ImpossibleDate'],
    ['day zero of a year', checked('+A99912345/$$527000L1'), 'ImpossibleDate'],
    ['a cut date', checked('+A99912345/$$3280'), 'ImpossibleDate'],
    ['an hour that is none', checked('+A99912345/$$428063024L1'), 'ImpossibleDate'],
    ['two lots', checked('+A99912345/$L1/$L2'), 'RepeatedIdentifier'],
    ['a lot and a secondary that lost its slash', checked(`+A99912345/$${'L'.repeat(19)}`), 'TooLong'],
    ['an empty lot', checked('+A99912345/$'), 'CarrierCut'],
    ['a quantity in letters', checked('+A99912345/QMANY'), 'BadCharacter'],
  ])('%s', (_, text, refusal) => {
    expect(read(text)).toMatchObject({ refusal })
  })

  test('any one character changed is refused', () => {
    const good = '+A99912345/$$52001510X3/16D20111212/S77DE1G45-'
    const characters = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. $/+%')
    fc.assert(
      fc.property(fc.nat({ max: good.length - 1 }), characters, (at, character) => {
        fc.pre(good[at] !== character)
        expect(read(good.slice(0, at) + character + good.slice(at + 1))).toHaveProperty('refusal')
      }),
      { numRuns: 1000 },
    )
  })
})
