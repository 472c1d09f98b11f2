import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CsvFault } from '../evidence/csv.ts'
import { wilsonInterval } from './coverage.ts'
import { validateArms } from './validate-arms.ts'

const shipped = readFileSync(new URL('../../evidence/outcomes.csv', import.meta.url), 'utf8')
/** The tables’ own word for treatments. */
const TREATMENTS = 'sessions'
const HEAD =
  'id,study,year,doi,indication,n,arm,device,prp,other_topical,sessions,interval_days,scale,assess_time_days_from_first,baseline_mean,followup_mean,pct_improvement_mean,where_in_source'
const names = HEAD.split(',')
const table = (...rows: Record<string, string>[]) =>
  [HEAD, ...rows.map((row) => names.map((name) => row[name] ?? '').join(','))].join('\n')
const arm = {
  id: 'X1',
  study: 'Unheard of',
  indication: 'acne_scar',
  n: '30',
  arm: 'MN alone',
  device: 'pen',
  prp: 'no',
  [TREATMENTS]: '4',
  interval_days: '28',
  pct_improvement_mean: '40',
}
const reasonOf = (row: Record<string, string>) =>
  validateArms(table({ ...arm, ...row })).skipped[0]?.reason.split(':')[0]
const predictionOf = (row: Record<string, string>) => validateArms(table({ ...arm, ...row })).rows[0]

describe('the shipped table', () => {
  const { summary, rows, skipped } = validateArms(shipped)

  test('is predicted with each study left out', () => {
    expect(rows.every(({ leftOut }) => leftOut)).toBe(true)
    expect(rows.length + skipped.length).toBe(142)
    expect(summary.n).toBe(19)
    expect(summary.isFew).toBe(true)
  })

  test('is hit better than by both guesses, which so few studies do not prove', () => {
    expect(summary.mae).toBeLessThan(summary.baselines.indicationMean!)
    expect(summary.mae).toBeLessThan(summary.baselines.treatmentsRegression!)
    const alone = rows.filter(({ prp }) => !prp)
    const error = (guess: (row: (typeof rows)[number]) => number) =>
      alone.reduce((sum, row) => sum + Math.abs(guess(row) - row.observed), 0) / alone.length
    expect(error((row) => row.median)).toBeLessThan(error((row) => row.guesses.indicationMean))
    expect(error((row) => row.median)).toBeLessThan(error((row) => row.guesses.treatmentsRegression))
  })

  test('lies in its bands about nine times in ten', () => {
    expect(summary.coverage90).toBeGreaterThanOrEqual(0.85)
    expect(summary.coverage90).toBeLessThanOrEqual(0.97)
    expect(summary.meanWidth90).toBeLessThan(70)
  })

  test('tells why a row is no arm of needling', () => {
    const reason = (id: string) => skipped.find((row) => row.id === id)?.reason.split(':')[0]
    expect(reason('AS19')).toBe('comparator')
    expect(reason('AS47')).toBe('combination')
    expect(reason('AS78')).toBe('subtype')
    expect(reason('AS24')).toBe('effectOnly')
    expect(reason('AS41')).toBe('pooled')
    expect(reason('AS90')).toBe('contrast')
    expect(reason('SD08')).toBe('notSkin')
    expect(reason('AS08')).toBe('noImprovement')
    expect(reason('PO01')).toBe('unknownIndication')
  })
})

