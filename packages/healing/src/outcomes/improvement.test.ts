import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseCsv } from '../evidence/csv.ts'
import { makeRandom } from '../random.ts'
import { improvementCourses } from './improvement.ts'
import { calibrationArms, fittedArm, spreadBetweenPeople } from './improvement-arms.ts'
import { fitImprovement, IMPROVEMENT_PRIOR } from './improvement-fit.ts'
import { improvementAt, levelOf, levelSlope, visibleProgress } from './improvement-link.ts'
import { predictImprovement } from './improvement-prediction.ts'

const rows = parseCsv(readFileSync(new URL('../../evidence/outcomes.csv', import.meta.url), 'utf8'))
const steady = { progress: () => 1 }
const share = fc.double({ min: 0.01, max: 0.99, noNaN: true })
const progress = fc.double({ min: 0.4, max: 2, noNaN: true })

describe('the link between a trial and the scale of levels', () => {
  test('is undone by its inverse at any visit', () => {
    fc.assert(
      fc.property(share, progress, (given, at) => {
        expect(improvementAt(levelOf(given, at), at)).toBeCloseTo(given, 7)
      }),
    )
  })

  test('has the slope that a wide difference sees', () => {
    const rise = (levelOf(0.41, 0.7) - levelOf(0.39, 0.7)) / 0.02
    expect(levelSlope(0.4, 0.7)).toBeCloseTo(rise, 2)
  })

  test('starts at nothing, never falls with more collagen, and is 1 at the reference', () => {
    fc.assert(
      fc.property(progress, progress, fc.double({ min: 0.03, max: 2, noNaN: true }), (one, other, curvature) => {
        expect(visibleProgress(0, curvature)).toBe(0)
        expect(visibleProgress(1, curvature)).toBeCloseTo(1, 12)
        expect(visibleProgress(one + other, curvature)).toBeGreaterThanOrEqual(visibleProgress(one, curvature))
      }),
    )
  })
})

describe('the model over studies', () => {
  const arm = { indication: 'acne-scars', scale: 'score', hasPrp: false, people: 1000, progress: 1 } as const

  test('of one huge study believes it, but for the difference between studies', () => {
    const many = Array.from({ length: 30 }, (_, k) => ({ ...arm, studyNumber: k, share: 0.5 + 0.002 * (k % 5) }))
    const unseen = { ...arm, scenarios: [{ weight: 1, progress: 1 }] }
    const [low, median, high] = predictImprovement(fitImprovement(many), unseen, [0.05, 0.5, 0.95])
    expect(median).toBeCloseTo(50.4, 0)
    expect(high! - low!).toBeLessThan(50)
  })

  test('of no study knows what its prior says', () => {
    const unseen = { ...arm, scenarios: [{ weight: 1, progress: 1 }] }
    const [low, median, high] = predictImprovement(fitImprovement([]), unseen, [0.05, 0.5, 0.95])
    expect(median).toBeCloseTo(100 * Math.sin(IMPROVEMENT_PRIOR.level.mean) ** 2, 0)
    expect(low).toBe(0)
    expect(high).toBeGreaterThan(90)
  })

  test('pulls an indication with one study towards the others', () => {
    const acne = Array.from({ length: 8 }, (_, k) => ({ ...arm, studyNumber: k, share: 0.05 + 0.07 * k }))
    const wrinkle = { ...arm, indication: 'wrinkles', studyNumber: 9, share: 0.7 } as const
    const unseen = { ...arm, indication: 'wrinkles' as const, scenarios: [{ weight: 1, progress: 1 }] }
    const [median] = predictImprovement(fitImprovement([...acne, wrinkle]), unseen, [0.5])
    expect(median).toBeGreaterThan(31)
    expect(median).toBeLessThan(60)
  })
})

describe('the arms that it learns from', () => {
  const arms = calibrationArms(rows)

  test('are needled, print a figure, and come from as many studies as are named', () => {
    expect(arms.map(({ id }) => id)).toEqual(
      'AS18 AS20 AS46 AS54 AS61 WR02 SD06 SD07 ML11 ML12 AS70 AS76 AS77 SS22 AS87 ML30 ML31 AS97 AS98 AS99 AS101'.split(
        ' ',
      ),
    )
    expect(new Set(arms.map(({ studyNumber }) => studyNumber)).size).toBe(16)
  })

  test('spread between people as the model assumes', () => {
    const { percentPoints, ids } = spreadBetweenPeople(rows)
    expect(ids).toEqual(['AS50', 'AS51', 'ML05'])
    expect(percentPoints / 100).toBeCloseTo(IMPROVEMENT_PRIOR.peopleSd, 2)
  })

  test('in any order give the same prediction', () => {
    const fitted = arms.map((arm) => fittedArm(arm, steady))
    const unseen = { ...fitted[0]!, scenarios: [{ weight: 1, progress: 1 }] }
    const ahead = predictImprovement(fitImprovement(fitted), unseen, [0.05, 0.5, 0.95])
    const back = predictImprovement(fitImprovement(fitted.toReversed()), unseen, [0.05, 0.5, 0.95])
    ahead.forEach((value, k) => {
      expect(back[k]).toBeCloseTo(value, 1)
    })
  })
})

describe('the courses of a forecast', () => {
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!

  test('are none for pores, and the same for the same seed', () => {
    expect(improvementCourses('pores', 20, makeRandom(1))).toBeUndefined()
    const at = (seed: number) => improvementCourses('acne-scars', 20, makeRandom(seed))!.map((course) => course.at(0.7))
    expect(at(1)).toEqual(at(1))
    expect(at(1)).not.toEqual(at(2))
  })

  test('start at nothing and stay within 0 and 100 per cent', () => {
    for (const course of improvementCourses('stretch-marks', 200, makeRandom(3))!) {
      expect(course.at(0)).toBe(0)
      expect(course.at(2, 1)).toBeGreaterThanOrEqual(0)
      expect(course.at(2, 1)).toBeLessThanOrEqual(100)
    }
  })

  test('gain little from PRP on scars and nothing on wrinkles', () => {
    const gain = (indication: 'acne-scars' | 'wrinkles') => {
      const courses = improvementCourses(indication, 200, makeRandom(4))!
      return median(courses.map((course) => course.at(1, 1) - course.at(1, 0)))
    }
    expect(gain('acne-scars')).toBeGreaterThan(3)
    expect(gain('acne-scars')).toBeLessThan(15)
    expect(gain('wrinkles')).toBe(0)
  })
})
