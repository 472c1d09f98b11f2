import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NEEDLING_DEVICES } from '../dose/device.ts'
import { type Course, type CourseTreatment, parseCourse } from './course.ts'
import { defaultDays, horizonOf, valueOn } from './days.ts'
import { forecast } from './forecast.ts'
import { OUTPUT_NAMES, OUTPUT_UNITS, type OutputName } from './outputs.ts'

const COURSES = 20
const pen: CourseTreatment = { day: 0, device: 'pen', needleMm: 1.5, passes: 6 }

function courseOf(treatments: readonly CourseTreatment[], rest: Partial<Course> = {}): Course {
  const read = parseCourse({ ageYears: 34, phototype: 3, site: 'cheek', indication: 'acne-scars', ...rest, treatments })
  if (read.faults) throw new Error(JSON.stringify(read.faults))
  return read.course
}
const solve = (treatments: readonly CourseTreatment[], rest?: Partial<Course>) =>
  forecast(courseOf(treatments, rest), { courses: COURSES })

const treatments = fc.array(
  fc.record({
    day: fc.integer({ min: 0, max: 90 }),
    device: fc.constantFrom(...NEEDLING_DEVICES),
    needleMm: fc.constantFrom(0.25, 0.5, 1, 1.5, 2.5),
    passes: fc.integer({ min: 1, max: 20 }),
    occlusionHours: fc.constantFrom(0, 4),
  }),
  { minLength: 1, maxLength: 4 },
)

describe('a forecast', () => {
  test('is the same bit for bit with the same seed, and another with another', () => {
    const course = courseOf([pen, { ...pen, day: 28 }])
    expect(forecast(course, { courses: COURSES, seed: 3 })).toEqual(forecast(course, { courses: COURSES, seed: 3 }))
    expect(forecast(course, { courses: COURSES, seed: 4 }).outputs.redness).not.toEqual(
      forecast(course, { courses: COURSES, seed: 3 }).outputs.redness,
    )
  })

  test('tells every output with its unit and a tag, bands in order, and twenty rising dots, whatever the course', () => {
    fc.assert(
      fc.property(treatments, (list) => {
        const { outputs, dots, days } = solve(list)
        for (const name of OUTPUT_NAMES) {
          const band = outputs[name]!
          expect(band.unit).toBe(OUTPUT_UNITS[name])
          expect(dots[name]).toHaveLength(20)
          for (const at of days.keys()) {
            const column = [band.p5, band.p25, band.p50, band.p75, band.p95].map((row) => row[at]!)
            for (let k = 1; k < 5; k++) expect(column[k]!).toBeGreaterThanOrEqual(column[k - 1]! - 1e-9)
            for (let k = 1; k < 20; k++)
              expect(dots[name]![k]![at]!).toBeGreaterThanOrEqual(dots[name]![k - 1]![at]! - 1e-9)
          }
        }
      }),
      { numRuns: 12 },
    )
  })

  test('stays inside what its units allow', () => {
    const limits: Partial<Record<OutputName, [number, number]>> = {
      redness: [0, 3],
      swelling: [0, 3],
      pain: [0, 10],
      openChannels: [0, 100],
      barrierRecovered: [0, 100],
      epidermisCovered: [0, 100],
      infectionHazard: [0, 1],
      improvement: [0, 100],
      pigment: [0, 1],
      inflammation: [0, 1],
      proliferation: [0, 1],
      remodelling: [0, 1],
    }
    fc.assert(
      fc.property(treatments, (list) => {
        const { dots } = solve(list)
        for (const [name, [low, high]] of Object.entries(limits) as [OutputName, [number, number]][])
          for (const row of dots[name]!)
            for (const value of row) {
              expect(value).toBeGreaterThanOrEqual(low - 1e-6)
              expect(value).toBeLessThanOrEqual(high + 1e-6)
            }
      }),
      { numRuns: 12 },
    )
  })

  test('of no treatment is a year of nothing', () => {
    const { outputs, dates, dose, warnings, risks } = solve([])
    expect([dates, dose, warnings]).toEqual([[], [], []])
    expect(risks.pigmentation.p95).toBe(0)
    expect(risks.infection.p95).toBeCloseTo(0, 12)
    for (const name of ['redness', 'pain', 'newCollagen', 'organisedCollagen', 'improvement', 'inflammation'] as const)
      for (const value of outputs[name]!.p95) expect(Math.abs(value)).toBeLessThan(1e-6)
    for (const value of outputs.barrierRecovered!.p5) expect(value).toBe(100)
  })

  test('does not move when only days are added to the answer', () => {
    const course = courseOf([pen])
    const asked = forecast(course, { courses: COURSES, days: [1, 3, 28] }).outputs.redness!.p50
    const whole = forecast(course, { courses: COURSES })
    for (const [at, day] of [1, 3, 28].entries())
      expect(asked[at]).toBeCloseTo(valueOn(whole.days, whole.outputs.redness!.p50, day), 2)
  })

  test('of a course says on the days of its first interval what the forecast of one treatment says', () => {
    const one = solve([pen])
    const two = solve([pen, { ...pen, day: 28 }])
    for (const name of ['redness', 'barrierRecovered', 'newCollagen', 'cytokine'] as const)
      for (const day of [0.5, 1, 3, 7, 14, 21])
        expect(valueOn(two.days, two.outputs[name]!.p50, day)).toBeCloseTo(
          valueOn(one.days, one.outputs[name]!.p50, day),
          2,
        )
  })
})

