import { describe, expect, test } from 'vitest'
import { examinationWords } from './examination/words.ts'
import { overviewWords } from './overview/words.ts'
import { recordWords } from './record/words.ts'
import { closingWords } from './runner/closing/words.ts'
import { preparingWords } from './runner/preparing/words.ts'
import { runnerWords } from './runner/words.ts'
import { zonesWords } from './runner/zones/words.ts'

const dictionaries = {
  examinationWords,
  overviewWords,
  recordWords,
  closingWords,
  preparingWords,
  runnerWords,
  zonesWords,
}

/** Every sentence, those that a number or a name changes said with 2 and with 1. */
function sentencesOf(nest: unknown, path = ''): [path: string, text: string][] {
  if (typeof nest === 'string') return [[path, nest]]
  if (typeof nest === 'function') return [1, 2].map((value) => [path, String(nest(value, value, value, value))])
  return Object.entries(nest as object).flatMap(([key, value]) => sentencesOf(value, `${path}.${key}`))
}

describe.each(Object.entries(dictionaries))('%s', (_, words) => {
  test('writes French with its apostrophe and its no-break spaces', () => {
    const faults = sentencesOf(words.fr).filter(([, text]) => /'|[^\u00a0\d][:;!?»](\s|$)|«[^\u00a0]/.test(text))
    expect(faults).toEqual([])
  })

  test('writes English with its apostrophe and without French spaces', () => {
    expect(sentencesOf(words.en).filter(([, text]) => /'| [:;!?]|\u00a0[:;!?]/.test(text))).toEqual([])
  })

  test('uses no word that the tone of the house rules out', () => {
    const banned = {
      fr: /!|\bsimple|\bjuste\b|parfait|sans douleur|garanti|\bnormal|\bguéri|sans risque|ne vous inquiétez/i,
      en: /!|\bsimpl|\bjust\b|perfect|painless|guarantee|\bnormal|\bcured\b|risk-free|don’t worry/i,
    }
    for (const language of ['fr', 'en'] as const)
      expect(sentencesOf(words[language]).filter(([, text]) => banned[language].test(text))).toEqual([])
  })
})
