import { describe, expect, it } from 'vitest'
import { citationsOf } from '../citation.ts'
import { modelCounts, modelNumbers, numberGroups } from './model-numbers.ts'
import { modelWords } from './model-words.ts'
import { numberText } from './number-text.ts'

const all = Object.values(modelNumbers).flat()

describe('the numbers of the model on its page', () => {
  it('are all there, each once, with a unit in both languages and a value within its range', () => {
    expect(new Set(all.map(({ symbol }) => symbol)).size).toBe(all.length)
    expect(all.length).toBe(modelCounts.numbers)
    for (const { symbol, value, low, high, meaning } of all) {
      expect(low, symbol).toBeLessThanOrEqual(value)
      expect(value, symbol).toBeLessThanOrEqual(high)
      for (const language of ['fr', 'en'] as const) expect(meaning[language], symbol).toMatch(/\S{3}/)
    }
  })

  it('lead to what they rest on, or say that they are assumed', () => {
    for (const { symbol, sources, tag } of all) {
      if (tag === 'measured') expect(sources.length, symbol).toBeGreaterThan(0)
      for (const { url } of citationsOf(sources, () => undefined)) expect(url, symbol).toMatch(/^https?:/)
    }
  })

  it('stand in groups that have a name', () => {
    expect(Object.keys(modelNumbers)).toEqual([...numberGroups])
    for (const language of ['fr', 'en'] as const)
      expect(Object.keys(modelWords[language].groups)).toEqual([...numberGroups])
  })
})

it('a number is written with the digits that are known of it', () => {
  expect(numberText(0.001421, 'fr')).toBe('0,0014')
  expect(numberText(162.6, 'en')).toBe('163')
  expect(numberText(44.88, 'en')).toBe('45')
})