describe('what follows a treatment', () => {
  test('comes in order: not before the treatment, vitamin A not before three days and a closed barrier', () => {
    fc.assert(
      fc.property(treatments, (list) => {
        const course = courseOf(list)
        for (const dates of forecast(course, { courses: COURSES }).dates) {
          expect(dates.presentableDay.p5).toBeGreaterThanOrEqual(dates.treatmentDay)
          expect(dates.activesSafeFromHours.p5).toBeGreaterThanOrEqual(72)
          expect(dates.earliestNextDay.p95).toBeLessThanOrEqual(horizonOf(course))
          const closedHours = 24 * (dates.barrierClosedDay.p95 - dates.treatmentDay)
          expect(dates.activesSafeFromHours.p95).toBeGreaterThanOrEqual(closedHours - 1e-9)
        }
      }),
      { numRuns: 12 },
    )
  })

  test('occlusion closes nothing sooner', () => {
    const bare = solve([pen])
    const occluded = solve([{ ...pen, occlusionHours: 12 }])
    for (const name of ['openChannels', 'infectionHazard'] as const)
      for (const [at] of bare.days.entries())
        expect(occluded.outputs[name]!.p50[at]!).toBeGreaterThanOrEqual(bare.outputs[name]!.p50[at]! - 1e-6)
    expect(occluded.dates[0]!.barrierClosedDay.p50).toBeGreaterThanOrEqual(bare.dates[0]!.barrierClosedDay.p50)
    expect(occluded.risks.infection.p50).toBeGreaterThan(bare.risks.infection.p50)
  })

  test('PRP on closed channels is none, to the bit, and the reader is told', () => {
    const late = solve([{ ...pen, prp: { delayMinutes: 2000, plateletFactor: 6 } }])
    const none = solve([pen])
    expect(late.outputs).toEqual(none.outputs)
    expect(late.warnings.map(({ code }) => code)).toContain('prpAfterChannelsClosed')
    const fresh = solve([{ ...pen, prp: { delayMinutes: 2, plateletFactor: 6 } }])
    expect(fresh.warnings.map(({ code }) => code)).not.toContain('prpAfterChannelsClosed')
    expect(fresh.outputs.newCollagen!.p50.at(-20)).toBeGreaterThan(none.outputs.newCollagen!.p50.at(-20)!)
  })

  test('PRP without platelets is none, to the bit', () => {
    const empty = solve([{ ...pen, prp: { delayMinutes: 2, plateletFactor: 0 } }])
    expect(empty.outputs).toEqual(solve([pen]).outputs)
  })
})

describe('warnings and evidence', () => {
  const codes = (list: readonly CourseTreatment[], rest?: Partial<Course>) =>
    solve(list, rest).warnings.map(({ code }) => code)

  test('tell minors, short intervals and needles longer than the skin', () => {
    expect(codes([{ ...pen, needleMm: 0.5 }])).toEqual([])
    expect(codes([{ ...pen, needleMm: 0.5 }], { ageYears: 17 })).toEqual(['under18'])
    expect(codes([pen, { ...pen, day: 13 }])).toContain('intervalBelow14Days')
    expect(codes([{ ...pen, needleMm: 2.5 }], { site: 'aroundEye' })).toContain('needleLongerThanSkin')
  })

  test('tell what lies far from every trial: a touch, a year of heavy needling, an age that nobody measured', () => {
    const monthly = (count: number) => Array.from({ length: count }, (_, k) => ({ ...pen, needleMm: 1, day: 30 * k }))
    expect(codes([{ ...pen, device: 'roller', needleMm: 0.2, passes: 4 }])).toContain('outsideTestedRange')
    expect(codes(monthly(12))).toContain('outsideTestedRange')
    expect(codes([pen], { ageYears: 90 })).toContain('outsideTestedRange')
    expect(codes(monthly(4), { ageYears: 80 })).not.toContain('outsideTestedRange')
  })

  test('say of pores that nobody has printed a figure, and draw no curve', () => {
    const { outputs, dots, evidence, warnings } = solve([pen], { indication: 'pores' })
    expect(outputs.improvement).toBeUndefined()
    expect(dots.improvement).toBeUndefined()
    expect(evidence).toMatchObject({ gradeId: 'EG10', noEvidence: true })
    expect(warnings.map(({ code }) => code)).toContain('noEvidence')
    expect(outputs.redness).toBeDefined()
  })
})

test('the days of a forecast rise, hold every treatment and end a year after the last', () => {
  fc.assert(
    fc.property(treatments, (list) => {
      const course = courseOf(list)
      const days = defaultDays(course)
      for (let at = 1; at < days.length; at++) expect(days[at]!).toBeGreaterThan(days[at - 1]!)
      for (const { day } of course.treatments) expect(days).toContain(day)
      expect(days.at(-1)).toBe(course.treatments.at(-1)!.day + 365)
    }),
  )
})
