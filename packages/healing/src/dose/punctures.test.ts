import { describe, expect, test } from 'vitest'
import { makeRandom } from '../random.ts'
import { coveredShare } from './channel.ts'
import type { NeedlingTreatment } from './device.ts'
import { countOverlaps } from './overlap.ts'
import { type Punctures, simulatePunctures } from './punctures.ts'
import { makeStencils } from './stencils.ts'

const person = { site: 'cheek', ageYears: 35 } as const
const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1)
const runsOf = (treatment: NeedlingTreatment, atDepthMm = 0) =>
  SEEDS.map((seed) => simulatePunctures(treatment, person, { seed, atDepthMm, cellUm: 20, widthMm: 40, heightMm: 40 }))

/** How many standard errors of their mean the runs are off. */
function errorsOff(runs: readonly Punctures[], read: (run: Punctures) => number, expected: number): number {
  const values = runs.map(read)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
  return Math.abs(mean - expected) / Math.sqrt(variance / values.length)
}

test('independent holes cover what the closed form says, within four standard errors', () => {
  const holesPerCm2 = 2000
  const cellUm = 10
  const widthMm = 0.12
  const random = makeRandom(4)
  const stencils = makeStencils([(widthMm * 500) / cellUm])
  const columns = 2000
  const shares = SEEDS.map(() => {
    // 20 x 20 mm and a margin of 0.2 mm. The number of holes varies by chance too, but less than it must: a Poisson number.
    const count = Math.round(holesPerCm2 * 2.04 ** 2 + Math.sqrt(holesPerCm2 * 2.04 ** 2) * random.normal())
    const place = () => Float32Array.from({ length: count }, () => (columns + 40) * random.uniform() - 20)
    const holes = { count, x: place(), y: place(), radius: new Uint8Array(count) }
    return 1 - countOverlaps(holes, stencils, { columns, rows: columns })[0]! / columns ** 2
  })
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length
  const sd = Math.sqrt(shares.reduce((sum, share) => sum + (share - mean) ** 2, 0) / (shares.length - 1))
  expect(Math.abs(mean - coveredShare(holesPerCm2, widthMm))).toBeLessThan((4 * sd) / Math.sqrt(shares.length))
  expect(sd / mean).toBeLessThan(0.02)
})

describe.each<NeedlingTreatment>([
  { device: 'roller', needleMm: 1.5, passes: 1 },
  { device: 'roller', needleMm: 1.5, passes: 8 },
  { device: 'pen', needleMm: 1, passes: 4 },
  { device: 'stamp', needleMm: 1, passes: 3 },
])('$device, $passes passes', (treatment) => {
  const runs = runsOf(treatment)
  const { closedForm } = runs[0]!

  test('has as many holes and covers as much as the closed form, within four standard errors of twenty runs', () => {
    expect(errorsOff(runs, (run) => run.holesPerCm2, closedForm.holesPerCm2)).toBeLessThan(4)
    expect(errorsOff(runs, (run) => run.coverage, closedForm.coverage)).toBeLessThan(4)
  })

  test('tells shares that add up', () => {
    for (const { overlap, coverage, depths } of runs) {
      expect(overlap.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
      expect(1 - overlap[0]!).toBeCloseTo(coverage, 9)
      expect(depths.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
    }
  })
})

describe('the lattice of a roller', () => {
  const regularity = (passes: number) => {
    const runs = runsOf({ device: 'roller', needleMm: 1.5, passes })
    return runs.reduce((sum, { neighbours }) => sum + (neighbours?.regularity ?? 0), 0) / runs.length
  }

  test('is nearly a square lattice after one pass, and nearly random after four', () => {
    expect(regularity(1)).toBeGreaterThan(1.7)
    expect(regularity(4)).toBeGreaterThan(1)
    expect(regularity(4)).toBeLessThan(1.08)
  })

  test('never hits the same place twice in one pass as often as chance would', () => {
    const runs = runsOf({ device: 'roller', needleMm: 1.5, passes: 1 })
    const twice = runs.reduce((sum, { overlap }) => sum + (overlap[2] ?? 0), 0) / runs.length
    expect(twice).toBeLessThan(0.3 * (runs[0]!.closedForm.coverage ** 2 / 2))
  })
})

test('half-way down, needles that go unequally deep cover about as much as equal ones', () => {
  const runs = runsOf({ device: 'roller', needleMm: 1.5, passes: 8 }, 0.375)
  const mean = runs.reduce((sum, { coverage }) => sum + coverage, 0) / runs.length
  expect(mean / runs[0]!.closedForm.coverage).toBeGreaterThan(0.9)
  expect(mean / runs[0]!.closedForm.coverage).toBeLessThan(1.1)
})

test('holes are the closed form’s depth deep in the middle, and scatter around it', () => {
  const { depths, reaching } = simulatePunctures({ device: 'pen', needleMm: 1, passes: 4 }, person)
  const below = depths.shares.slice(0, 17).reduce((sum, share) => sum + share, 0)
  // The pen's median penetration is 0.85: the end of the 17th of twenty steps.
  expect(below).toBeCloseTo(0.5, 1)
  expect(Math.max(...depths.shares)).toBeLessThan(0.6)
  expect(reaching.epidermis).toBe(1)
  expect(reaching.belowSkin).toBe(0)
})

test('the same seed gives the same holes, another seed others', () => {
  const treatment = { device: 'pen', needleMm: 1, passes: 2 } as const
  const small = { widthMm: 10, heightMm: 8, cellUm: 20 }
  const once = simulatePunctures(treatment, person, { ...small, seed: 7 })
  expect(simulatePunctures(treatment, person, { ...small, seed: 7 })).toEqual(once)
  expect(simulatePunctures(treatment, person, { ...small, seed: 8 })).not.toEqual(once)
})

test('no pass leaves the skin whole', () => {
  const none = simulatePunctures({ device: 'roller', needleMm: 1.5, passes: 0 }, person, { widthMm: 5, heightMm: 5 })
  expect([none.holes, none.coverage, none.closedForm.coverage]).toEqual([0, 0, 0])
  expect(none.neighbours).toBeUndefined()
})

test('tells each row and how far it is', () => {
  const reached: number[] = []
  let rows = 0
  simulatePunctures({ device: 'stamp', needleMm: 1, passes: 3 }, person, {
    widthMm: 4,
    heightMm: 3,
    see: () => {
      rows += 1
    },
    reach: (share) => reached.push(share),
  })
  expect(rows).toBe(300)
  expect(reached.toSorted((one, other) => one - other)).toEqual(reached)
  expect(reached.at(-1)).toBe(1)
})
