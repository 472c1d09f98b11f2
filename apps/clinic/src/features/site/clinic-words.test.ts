import { describe, expect, it } from 'vitest'
import { findAddress } from './find-address.ts'
import { openingLines } from './opening-lines.ts'
import { phoneNumber } from './phone-number.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const row = (weekday: number, opens: string, closes: string) => ({
  weekday,
  opens: `${opens}:00`,
  closes: `${closes}:00`,
})

describe('opening hours', () => {
  const opening = [1, 2].flatMap((day) => [row(day, '09:00', '12:30'), row(day, '13:30', '18:30')])

  it('stand together for days that share them', () => {
    const lines = openingLines([...opening, row(6, '09:00', '13:00')], 'fr').map(plain)
    expect(lines).toEqual(['lundi, mardi : 9 h à 12 h 30 et 13 h 30 à 18 h 30', 'samedi : 9 h à 13 h'])
  })

  it('are told in English as the English tell them', () => {
    expect(openingLines(opening, 'en')).toEqual(['Monday, Tuesday: 9:00am to 12:30pm and 1:30pm to 6:30pm'])
  })

  it('are nothing where the clinic set none', () => {
    expect(openingLines([], 'fr')).toEqual([])
  })
})

describe('a telephone number', () => {
  it('is read as written and pressed with its country', () => {
    const french = phoneNumber('04 65 71 00 00', 'FR', 'fr')
    expect(plain(french.shown)).toBe('04 65 71 00 00')
    expect(french.href).toBe('tel:+33465710000')
  })

  it('gets its prefix for a reader of English', () => {
    expect(plain(phoneNumber('04 65 71 00 00', 'FR', 'en').shown)).toBe('+33 4 65 71 00 00')
    expect(plain(phoneNumber('+32 2 555 01 20', 'BE', 'en').shown)).toBe('+32 2 555 01 20')
  })

  it('is left alone in a country whose prefix is not known', () => {
    expect(phoneNumber('020 555 0120', 'NL', 'en')).toEqual({ shown: '020\u00a0555\u00a00120', href: 'tel:0205550120' })
  })
})

describe('the address of a page', () => {
  it('is told in both languages, whatever was asked after it', () => {
    expect(findAddress(new URL('https://lumen.example/fr/cicatrisation?from=ad'))).toEqual({
      canonical: 'https://lumen.example/fr/cicatrisation',
      path: '/fr/cicatrisation',
      alternates: { fr: 'https://lumen.example/fr/cicatrisation', en: 'https://lumen.example/en/healing' },
    })
  })

  it('is kept back where it carries a token', () => {
    expect(findAddress(new URL('https://lumen.example/fr/rdv/gerer/secret'))).toBeUndefined()
    expect(findAddress(new URL('https://lumen.example/fr/healing'))).toBeUndefined()
  })
})
