import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CALIBRATION_NUMBERS } from './calibration/calibration-numbers.ts'
import { getEvidenceGrade } from './evidence/grades.ts'
import { findSource } from './evidence/sources.ts'
import { OUTCOME_NUMBERS } from './outcomes/outcome-numbers.ts'
import type { Quantity } from './quantity.ts'

const told: [string, Quantity][] = Object.entries({ ...OUTCOME_NUMBERS, ...CALIBRATION_NUMBERS })
const isKnown = (id: string) => (id.startsWith('EG') ? getEvidenceGrade(id) : findSource(id)) !== undefined

test.each(told)(
  '%s has a unit, a range that holds it, words in both languages, and a source or the word assumed',
  (_, number) => {
    expect(number.unit).not.toBe('')
    expect(number.low).toBeLessThan(number.value)
    expect(number.high).toBeGreaterThan(number.value)
    expect(number.meaning.fr).not.toBe(number.meaning.en)
    if (number.sources !== 'assumed') {
      expect(number.sources.length).toBeGreaterThan(0)
      expect(number.sources.filter((id) => !isKnown(id))).toEqual([])
    }
  },
)

/** Numbers of the computation, not of skin: steps, nodes, tolerances, calendars, and what a scale is made of. */
const OF_THE_COMPUTATION = new Set(
  'CHAINS KEEP_EVERY STEP WIDENED DAYS_PER_YEAR SEED LAST_DAY LEAST TAIL_BOTTOM TAIL_TOP BODY LANCZOS'.split(' '),
)

test('no number of skin hides as a literal in the folders of calibration, outcomes and validation', () => {
  const tables = ['calibration/calibration-numbers.ts', 'outcomes/outcome-numbers.ts']
    .map((path) => readFileSync(new URL(path, import.meta.url), 'utf8'))
    .join('\n')
  const hidden = ['calibration', 'outcomes', 'validation'].flatMap((folder) =>
    readdirSync(new URL(folder, import.meta.url))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .flatMap((name) => {
        const code = readFileSync(new URL(`${folder}/${name}`, import.meta.url), 'utf8')
        const names = [...code.matchAll(/^(?:export )?const ([A-Z][A-Z0-9_]*) = -?[\d.]/gm)].map((match) => match[1]!)
        return names
          .filter((one) => !OF_THE_COMPUTATION.has(one) && !tables.includes(one))
          .map((one) => `${name}: ${one}`)
      }),
  )
  expect(hidden).toEqual([])
})
