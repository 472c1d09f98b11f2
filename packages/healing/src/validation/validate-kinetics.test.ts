import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CsvFault } from '../evidence/csv.ts'
import { meets, toleranceOf } from './kinetic-verdict.ts'
import { validateKinetics } from './validate-kinetics.ts'

const shipped = readFileSync(new URL('../../evidence/kinetics-targets.csv', import.meta.url), 'utf8')
const names = shipped.split('\n', 1)[0]!.split(',')
const table = (...rows: Record<string, string>[]) =>
  [names.join(','), ...rows.map((row) => names.map((name) => row[name] ?? '').join(','))].join('\n')
const barrier = {
  id: 'B1',
  quantity: 'barrier-recovered',
  at_hours: '24',
  observed: '50',
  low: '40',
  high: '60',
  bound: '=',
}

describe('a tolerance', () => {
  test('is an interval, or open at one side', () => {
    expect(toleranceOf({ low: 1, high: 3, observed: 2, bound: '=' })).toEqual({ low: 1, high: 3 })
    expect(toleranceOf({ high: 2, observed: 1, bound: '<' })).toEqual({ low: -Infinity, high: 2 })
    expect(toleranceOf({ low: 5, observed: 7, bound: '>' })).toEqual({ low: 5, high: Infinity })
  })

  test('falls back on what is printed, and is none where nothing is', () => {
    expect(toleranceOf({ observed: 7, bound: '=' })).toEqual({ low: 7, high: 7 })
    expect(toleranceOf({ observed: 7, bound: '<' })).toEqual({ low: -Infinity, high: 7 })
    expect(toleranceOf({ observed: 7, bound: '>' })).toEqual({ low: 7, high: Infinity })
    expect(toleranceOf({ low: 4, high: 2, bound: '=' })).toEqual({ low: 2, high: 4 })
    expect(toleranceOf({ bound: '=' })).toBeUndefined()
  })

  test('is met by a band that touches it', () => {
    expect(meets(1, 2, { low: 2, high: 3 })).toBe(true)
    expect(meets(1, 1.9, { low: 2, high: 3 })).toBe(false)
    expect(meets(5, 9, { low: -Infinity, high: 2 })).toBe(false)
  })
})

describe('the shipped table', () => {
  const { summary, rows, skipped } = validateKinetics(shipped)

  test('is predicted row by row, and its bands meet what was measured', () => {
    expect(skipped).toEqual([])
    expect(rows).toHaveLength(21)
    expect(summary).toEqual({
      n: 21,
      inside: rows.filter(({ inside }) => inside).length,
      medianInside: rows.filter(({ medianInside }) => medianInside).length,
    })
    expect(summary.inside).toBe(21)
    expect(summary.medianInside).toBe(21)
  })
})

describe('a row of an unknown file', () => {
  test('is predicted with most cells empty, and the same wherever it stands', () => {
    const alone = validateKinetics(table(barrier)).rows[0]
    expect(alone).toMatchObject({ id: 'B1', observed: 50, inside: true })
    expect(validateKinetics(table({ ...barrier, id: 'B0', prp: 'yes' }, barrier)).rows[1]).toEqual(alone)
  })

  test('has a band as wide as what it leaves open', () => {
    const width = (row: Record<string, string>) => {
      const { low90, high90 } = validateKinetics(table({ ...barrier, ...row })).rows[0]!
      return high90 - low90
    }
    const exact = { age_years: '30', device: 'roller', needle_mm: '1.5', passes: '8', site: 'cheek' }
    expect(width({ age_years: '20-85' })).toBeGreaterThan(width(exact))
  })

  test('of improvement at two visits is the ratio that one trial would print, read twice', () => {
    const ratio = (at_hours: string, at_hours_2: string) =>
      validateKinetics(
        table({
          ...barrier,
          quantity: 'improvement-ratio',
          treatments: '4',
          interval_days: '28',
          at_hours,
          at_hours_2,
        }),
      ).rows[0]!
    const same = ratio('720', '720')
    expect(same.median).toBeCloseTo(1, 1)
    expect(same.low90).toBeLessThan(0.8)
    expect(same.high90).toBeGreaterThan(1.25)
    const later = ratio('2160', '720')
    // WR03, WR04: about as many saw an improvement 90 as 30 days after the last of four treatments.
    expect(later.low90).toBeLessThan(68.8 / 73.3)
    expect(later.median).toBeGreaterThan(same.median)
    expect(later.high90).toBeLessThan(2.5)
    expect(ratio('720', '2160').median).toBeCloseTo(1 / later.median, 1)
  })

  test.for([
    [{ quantity: 'hair-growth' }, 'unknownQuantity'],
    [{ quantity: '' }, 'unknownQuantity'],
    [{ at_hours: '' }, 'noHour'],
    [{ quantity: 'improvement-ratio' }, 'noHour: improvement-ratio needs at_hours_2'],
    [{ quantity: 'improvement-ratio', treatments: '0', at_hours: '2160', at_hours_2: '720' }, 'noValue'],
    [{ at_hours: '-1' }, 'outOfRange: at_hours'],
    [{ treatments: '100000' }, 'outOfRange: treatments'],
    [{ needle_mm: '15' }, 'outOfRange: needle_mm'],
    [{ observed: '', low: '', high: '' }, 'noTolerance'],
  ] as const)('%j is skipped: %s', ([row, reason]) => {
    expect(validateKinetics(table({ ...barrier, ...row })).skipped[0]?.reason).toContain(reason)
  })

  test('never stops the others, whatever stands in it', () => {
    const cell = fc.oneof(
      fc.constantFrom('', '1-3', 'up to 2.5', 'NaN', '-1', '0', 'yes', 'cheek', 'pen', '∞', 'III-V'),
      fc.string({ maxLength: 8 }).map((text) => text.replace(/[",\n\r]/g, ' ')),
    )
    const wild = names.filter((name) => !['id', 'quantity', 'observed', 'low', 'high', 'bound'].includes(name))
    const row = fc.record(Object.fromEntries(wild.map((name) => [name, cell])))
    fc.assert(
      fc.property(
        row,
        fc.constantFrom('barrier-recovered', 'neutrophil-peak', 'erythema-visible'),
        (cells, quantity) => {
          const { rows, skipped } = validateKinetics(table({ ...barrier, ...cells, quantity }))
          expect(rows.length + skipped.length).toBe(1)
        },
      ),
      { numRuns: 12 },
    )
  })
})

test('a file that is no such table is refused with the line and the column', () => {
  expect(() => validateKinetics('id,quantity\nA,B\n')).toThrow(CsvFault)
  expect(() => validateKinetics('id,quantity\nA,B\n')).toThrow('line 1, column "at_hours"')
})
