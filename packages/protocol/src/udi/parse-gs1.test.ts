import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applicationIdentifiers, findIdentifier } from './application-identifiers.ts'
import { gs1CheckDigit, isGtin } from './check-digit.ts'
import { hl7Carriers } from './hl7-carriers.ts'
import { type Gs1Element, groupSeparator as gs, parseGs1 } from './parse-gs1.ts'
import { parseUdi } from './parse-udi.ts'
import { printGs1 } from './print-gs1.ts'

const todayOn = '2026-11-24'
const read = (text: string) => parseUdi(text, { todayOn })
const gtin = '10857674002017'
const scan = `]d201${gtin}1714112010NYFUL01${gs}21192837${gs}713A1B2C3D4E5F6G`

describe('the official GS1 carriers of HL7', () => {
  test('the scan of Device-example-udi1 reads right, each element for itself', () => {
    expect(read(hl7Carriers.udi1Scan)).toEqual({
      udi: {
        carrier: 'gs1',
        deviceIdentifier: gtin,
        lot: 'NYFUL01',
        serial: '192837',
        expiresOn: '2014-11-20',
      },
    })
    expect(parseGs1(hl7Carriers.udi1Scan, { todayOn })).toEqual({
      elements: [
        { ai: '01', value: gtin },
        { ai: '17', value: '141120' },
        { ai: '10', value: 'NYFUL01' },
        { ai: '21', value: '192837' },
        { ai: '713', value: 'A1B2C3D4E5F6G' },
      ],
    })
    expect(read(scan)).toEqual(read(hl7Carriers.udi1Scan))
  })

  test('the label of Device-example-udi1 reads right', () => {
    const udi = { deviceIdentifier: '00844588003288', lot: '7654321D', serial: '10987654d321', expiresOn: '2014-11-20' }
    expect(read(hl7Carriers.udi1Label)).toEqual({ udi: { carrier: 'gs1', ...udi } })
    const printed = hl7Carriers.udi1Label.replaceAll('{', ' (').replaceAll('}', ') ')
    expect(read(printed)).toEqual({ udi: { carrier: 'gs1', ...udi } })
  })

  test('without its separators the scan is refused, and without any one of them', () => {
    expect(read(scan.replaceAll(gs, ''))).toMatchObject({ refusal: 'TooLong', why: { identifier: '10', longest: 20 } })
    expect(read(scan.replace(gs, ''))).toMatchObject({
      refusal: 'SeparatorLost',
      why: { identifier: '10', hides: '21' },
    })
    expect(read(scan.replace(`${gs}713`, '713'))).toMatchObject({ refusal: 'TooLong', why: { identifier: '21' } })
  })

  test('cut anywhere, the scan is refused, or only its last open-ended value is shorter', () => {
    const whole = parseGs1(scan, { todayOn })
    const elements = 'elements' in whole ? whole.elements : []
    for (let length = 0; length < scan.length; length++) {
      const cut = parseGs1(scan.slice(0, length), { todayOn })
      if ('refusal' in cut) continue
      const last = cut.elements.at(-1)!
      const full = elements[cut.elements.length - 1]!
      expect(cut.elements.slice(0, -1)).toEqual(elements.slice(0, cut.elements.length - 1))
      expect([last.ai, full.value.startsWith(last.value)], scan.slice(0, length)).toEqual([full.ai, true])
    }
  })

  test('one wrong digit of the GTIN is refused, naming the check digit', () => {
    for (let at = 0; at < 14; at++) {
      const wrong = gtin.slice(0, at) + ((Number(gtin[at]) + 1) % 10) + gtin.slice(at + 1)
      expect(read(scan.replace(gtin, wrong)), wrong).toMatchObject({
        refusal: 'WrongCheckDigit',
        why: { identifier: '01' },
      })
    }
  })

  test('the ICCBBA carrier of Device-example-udi4 is refused as another issuer’s', () => {
    expect(read(hl7Carriers.udi4Label)).toEqual({
      refusal: 'UnknownCarrier',
      why: { begins: '=)1T' },
      at: 0,
      length: 24,
    })
  })
})

