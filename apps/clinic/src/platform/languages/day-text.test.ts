import { expect, test } from 'vitest'
import { shortDate, staffDate } from '#platform/languages/dates.ts'
import { dayText, weekdayText } from './day-text.ts'

test('a day is written as everywhere else on staff screens, in every month of both languages', () => {
  for (const language of ['fr', 'en'] as const) {
    for (let month = 1; month <= 12; month++) {
      const on = `2026-${String(month).padStart(2, '0')}-0${(month % 9) + 1}`
      expect(dayText(on, language)).toBe(shortDate(on, language))
      expect(weekdayText(on, language)).toBe(staffDate(on, language))
    }
  }
})
