import { expect, test } from 'vitest'
import { bothLanguages, isLanguage, otherLanguage, preferredLanguage } from './languages.ts'

test.each([
  ['fr-BE,fr;q=0.9,en;q=0.8', 'fr'],
  ['en-GB,en;q=0.9,fr;q=0.8', 'en'],
  ['nl-BE,nl;q=0.9,en;q=0.5,fr;q=0.4', 'en'],
  ['fr;q=0.3, EN-us;q=0.7', 'en'],
  ['de', 'fr'],
  ['*', 'fr'],
  ['', 'fr'],
  [null, 'fr'],
  [';;;q=x,,', 'fr'],
])('of %j we speak %s', (header, language) => {
  expect(preferredLanguage(header)).toBe(language)
})

test('only our own languages are languages of an address', () => {
  expect(isLanguage('fr') && isLanguage('en')).toBe(true)
  for (const text of [undefined, '', 'de', 'FR', 'toString']) expect(isLanguage(text), String(text)).toBe(false)
  expect([otherLanguage('fr'), otherLanguage('en')]).toEqual(['en', 'fr'])
})

test('a dictionary gives the words of each language', () => {
  const words = bothLanguages(
    { minutes: (n: number) => `${n} min d’attente` },
    { minutes: (n: number) => `${n} min to wait` },
  )
  expect([words.fr.minutes(3), words.en.minutes(3)]).toEqual(['3 min d’attente', '3 min to wait'])
})