describe('refusals name what is wrong, and how far the text was understood', () => {
  const head = `01${gtin}`
  test.each([
    ['nothing', '', 'EmptyCarrier', 0],
    ['a short GTIN', '010857674', 'CarrierCut', 9],
    ['a short date', `${head}171411`, 'CarrierCut', 22],
    ['a date cut by a separator', `${head}1714${gs}10A`, 'CarrierCut', 20],
    ['an empty lot', `${head}10${gs}21A`, 'CarrierCut', 18],
    ['a separator at the end', `${head}10A${gs}`, 'CarrierCut', 20],
    ['two separators', `${head}10A${gs}${gs}21B`, 'BytesLeftOver', 20],
    ['bytes left over', `${head}17141120X`, 'BytesLeftOver', 24],
    ['an identifier that nobody knows', `${head}8889ABC`, 'UnknownIdentifier', 16],
    ['a month that is none', `${head}17141320`, 'ImpossibleDate', 18],
    ['a day that is none', `${head}17140230`, 'ImpossibleDate', 18],
    ['letters in a date', `${head}1714112O`, 'BadCharacter', 23],
    ['a space in a lot', `${head}10AB C`, 'BadCharacter', 20],
    ['a lot twice', `${head}10A${gs}10A`, 'RepeatedIdentifier', 22],
    ['no GTIN', `17141120${'10A'}`, 'NoDeviceIdentifier', 0],
    ['a lot that swallowed the serial', `${head}10L2405-B210081`, 'SeparatorLost', 25],
    ['a lot that swallowed the GTIN', '10LA0110857674002017', 'SeparatorLost', 4],
    ['a lot that swallowed our own number', `${head}10L2405-B91P000123`, 'SeparatorLost', 25],
    ['a shop’s code', '4006381333931', 'UnknownIdentifier', 0],
    ['a web address', 'https://id.example/01/10857674002017', 'UnknownCarrier', 0],
    ['a DataMatrix that is not GS1', `]d1${head}`, 'UnknownCarrier', 0],
    ['a label with words behind', `(01)${gtin}(10)A) see box`, 'BytesLeftOver', 22],
    ['a label without parentheses', `(01)${gtin} 10 A`, 'TooLong', 18],
    ['a label with an unknown identifier', `(01)${gtin}(889)A`, 'UnknownIdentifier', 18],
  ])('%s', (_, text, refusal, at) => {
    expect(read(text)).toMatchObject({ refusal, at, length: text.length })
  })

  test('a lot that could hide a serial is believed when the reader is known to keep separators', () => {
    const text = `01${gtin}10L2105A`
    expect(read(text)).toMatchObject({ refusal: 'SeparatorLost', why: { identifier: '10', hides: '21' } })
    expect(parseUdi(text, { todayOn, separators: 'kept' })).toMatchObject({ udi: { lot: 'L2105A' } })
  })

  test('with lot and unit number told, nothing can hide: the same lot is believed', () => {
    expect(read(`01${gtin}10L2105A${gs}210081`)).toMatchObject({ udi: { lot: 'L2105A', serial: '0081' } })
    expect(read(`01${gtin}10L2105A${gs}91P000123`)).toMatchObject({ udi: { lot: 'L2105A', ownNumber: 'P000123' } })
  })

  test('any order is read when the separators stand', () => {
    expect(read(`210081${gs}10L2405-B${gs}17280630${'01'}${gtin}`)).toMatchObject({
      udi: { deviceIdentifier: gtin, lot: 'L2405-B', serial: '0081', expiresOn: '2028-06-30' },
    })
  })
})

