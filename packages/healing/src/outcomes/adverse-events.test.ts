import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Course } from '../forecast/course.ts'
import { EVENT_COUNTS, INFECTION_RATES } from '../generated/adverse-events.ts'
import { makeRandom } from '../random.ts'
import { eventCounts } from './adverse-event-rows.ts'
import { adverseEventRates } from './adverse-events.ts'
import { betaCdf, betaQuantile, jeffreysInterval } from './beta-distribution.ts'
import { exposureDays, infectionRisk } from './infection.ts'
import { pigmentationRisks } from './pigmentation.ts'
import { fitPigmentation } from './pigmentation-fit.ts'

const course = (phototype: Course['phototype'], days: number[], site: Course['site'] = 'cheek'): Course => ({
  ageYears: 30,
  phototype,
  site,
  indication: 'acne-scars',
  treatments: days.map((day) => ({ day, device: 'pen', needleMm: 1, passes: 6 })),
})
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
const rate = (kind: string) => adverseEventRates().find((row) => row.kind === kind)

describe('the counted events', () => {
  test('of pigmentation are 15 in 326 people of ten series, each study once', () => {
    expect(rate('pigmentation')).toMatchObject({ events: 15, people: 326, studies: 10 })
    expect(rate('infection')).toMatchObject({ events: 1, people: 67, sourceIds: ['AE05', 'AE28', 'SD06'] })
  })

  test('leave out comparators, case reports and bare percentages', () => {
    expect(EVENT_COUNTS.map(({ id }) => id)).not.toContain('AE23')
    expect(EVENT_COUNTS.map(({ id }) => id)).not.toContain('AE16')
    const rows = [
      {
        id: 'Z1',
        study: 'S',
        indication: 'acne_scar',
        arm: 'MN alone',
        device: 'pen',
        n: '40',
        adverse_events: 'PIH 12%',
      },
    ]
    expect(eventCounts([], rows)).toEqual([])
    expect(eventCounts([], [{ ...rows[0]!, adverse_events: 'PIH 3 of 20' }])).toMatchObject([{ events: 3, people: 20 }])
    expect(eventCounts([], [{ ...rows[0]!, adverse_events: 'PIH 3', device: 'laser' }])).toEqual([])
  })

  test('come with an interval that no event leaves open at zero', () => {
    expect(rate('serious')?.low90).toBe(0)
    expect(rate('serious')?.high90).toBeLessThan(0.001)
    // scipy.stats.beta.ppf([.05, .95], 2.5, 28.5)
    const [low, high] = jeffreysInterval(2, 30)
    expect(low).toBeCloseTo(0.019396047, 8)
    expect(high).toBeCloseTo(0.172514982, 8)
  })
})

test('the quantile of a Beta is undone by its distribution', () => {
  const shape = fc.double({ min: 0.5, max: 80, noNaN: true })
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), shape, shape, (probability, a, b) => {
      expect(betaCdf(betaQuantile(probability, a, b), a, b)).toBeCloseTo(probability, 8)
    }),
  )
})

describe('the risk of pigmentation', () => {
  test('is none without a treatment, and a probability with one', () => {
    expect(pigmentationRisks(course(3, []), 5, makeRandom(1))).toEqual([0, 0, 0, 0, 0])
    for (const risk of pigmentationRisks(course(6, [0, 7], 'abdomen'), 200, makeRandom(1))) {
      expect(risk).toBeGreaterThan(0)
      expect(risk).toBeLessThan(1)
    }
  })

  test('rises with phototype, on the body and with short intervals, by its prior more than by data', () => {
    const of = (...args: Parameters<typeof course>) => median(pigmentationRisks(course(...args), 200, makeRandom(2)))
    expect(of(6, [0, 30])).toBeGreaterThan(of(1, [0, 30]))
    expect(of(3, [0, 14])).toBeGreaterThan(of(3, [0, 30]))
    expect(of(3, [0, 30], 'abdomen')).toBeGreaterThan(of(3, [0, 30]))
  })

  test('cannot tell any of these from no effect', () => {
    const counts = EVENT_COUNTS.filter(({ kind }) => kind === 'pigmentation')
    const { draws, effective } = fitPigmentation(counts, 1000, makeRandom(3))
    expect(effective).toBeGreaterThan(300)
    for (const name of ['phototype', 'body', 'short'] as const) {
      const above = draws.filter((draw) => draw[name] > 0).length / draws.length
      expect(above).toBeGreaterThan(0.5)
      expect(above).toBeLessThan(0.95)
    }
  })

  test('follows many counts rather than its prior', () => {
    const many = Array.from({ length: 12 }, (_, k) => ({
      id: `Q${k}`,
      kind: 'pigmentation' as const,
      events: 30,
      people: 100,
      phototype: { middle: 3.5, half: 0 },
      area: 'face' as const,
      intervalDays: 30,
    }))
    const { draws } = fitPigmentation(many, 500, makeRandom(4))
    expect(1 / (1 + Math.exp(-median(draws.map(({ base }) => base))))).toBeGreaterThan(0.15)
  })
})

describe('the risk of infection', () => {
  test('is about one per cent, and one event in 67 people leaves it wide', () => {
    expect(median(INFECTION_RATES)).toBeGreaterThan(0.005)
    expect(median(INFECTION_RATES)).toBeLessThan(0.02)
  })

  test('grows with germs, with the time that channels stay open, and is none without channels', () => {
    expect(infectionRisk(0.01, 4, 1)).toBeCloseTo(0.01, 12)
    expect(infectionRisk(0.01, 8, 1)).toBeGreaterThan(infectionRisk(0.01, 4, 1))
    expect(infectionRisk(0.01, 4, 1, 10)).toBeGreaterThan(0.09)
    expect(infectionRisk(0.01, 0, 1)).toBe(0)
    expect(exposureDays([0, 1, 3], [1, 1, 0])).toBe(2)
  })
})
