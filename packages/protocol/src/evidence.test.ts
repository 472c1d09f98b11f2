import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { generatedFiles, parseCsv } from '../generate.ts'
import { getContraindication, getSetting, listContraindications, listSettings } from './evidence.ts'

test.each(generatedFiles())('$name is what the evidence table makes today', ({ name, text }) => {
  expect(readFileSync(new URL(`./generated/${name}`, import.meta.url), 'utf8')).toBe(text)
})

test('every row of the tables arrives, with unique ids', () => {
  expect(new Set(listContraindications().map((row) => row.id)).size).toBe(40)
  expect(new Set(listSettings().map((row) => row.id)).size).toBe(41)
})

test('numbers and empty cells keep their meaning', () => {
  expect(getContraindication('CI16')).toMatchObject({ kind: 'absolute', washoutDays: 180 })
  expect(getContraindication('CI31').washoutDays).toBe(0)
  expect(getContraindication('CI05').washoutDays).toBeUndefined()
  expect(getSetting('ST16')).toMatchObject({ site: 'neck', needleLowMm: undefined, needleHighMm: 2.5 })
})

test('every row names a source address', () => {
  for (const row of [...listContraindications(), ...listSettings()]) expect(row.sourceUrl).toMatch(/^https?:\/\//)
})

test('quoted cells of a table keep commas, quotes and line breaks', () => {
  expect(parseCsv('id,why\r\nA,"one, ""two""\nthree"\r\nB,\r\n')).toEqual([
    { id: 'A', why: 'one, "two"\nthree' },
    { id: 'B', why: '' },
  ])
})
