import { expect, test } from 'vitest'
import { answerWords } from './answer-words.ts'
import { stepWords } from './step-words.ts'
import { timeWords } from './time-words.ts'
import { visitWords } from './visit-words.ts'

const dictionaries = { answerWords, stepWords, timeWords, visitWords }

/** Every sentence of a dictionary with its path; a function is asked with a name, and with one and several of a thing. */
function listSentences(nest: unknown, path: string): { path: string; text: string }[] {
  if (typeof nest === 'string') return [{ path, text: nest }]
  if (typeof nest === 'function')
    return ['Lyon', 0, 1, 2].map((value) => ({ path: `${path}(${value})`, text: String(nest(value, value, '')) }))
  return Object.entries(nest as object).flatMap(([key, value]) => listSentences(value, `${path}.${key}`))
}

const promises = {
  fr: /!|'|\bnormal|\bguéri|sans risque|vous aurez|\bsimple|\bjuste\b|parfait|sans douleur|garanti|\boups\b/i,
  en: /!|'|\bnormal|\bcured\b|risk-free|no risk|\bsimpl|\bjust enter|perfect|painless|guarantee|don’t worry|\boops\b/i,
}

for (const [name, words] of Object.entries(dictionaries)) {
  for (const language of ['fr', 'en'] as const) {
    const sentences = listSentences(words[language], name)
    test(`${name} in ${language}: no promise, no shout, no straight apostrophe, nothing empty`, () => {
      expect(sentences.length).toBeGreaterThan(10)
      for (const { path, text } of sentences) {
        expect(text.trim(), path).not.toBe('')
        expect(promises[language].exec(text)?.[0], path).toBeUndefined()
      }
    })
  }

  test(`${name} in French: a no-break space before tall signs and inside guillemets`, () => {
    for (const { path, text } of listSentences(words.fr, name))
      expect(/(^|[^\u00a0])[:;?»]( |$)|«[^\u00a0]/.test(text), `${path}: ${text}`).toBe(false)
  })

  test(`${name}: the two languages never say the same sentence`, () => {
    const fr = listSentences(words.fr, name)
    const en = new Map(listSentences(words.en, name).map(({ path, text }) => [path, text]))
    expect(fr.map(({ path }) => path)).toEqual([...en.keys()])
    const same = fr.filter(({ path, text }) => en.get(path) === text && /\w\s\w/.test(text))
    expect(same.map(({ path }) => path)).toEqual([])
  })
}