describe('a row of an unknown file', () => {
  test('of an unknown study is predicted in full', () => {
    expect(predictionOf({})).toMatchObject({ id: 'X1', quantity: 'improvement', observed: 40, leftOut: false })
  })

  test('of a known study is predicted without it, whatever its id', () => {
    const own = { study: 'Malik', doi: '10.51253/pafmj.v74i2.8105' }
    expect(predictionOf(own)?.leftOut).toBe(true)
    expect(predictionOf(own)?.median).not.toBe(predictionOf({})?.median)
  })

  test('does not change what is predicted for its neighbours', () => {
    const other = { ...arm, id: 'X2', pct_improvement_mean: '90', indication: 'striae' }
    const together = validateArms(table(other, arm)).rows[1]
    expect(together).toEqual(predictionOf({}))
  })

  test('prints its figure as a percentage or as a score before and after', () => {
    expect(predictionOf({ pct_improvement_mean: '', baseline_mean: '10', followup_mean: '7.5' })?.observed).toBe(25)
    expect(predictionOf({ pct_improvement_mean: '', baseline_mean: '4', followup_mean: '5' })?.observed).toBe(-25)
  })

  test('widens its band where it does not say how many were treated, when or how often', () => {
    const width = (row: Record<string, string>) => {
      const { low90, high90 } = predictionOf(row)!
      return high90 - low90
    }
    const exact = { assess_time_days_from_first: '180', n: '200' }
    expect(width({ ...exact, n: '5' })).toBeGreaterThan(width(exact))
    expect(predictionOf({ [TREATMENTS]: '', interval_days: '', n: '' })).toBeDefined()
    expect(predictionOf({ [TREATMENTS]: '1-3', n: '60 total', assess_time_days_from_first: 'up to 90' })).toBeDefined()
  })

  test('with PRP is expected to gain more on scars and no more on wrinkles', () => {
    const prp = { prp: 'yes', arm: 'MN + PRP' }
    expect(predictionOf(prp)!.median).toBeGreaterThan(predictionOf({})!.median + 2)
    const wrinkles = { indication: 'wrinkles_photoageing' }
    expect(predictionOf({ ...wrinkles, ...prp })!.median).toBe(predictionOf(wrinkles)!.median)
  })

  test.for([
    [{ indication: 'alopecia' }, 'unknownIndication'],
    [{ indication: '' }, 'unknownIndication'],
    [{ indication: 'pores' }, 'noEvidence'],
    [{ device: 'laser' }, 'comparator'],
    [{ device: 'fractional RF microneedling' }, 'comparator'],
    [{ arm: 'untreated side' }, 'comparator'],
    [{ other_topical: 'tranexamic acid', arm: 'MN + TXA' }, 'combination'],
    [{ arm: 'MN + exosomes' }, 'combination'],
    [{ arm: 'MN vs laser' }, 'contrast'],
    [{ pct_improvement_mean: '' }, 'noImprovement'],
    [{ pct_improvement_mean: '', where_in_source: 'EFFECT MD 3' }, 'effectOnly'],
    [{ pct_improvement_mean: '', baseline_mean: '0', followup_mean: '1' }, 'noImprovement'],
    [{ scale: 'DLQI' }, 'notSkin'],
    [{ [TREATMENTS]: '100000' }, 'outOfRange'],
    [{ assess_time_days_from_first: '-5' }, 'outOfRange'],
  ] as [Record<string, string>, string][])('%j is skipped as %s', ([row, code]) => {
    expect(reasonOf(row)).toBe(code)
  })

  test.for([
    { other_topical: 'normal saline', arm: 'MN + saline' },
    { other_topical: 'vitamin A', arm: 'MN alone (vitamin A prep)' },
    { other_topical: 'EMLA cream', device: 'Dermaroller' },
    { device: '', arm: 'microneedling' },
  ] as Record<string, string>[])('%j is still needling alone', (row) => {
    expect(reasonOf(row)).toBeUndefined()
  })

  test.for(['acne-scar', 'Acne scars', 'acne_scars', 'ACNE_SCAR'])('%s is the same indication', (indication) => {
    expect(predictionOf({ indication })?.indication).toBe('acne-scars')
  })

  test('never stops the others, whatever stands in it', () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        '1-3',
        'up to 2.5',
        '60 total',
        'NaN',
        '-1',
        '1e9',
        '0',
        'yes',
        'acne_scar',
        'MN alone',
        '∞',
        '999%',
      ),
      fc.string().map((text) => text.replace(/[",\n\r]/g, ' ')),
    )
    const row = fc.record(Object.fromEntries(names.map((name) => [name, cell])))
    fc.assert(
      fc.property(row, (wild) => {
        const { rows, skipped } = validateArms(table({ ...arm, ...wild }))
        expect(rows.length + skipped.length).toBe(1)
        for (const { median, low90, high90 } of rows) {
          expect(low90).toBeLessThanOrEqual(median)
          expect(median).toBeLessThanOrEqual(high90)
          expect(Number.isFinite(high90)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('a file that is no such table', () => {
  test('is refused with the line and the column', () => {
    expect(() => validateArms('id,study,indication\nA,B,acne_scar\n')).toThrow(CsvFault)
    expect(() => validateArms('id,study,indication\nA,B,acne_scar\n')).toThrow('line 1, column "arm"')
    expect(() => validateArms(`${table(arm)}\nX9,only\n`)).toThrow('line 3, column "year"')
  })

  test('with a header alone gives an empty report', () => {
    expect(validateArms(`${HEAD}\n`).summary).toMatchObject({ n: 0, mae: null, coverage90: null })
  })
})

test('the interval of a coverage is Wilson’s', () => {
  const [low, high] = wilsonInterval(9, 10)
  expect(low).toBeCloseTo(0.596, 3)
  expect(high).toBeCloseTo(0.982, 3)
})
