import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeRandom } from '../random.ts'
import { coveredShare } from './channel.ts'
import { NEEDLING_DEVICES, type NeedlingTreatment } from './device.ts'
import { type DoseDraw, drawDose, MEDIAN_DOSE_DRAW } from './dose-draw.ts'
import { type NeedlingDose, needlingDose } from './needling-dose.ts'
import { sites } from './site.ts'

const draws = fc.integer().map((seed): DoseDraw => drawDose(makeRandom(seed)))
const people = fc.record({ site: fc.constantFrom(...sites), ageYears: fc.integer({ min: 0, max: 120 }) })
const treatments = fc.record({
  device: fc.constantFrom(...NEEDLING_DEVICES),
  needleMm: fc.double({ min: 0.1, max: 3, noNaN: true }),
  passes: fc.integer({ min: 0, max: 40 }),
  pressure: fc.double({ min: 0.25, max: 4, noNaN: true }),
  stretch: fc.double({ min: 0, max: 1, noNaN: true }),
  needles: fc.integer({ min: 6, max: 540 }),
})

const GROWING = [
  'rawDose',
  'relativeDose',
  'aggression',
  'pain',
  'openShare',
  'bleedingHolesPerCm2',
  'pinpointBleeding',
] as const
const growing = (dose: NeedlingDose) => [...GROWING.map((name) => dose[name]), ...Object.values(dose.injured)]

const neverFalls = (change: (treatment: NeedlingTreatment, factor: number) => NeedlingTreatment) =>
  fc.assert(
    fc.property(
      treatments,
      people,
      draws,
      fc.double({ min: 1, max: 4, noNaN: true }),
      (treatment, person, draw, factor) => {
        const less = growing(needlingDose(treatment, person.site, person.ageYears, draw))
        const more = growing(needlingDose(change(treatment, factor), person.site, person.ageYears, draw))
        less.forEach((value, at) => {
          expect(more[at]).toBeGreaterThanOrEqual(value * (1 - 1e-12))
        })
      },
    ),
    { numRuns: 300 },
  )

describe('more of it never lowers dose, injury, bleeding or pain:', () => {
  test('length', () => neverFalls((treatment, factor) => ({ ...treatment, needleMm: treatment.needleMm * factor })))
  test('passes', () =>
    neverFalls((treatment, factor) => ({ ...treatment, passes: Math.ceil(treatment.passes * factor) })))
  test('pressure', () =>
    neverFalls((treatment, factor) => ({ ...treatment, pressure: (treatment.pressure ?? 1) * factor })))
  test('needles', () =>
    neverFalls((treatment, factor) => ({ ...treatment, needles: Math.ceil((treatment.needles ?? 9) * factor) })))
  test('stretch', () =>
    neverFalls((treatment, factor) => ({ ...treatment, stretch: Math.min(1, (treatment.stretch ?? 1) * factor) })))
})

test('no pass is no injury', () => {
  fc.assert(
    fc.property(treatments, people, draws, (treatment, { site, ageYears }, draw) => {
      const { injured, skinMm, ...dose } = needlingDose({ ...treatment, passes: 0 }, site, ageYears, draw)
      expect(Object.values({ ...dose, ...injured }).every((value) => value === 0)).toBe(true)
      expect(skinMm).toBeGreaterThan(0)
    }),
  )
})

test('every figure of every draw is finite and in range', () => {
  fc.assert(
    fc.property(treatments, people, draws, (treatment, { site, ageYears }, draw) => {
      const { injured, ...dose } = needlingDose(treatment, site, ageYears, draw)
      for (const value of Object.values({ ...dose, ...injured })) {
        expect(Number.isFinite(value)).toBe(true)
        expect(value).toBeGreaterThanOrEqual(0)
      }
      for (const share of [...Object.values(injured), dose.openShare, dose.penetration, dose.capillaryBreach])
        expect(share).toBeLessThanOrEqual(1)
      expect(dose.pinpointBleeding).toBeLessThanOrEqual(1)
      expect(dose.pain).toBeLessThanOrEqual(10)
      expect(dose.depthMm).toBeLessThanOrEqual(treatment.needleMm)
      expect(dose.relativeDose).toBeLessThan(20)
    }),
  )
})

const roller = { device: 'roller', needleMm: 1.5 } as const
const ofFace = (treatment: NeedlingTreatment) => needlingDose(treatment, 'face', 40, MEDIAN_DOSE_DRAW)

test('ten passes of a 1.5 mm roller on the face are a dose of one', () => {
  const { rawDose, relativeDose, pain } = ofFace({ ...roller, passes: 10 })
  expect([rawDose, relativeDose]).toEqual([1, 1])
  expect(pain).toBeCloseTo(5.7, 2)
})

test('uniform pinpoint bleeding comes between the 4th and the 10th pass of a 1.5 mm roller, as published', () => {
  const seen = [4, Math.sqrt(40), 10].map((passes) => ofFace({ ...roller, passes }).pinpointBleeding)
  expect(seen[0]).toBeLessThan(0.2)
  expect(seen[1]).toBeCloseTo(0.5, 1)
  expect(seen[2]).toBeGreaterThan(0.8)
})

test('a 0.2 mm home roller draws no blood', () => {
  expect(ofFace({ device: 'roller', needleMm: 0.2, passes: 10 }).pinpointBleeding).toBeLessThan(0.01)
})

test('the channel that was measured in rats lies on the curve', () => {
  // K0002-K0004: 0.77 mm needles, 0.14 mm at the base, went 152.5 µm deep and left 70.7 (9.9) µm at the surface.
  const width = 0.14 * (0.1525 / 0.77) ** 0.42
  expect(width * 1000).toBeGreaterThan(70.7 - 9.9)
  expect(width * 1000).toBeLessThan(70.7 + 9.9)
})

test('where the prototype’s formula is kept, it gives the stored run', () => {
  const golden = JSON.parse(readFileSync(new URL('../../evidence/golden.json', import.meta.url), 'utf8')).dose
  const dose = ofFace({ ...roller, passes: 7, needleDiameterMm: 0.1 })
  expect(dose.holesPerCm2).toBeCloseTo(golden.n, 10)
  expect(dose.penetration).toBeCloseTo(golden.f, 10)
  expect(dose.depthMm).toBeCloseTo(golden.z, 10)
  expect(dose.surfaceWidthMm).toBeCloseTo(golden.ds, 10)
  expect(dose.openShare).toBeCloseTo(golden.phiE, 10)
  expect(coveredShare(golden.n, golden.ds)).toBeCloseTo(golden.phiE, 10)
  const { rawDose, relativeDose } = dose
  expect((rawDose * (1 + 1 / 3)) / (1 + rawDose / 3)).toBeCloseTo(relativeDose, 10)
  expect((golden.u * (1 + 1 / 3)) / (1 + golden.u / 3)).toBeCloseTo(golden.D0, 10)
})
