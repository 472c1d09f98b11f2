import { expect, test } from 'vitest'
import { languages } from './platform/languages/languages.ts'
import { canonicalPath, findPage, type Page, pages, pathTo, translatedPath } from './routes.ts'

const names = Object.keys(pages) as Page[]
const valuesOf = (pattern: string) =>
  Object.fromEntries([...pattern.matchAll(/:(\w+)/g)].map(([, name], i) => [name!, `é ${i}/x`]))

test('every page has an address in every language, with the same values in it', () => {
  for (const name of names) {
    const [fr, en] = [pages[name].fr, pages[name].en]
    expect(Object.keys(valuesOf(fr)).sort(), name).toEqual(Object.keys(valuesOf(en)).sort())
  }
})

test('no two pages share an address in one language', () => {
  for (const language of languages) {
    const addresses = names.map((name) => pages[name][language])
    expect(new Set(addresses).size).toBe(addresses.length)
  }
})

test('an address leads back to its page, whatever stands in its values', () => {
  for (const name of names) {
    for (const language of languages) {
      const values = valuesOf(pages[name].en)
      expect(findPage(pathTo(language, name, values))).toEqual({ language, page: name, values })
    }
  }
})

test('switching the language keeps the page and its values', () => {
  expect(translatedPath('/fr/rdv/gerer/abc', 'en')).toBe('/en/book/manage/abc')
  expect(translatedPath('/en/healing', 'fr')).toBe('/fr/cicatrisation')
})

test('a slug of the other language is no page', () => {
  expect(canonicalPath('/fr/healing')).toBeUndefined()
  expect(canonicalPath('/en/cicatrisation')).toBeUndefined()
  expect(canonicalPath('/de')).toBeUndefined()
  expect(canonicalPath('/fr/rdv/gerer/%E0%A4%A')).toBeUndefined()
})

test('a French address leads to the folder of its English form', () => {
  expect(canonicalPath('/fr/rdv/sante')).toBe('/fr/book/health')
  expect(canonicalPath('/fr')).toBe('/fr')
})
