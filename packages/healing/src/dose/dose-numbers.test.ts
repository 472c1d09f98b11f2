import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findSource } from '../evidence/sources.ts'
import { SITE_LAYERS } from '../generated/skin-thickness.ts'
import { makeRandom } from '../random.ts'
import { drawDose, quantityAt } from './dose-draw.ts'
import { DOSE_NUMBERS, type DoseQuantity } from './dose-numbers.ts'
import { doseWithDoubt } from './dose-with-doubt.ts'
import { PROCEDURE_NOTES } from './procedure-notes.ts'

const numbers: [string, DoseQuantity][] = Object.entries(DOSE_NUMBERS)
const isKnown = (id: string) => findSource(id) !== undefined || Object.hasOwn(PROCEDURE_NOTES, id)

test.each(numbers)(
  '%s has a unit, a range that holds it, words in both languages, and a source or the word assumed',
  (_, number) => {
    expect(number.unit).not.toBe('')
    expect(number.low).toBeLessThanOrEqual(number.value)
    expect(number.high).toBeGreaterThanOrEqual(number.value)
    expect(number.low).toBeLessThan(number.high)
    expect(number.meaning.fr && number.meaning.en).toBeTruthy()
    if (number.sources !== 'assumed') {
      expect(number.sources.length).toBeGreaterThan(0)
      expect(number.sources.filter((id) => !isKnown(id))).toEqual([])
    }
  },
)

test.each(Object.entries(SITE_LAYERS))(
  'the layers of %s name their rows, or say that they are assumed',
  (_, layers) => {
    for (const { meanMm, sdMm, sources } of Object.values(layers)) {
      expect(meanMm).toBeGreaterThan(0)
      expect(sdMm).toBeGreaterThan(0)
      if (sources !== 'assumed') expect(sources.filter((id: string) => !isKnown(id))).toEqual([])
    }
    expect(layers.stratumCorneum.meanMm).toBeLessThan(layers.epidermis.meanMm)
    expect(layers.epidermis.meanMm).toBeLessThan(layers.dermis.meanMm)
  },
)

test('a range holds nine draws of ten', () => {
  const random = makeRandom(5)
  const draws = Array.from({ length: 4000 }, () => drawDose(random))
  for (const [name, number] of numbers) {
    const inside = draws.filter((draw) => {
      const value = quantityAt(number, draw[name as keyof typeof DOSE_NUMBERS])
      return value > number.low && value < number.high
    }).length
    // 4000 draws: one standard error is 0.5 %.
    expect(Math.abs(inside / 4000 - 0.9)).toBeLessThan(0.025)
  }
})

test('the same seed gives the same quantiles, another seed others', () => {
  const person = { site: 'cheek', ageYears: 35 } as const
  const treatment = { device: 'pen', needleMm: 1, passes: 3 } as const
  const once = doseWithDoubt(treatment, person, { draws: 200, seed: 3 })
  expect(doseWithDoubt(treatment, person, { draws: 200, seed: 3 })).toEqual(once)
  expect(doseWithDoubt(treatment, person, { draws: 200, seed: 4 })).not.toEqual(once)
})

test('a needle longer than the skin is told, with the chance that it goes through', () => {
  const person = { site: 'aroundEye', ageYears: 50 } as const
  const { warnings } = doseWithDoubt({ device: 'pen', needleMm: 1.5, passes: 4 }, person)
  const [warning] = warnings
  expect(warning?.code).toBe('needleLongerThanSkin')
  expect(warning && 'throughProbability' in warning && warning.throughProbability).toBeGreaterThan(0.9)
  expect(
    doseWithDoubt({ device: 'roller', needleMm: 0.5, passes: 8 }, { site: 'cheek', ageYears: 35 }).warnings,
  ).toEqual([])
})

test('more than anybody published is told as aggressive', () => {
  const codes = (passes: number) =>
    doseWithDoubt({ device: 'roller', needleMm: 2.5, passes }, { site: 'face', ageYears: 40 }).warnings.map(
      ({ code }) => code,
    )
  expect(codes(30)).toContain('aggressive')
  expect(codes(6)).not.toContain('aggressive')
})

test('a 0.1 mm needle most likely stays in the epidermis, and that is told', () => {
  const codes = doseWithDoubt({ device: 'roller', needleMm: 0.1, passes: 6 }, { site: 'cheek', ageYears: 30 }).warnings
  expect(codes.map(({ code }) => code)).toEqual(['staysInEpidermis'])
})

test('MODEL.md tells every number as the code has it', () => {
  const text = readFileSync(new URL('../../MODEL.md', import.meta.url), 'utf8')
  for (const [name, { value, low, high, unit, sources, meaning }] of numbers) {
    const source = sources === 'assumed' ? sources : sources.join(' ')
    expect(text).toContain(`| ${name} | ${value} | ${low} – ${high} | ${unit} | ${source} | ${meaning.en} |`)
  }
})
