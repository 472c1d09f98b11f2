import { expect, test } from 'vitest'
import { expectedWords } from './expected-words.ts'
import { spaceWords } from './words.ts'

/** Every sentence of a nest of words; functions are asked with sample values. */
function sentences(nest: unknown): string[] {
  if (typeof nest === 'string') return [nest]
  if (typeof nest === 'function') return [String(nest('2', 'x', 'y')), String(nest('1', 'x', 'y'))]
  return nest && typeof nest === 'object' ? Object.values(nest).flatMap(sentences) : []
}

test.each([spaceWords, expectedWords])('French has its no-break spaces and typographic apostrophes', ({ fr }) => {
  for (const sentence of sentences(fr)) {
    expect(sentence).not.toMatch(/[^\u00a0][:;!?»](\s|$)/)
    expect(sentence).not.toMatch(/«[^\u00a0]/)
    expect(sentence).not.toContain("'")
  }
})

test.each([spaceWords, expectedWords])('both languages keep the tone of the house', ({ fr, en }) => {
  const forbidden =
    /!|\bnormal|\bguéri|\bsimple|\bjuste\b|parfait|garanti|\bcured\b|\bjust\b|perfect|guarantee|worry about/i
  for (const sentence of [...sentences(fr), ...sentences(en)]) expect(sentence).not.toMatch(forbidden)
})
