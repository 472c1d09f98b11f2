import { expect, test } from 'vitest'
import { consentPageWords } from './words.ts'

function sentencesOf(nest: unknown): string[] {
  if (typeof nest === 'string') return [nest]
  if (typeof nest === 'function') return [String(nest('Léa', '3 mars', '14:05'))]
  return Object.values(nest as object).flatMap(sentencesOf)
}

test('French has its apostrophe and its no-break spaces, English its own', () => {
  expect(sentencesOf(consentPageWords.fr).filter((text) => /'|[^\u00a0\d][:;!?»](\s|$)|«[^\u00a0]/.test(text))).toEqual(
    [],
  )
  expect(sentencesOf(consentPageWords.en).filter((text) => /'| [:;!?]|\u00a0[:;!?]/.test(text))).toEqual([])
})
