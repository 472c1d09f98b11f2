import { expect, test } from 'vitest'
import { activesSafeFrom } from './actives-safe-from.ts'
import { listAftercare } from './aftercare.ts'
import { aftercareTable } from './aftercare-words.ts'
import { textFaults } from './text-faults.ts'

const settings = {
  makeUpDelay: '48 hours',
  activesSafeFrom: '27 November 2026, 10:00',
  checkInDays: '1, 2, 3, 5, 7, 14',
}
const idsOn = (day: number) => listAftercare(day, 'en', settings).map(({ id }) => id)

test('actives are safe 72 hours after the last pass, across a clock change too', () => {
  expect(activesSafeFrom('2026-11-24T09:55:00Z')).toBe('2026-11-27T09:55:00Z')
  expect(activesSafeFrom('2026-10-24T09:55:00Z')).toBe('2026-10-27T09:55:00Z')
})

test('each day has its own advice', () => {
  expect(idsOn(0)).toEqual(['F-01', 'F-02', 'F-03', 'F-05', 'F-06', 'F-09', 'F-11', 'F-12', 'F-13', 'F-15'])
  expect(idsOn(2)).toContain('F-04')
  expect(idsOn(5)).toEqual(['F-05', 'F-07', 'F-10', 'F-11', 'F-12', 'F-13', 'F-15'])
  expect(idsOn(14)).toEqual(['F-11', 'F-13', 'F-14', 'F-15'])
  expect(idsOn(100)).toEqual([])
})

test('the clinic’s delays and the safe-from date stand in the lines, and no placeholder is left', () => {
  for (let day = 0; day <= 28; day++) {
    for (const { text } of listAftercare(day, 'en', settings)) expect(text).not.toMatch(/[{}]/)
  }
  expect(listAftercare(0, 'en', settings).find(({ id }) => id === 'F-05')?.text).toBe(
    'Do not apply before 27 November 2026, 10:00: retinol, vitamin A, acids, vitamin C. Then, only if the skin is calm.',
  )
})

test('every line has a unique id of the copy deck, its sources and the house style', () => {
  expect(new Set(aftercareTable.map(({ id }) => id)).size).toBe(aftercareTable.length)
  for (const { id, fr, en, sourceIds } of aftercareTable) {
    expect(id).toMatch(/^F-\d\d$/)
    expect(sourceIds.length).toBeGreaterThan(0)
    expect([...textFaults({ [id]: fr }, 'fr'), ...textFaults({ [id]: en }, 'en')]).toEqual([])
    expect(fr.match(/\{\w+\}/g)).toEqual(en.match(/\{\w+\}/g))
  }
})
