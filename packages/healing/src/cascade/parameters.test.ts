import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { CALIBRATION_TARGETS } from '../calibration/calibration-targets.ts'
import { parseCsv } from '../evidence/csv.ts'
import { CASCADE_MODEL, KINETIC_SYMBOLS } from './cascade-model.ts'
import { standardised, valueAt } from './parameter.ts'
import { PARAMETERS, placeOf, priorMedian } from './parameters.ts'
import { learntParameters, POSTERIOR_SIZE, posteriorDraw } from './posterior.ts'

const tables = ['kinetics.csv', 'outcomes.csv', 'adverse-events.csv', 'skin-thickness.csv']
const evidenceIds = new Set(
  tables.flatMap((name) =>
    parseCsv(readFileSync(new URL(`../../evidence/${name}`, import.meta.url), 'utf8')).map(({ id }) => id),
  ),
)

test.for(PARAMETERS.map((parameter) => [parameter.symbol, parameter] as const))(
  '%s has a unit, a range around its value, words in both languages, and a source that exists or the word assumed',
  ([, { value, unit, low, high, sources, meaning, sd, ceiling }]) => {
    expect(unit).not.toBe('')
    expect(low).toBeGreaterThan(0)
    expect(low).toBeLessThan(value)
    expect(high).toBeGreaterThan(value)
    expect(high).toBeLessThan(ceiling)
    expect(sd).toBeGreaterThan(0)
    expect(meaning.fr).not.toBe('')
    expect(meaning.en).not.toBe('')
    expect(meaning.fr).not.toMatch(/'/)
    if (sources === 'assumed') return
    expect(sources.length).toBeGreaterThan(0)
    for (const source of sources) expect(evidenceIds).toContain(source)
  },
)

test('what the calibration adds to the table of targets has a source too', () => {
  for (const { sources, low, high, bound, why } of CALIBRATION_TARGETS) {
    if (sources !== 'assumed') for (const source of sources) expect(evidenceIds).toContain(source)
    expect(bound === '=' ? low! < high! : (low ?? high)).toBeTruthy()
    expect(why).not.toBe('')
  }
})

test('every number of the equations is told once, and no two share a symbol', () => {
  expect(PARAMETERS.slice(0, KINETIC_SYMBOLS.length).map(({ symbol }) => symbol)).toEqual(KINETIC_SYMBOLS)
  expect(CASCADE_MODEL.parameters.slice(0, KINETIC_SYMBOLS.length)).toEqual(KINETIC_SYMBOLS)
  expect(new Set(PARAMETERS.map(({ symbol }) => symbol)).size).toBe(PARAMETERS.length)
  expect(() => placeOf('nothing')).toThrow('No parameter is called nothing')
})

test('a value and its place among prior standard deviations are two ways to say the same', () => {
  for (const parameter of PARAMETERS)
    for (const x of [-2, -0.3, 0, 1, 2.5]) expect(standardised(parameter, valueAt(parameter, x))).toBeCloseTo(x, 8)
  for (const symbol of ['gI', 'loop']) {
    const parameter = PARAMETERS[placeOf(symbol)]!
    expect(valueAt(parameter, 8)).toBeLessThan(0.9)
  }
})

test('in every draw both loops have a gain below 0.9, and what is a share stays one', () => {
  for (let k = 0; k < 2 * POSTERIOR_SIZE; k += 1) {
    const draw = posteriorDraw(k)
    expect(draw.every((value) => value > 0 && Number.isFinite(value))).toBe(true)
    for (const symbol of ['gI', 'loop']) expect(draw[placeOf(symbol)]).toBeLessThan(0.9)
    for (const symbol of ['occP', 'occB', 'pImm', 'aSmk', 'rFAge']) expect(draw[placeOf(symbol)]).toBeLessThan(1)
  }
})

test('the k-th draw is always the same, and beyond the stored ones only what was not calibrated changes', () => {
  expect(posteriorDraw(3)).toEqual(posteriorDraw(3))
  const [first, again] = [posteriorDraw(3), posteriorDraw(3 + POSTERIOR_SIZE)]
  expect(again[placeOf('kB')]).toBe(first[placeOf('kB')])
  expect(again[placeOf('thE')]).not.toBe(first[placeOf('thE')])
})

test('what the evidence never touched is told as unmoved, with its prior', () => {
  const learnt = learntParameters()
  expect(learnt).toHaveLength(PARAMETERS.length)
  expect(learnt.find(({ symbol }) => symbol === 'thE')).toMatchObject({ isMoved: false, width: 1 })
  expect(learnt.find(({ symbol }) => symbol === 'kB')).toMatchObject({ isMoved: true })
  for (const { after } of learnt) expect(after.low <= after.value && after.value <= after.high).toBe(true)
  expect(priorMedian()[placeOf('kB')]).toBe(learnt.find(({ symbol }) => symbol === 'kB')?.value)
})
