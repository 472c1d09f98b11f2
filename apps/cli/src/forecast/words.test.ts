import { expect, test } from 'vitest'
import { warningWords } from './warning-words.ts'
import { deviceWords, fill, gradeWords, indicationWords, siteWords, tagWords, words } from './words.ts'

const dictionaries = { words, warningWords, deviceWords, gradeWords, indicationWords, siteWords, tagWords }

/** Every text with its path and its placeholders. */
function textsOf(nest: unknown, path = ''): [path: string, text: string][] {
  if (typeof nest === 'string') return [[path, nest]]
  return Object.entries(nest as object).flatMap(([key, value]) => textsOf(value, `${path}.${key}`))
}
const shapeOf = (nest: unknown) =>
  textsOf(nest).map(([path, text]) => `${path} ${(text.match(/\{\w+\}/g) ?? []).sort().join(' ')}`)

test.each(Object.entries(dictionaries))('%s say the same in French and English', (_, { fr, en }) => {
  expect(shapeOf(fr)).toEqual(shapeOf(en))
})

test.each(Object.entries(dictionaries))('%s keep to the typography of both languages', (_, { fr, en }) => {
  for (const [path, text] of textsOf(fr)) expect(`${path} ${text}`).not.toMatch(/[^\u00a0][:;!?](\s|$)|'/)
  for (const [path, text] of textsOf(en)) expect(`${path} ${text}`).not.toMatch(/'|!/)
})

test('a text is filled, and a value that is missing is a bug', () => {
  expect(fill('{a} of {b}', { a: 1, b: 'two' })).toBe('1 of two')
  expect(() => fill('{a}', {})).toThrow('no value for a')
})