describe('dates', () => {
  const expiry = (yymmdd: string, on = todayOn) => parseUdi(`01${gtin}17${yymmdd}`, { todayOn: on })
  test.each([
    ['280600', '2028-06-30'],
    ['280200', '2028-02-29'],
    ['270200', '2027-02-28'],
    ['761231', '2076-12-31'],
    ['770101', '1977-01-01'],
  ])('%s read in 2026 is %s', (text, day) => {
    expect(expiry(text)).toMatchObject({ udi: { expiresOn: day } })
  })
  test('the century follows the day of reading', () => {
    expect(expiry('010101', '2060-01-01')).toMatchObject({ udi: { expiresOn: '2101-01-01' } })
    expect(expiry('010101', '2050-01-01')).toMatchObject({ udi: { expiresOn: '2001-01-01' } })
  })
  test('an expiry with its hour is that day', () => {
    expect(read(`01${gtin}70032806301200`)).toMatchObject({ udi: { expiresOn: '2028-06-30' } })
    expect(read(`01${gtin}70032806302400`)).toMatchObject({ refusal: 'ImpossibleDate' })
  })
})

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`))
const dates = fc
  .date({ min: new Date('1980-01-01'), max: new Date('2070-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(2, 10).replaceAll('-', ''))

/** Data for an identifier, of any length that it allows. */
function valueFor(ai: string, characters: RegExp): fc.Arbitrary<string> {
  const { data, longest, shortest, checked } = findIdentifier(ai)!
  if (checked) return digits(longest - 1).map((body) => body + gs1CheckDigit(body))
  if (data === 'date') return dates
  if (data === 'dateTime') return dates.map((day) => `${day}2359`)
  if (data === 'numeric') return fc.integer({ min: shortest, max: longest }).chain(digits)
  return fc.stringMatching(characters).map((value) => value.slice(0, longest))
}
const elementsOf = (characters: RegExp): fc.Arbitrary<Gs1Element[]> =>
  fc
    .uniqueArray(fc.constantFrom(...applicationIdentifiers), { minLength: 1, maxLength: 6 })
    .chain((ais) => fc.tuple(...ais.map((ai) => valueFor(ai, characters).map((value) => ({ ai, value })))))

describe('what is printed is read', () => {
  test('raw, whatever the order and the characters', () => {
    fc.assert(
      fc.property(elementsOf(/^[!"%-?A-Z_a-z]{1,90}$/), fc.constantFrom('', ']d2', ']C1', gs), (elements, begin) => {
        const text = begin + printGs1(elements, 'raw')
        expect(parseGs1(text, { todayOn, separators: 'kept' })).toEqual({ elements })
      }),
      { numRuns: 500 },
    )
  })

  test('as people read it', () => {
    fc.assert(
      fc.property(elementsOf(/^[!"%&'*-?A-Z_a-z]{1,90}$/), (elements) => {
        expect(parseGs1(printGs1(elements, 'human'), { todayOn })).toEqual({ elements })
      }),
      { numRuns: 500 },
    )
  })

  test('our own label, with every lot and number: nothing is doubted', () => {
    const lot = fc.stringMatching(/^[A-Z0-9\-./]{1,20}$/)
    fc.assert(
      fc.property(digits(13), dates, lot, digits(6), (body, expires, lotOf, number) => {
        const elements = [
          { ai: '01', value: body + gs1CheckDigit(body) },
          { ai: '17', value: expires },
          { ai: '10', value: lotOf },
          { ai: '91', value: `P${number}` },
        ]
        expect(read(`]d2${printGs1(elements, 'raw')}`)).toMatchObject({ udi: { lot: lotOf, ownNumber: `P${number}` } })
      }),
      { numRuns: 500 },
    )
  })

  test('a lost separator before the unit number never goes through', () => {
    const text = fc.stringMatching(/^[A-Z0-9-]{1,12}$/)
    fc.assert(
      fc.property(text, text, fc.constantFrom('21', '91'), (lot, unit, ai) => {
        expect(read(`01${gtin}10${lot}${ai}${unit}`)).toHaveProperty('refusal')
      }),
      { numRuns: 500 },
    )
  })

  test('no text makes it throw', () => {
    const noise = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('0', '1', '2', '7', gs, '(', ')', '{', '+', '/', '$', ']', 'd', 'A') }),
    )
    fc.assert(
      fc.property(noise, (text) => void read(text)),
      { numRuns: 3000 },
    )
  })
})

test('a GTIN is 14 digits whose last checks the others', () => {
  expect(isGtin(gtin)).toBe(true)
  expect(isGtin('10857674002018')).toBe(false)
  expect(isGtin('0857674002017')).toBe(false)
})

test('an unknown identifier is not printed', () => {
  expect(() => printGs1([{ ai: '8888', value: 'A' }], 'raw')).toThrow('8888')
})
