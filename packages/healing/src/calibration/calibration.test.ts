import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { PARAMETERS, placeOf } from '../cascade/parameters.ts'
import { POSTERIOR_SIZE, posteriorDraw, SHIPPED_POSTERIOR } from '../cascade/posterior.ts'
import { drawDose } from '../dose/dose-draw.ts'
import { POSTERIOR_ROWS } from '../generated/posterior.ts'
import { makeRandom } from '../random.ts'
import { CALIBRATED } from './calibrated-parameters.ts'
import { fingerprint } from './fingerprint.ts'
import { parseKineticRows } from './kinetic-row.ts'
import { predictKinetic } from './predict-kinetic.ts'
import { basisOf, readEvidence, reducedRun } from './run-calibration.ts'

const table = (name: string) => readFileSync(new URL(`../../evidence/${name}`, import.meta.url), 'utf8')
const targets = table('kinetics-targets.csv')
const evidence = readEvidence(targets, table('kinetics.csv'))

test('the shipped posterior rests on these equations, priors and targets', () => {
  expect(SHIPPED_POSTERIOR.basis).toBe(basisOf(evidence))
  expect(POSTERIOR_ROWS.symbols.split(' ')).toEqual(CALIBRATED)
  expect(POSTERIOR_SIZE).toBe(200)
})

test('a small calibration gives what it gave when the posterior was made, bit for bit', () => {
  expect(reducedRun(evidence)).toBe(SHIPPED_POSTERIOR.reducedRun)
}, 60_000)

test('another word, another fingerprint', () => {
  expect(fingerprint('cascade')).toBe(fingerprint('cascade'))
  expect(fingerprint('cascade')).not.toBe(fingerprint('cascadE'))
  expect(fingerprint('')).toMatch(/^[0-9a-f]{14}$/)
})

/** Rows whose median lies outside their tolerance; MODEL.md, "Misses", says why. */
const MISSES: readonly string[] = []

test.for(parseKineticRows(targets).map((row) => [row.id, row] as const))(
  '%s: the median of the ensemble lies inside the tolerance, or the row is a told miss',
  ([id, row]) => {
    const random = makeRandom(7)
    const values = Array.from({ length: POSTERIOR_SIZE }, (_, k) =>
      predictKinetic(row, posteriorDraw(k), drawDose(random), random),
    ).sort((a, b) => a - b)
    const median = values[POSTERIOR_SIZE / 2]!
    const inside = median >= (row.low ?? -Infinity) && median <= (row.high ?? Infinity)
    expect(inside).toBe(!MISSES.includes(id))
  },
)

test('all that is calibrated is a parameter', () => {
  for (const symbol of CALIBRATED) expect(PARAMETERS[placeOf(symbol)]!.symbol).toBe(symbol)
})
