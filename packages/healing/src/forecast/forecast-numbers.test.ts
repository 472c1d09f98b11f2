import { expect, test } from 'vitest'
import { findSource } from '../evidence/sources.ts'
import type { Quantity } from '../quantity.ts'
import { DOUBTFUL_READINGS, READING_NUMBERS, REPORT_NUMBERS } from './forecast-numbers.ts'

const all: [string, Quantity][] = Object.entries({ ...READING_NUMBERS, ...REPORT_NUMBERS })

test.each(all)(
  '%s has a unit, a range around its value, a source or the word assumed, and a meaning in both languages',
  (_, told) => {
    expect(told.unit).not.toBe('')
    expect(told.low).toBeLessThan(told.value)
    expect(told.high).toBeGreaterThan(told.value)
    expect(told.meaning.fr).not.toBe(told.meaning.en)
    if (told.sources !== 'assumed') {
      expect(told.sources.length).toBeGreaterThan(0)
      for (const id of told.sources) expect(findSource(id)).toBeDefined()
    }
  },
)

test('what is drawn can be drawn on a logarithmic scale', () => {
  for (const name of DOUBTFUL_READINGS) expect(READING_NUMBERS[name].low).toBeGreaterThan(0)
})
