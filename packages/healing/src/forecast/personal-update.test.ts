import { describe, expect, test } from 'vitest'
import { makeRandom, type Random } from '../random.ts'
import { quantiles } from './bands.ts'
import { parseCourse } from './course.ts'
import { defaultDays, valueOn } from './days.ts'
import { drawTruths } from './ensemble.ts'
import { type Member, makeMemberSolver } from './ensemble-member.ts'
import { expectedBand, isOutside, placeInBand } from './expected-band.ts'
import { forecast } from './forecast.ts'
import type { Forecast, Observation } from './forecast-shape.ts'
import { weighCourses } from './personal-update.ts'
import { probabilityUpTo, REPORTS } from './reporting.ts'

const { course } = parseCourse({
  ageYears: 34,
  phototype: 3,
  site: 'cheek',
  indication: 'acne-scars',
  treatments: [0, 28, 56].map((day) => ({ day, device: 'pen', needleMm: 1.5, passes: 8 })),
})
const CHECK_IN_DAYS = [0.5, 1, 2, 3]
const SEEN_LATER = [0.75, 1.5, 28.5, 29, 30]
const COURSES = 200

/** People that the forecast has not seen: members of an ensemble of another seed. */
const personDays = defaultDays(course!)
const live = makeMemberSolver(course!, personDays)
const people = drawTruths(course!, 100, 999).map(live)
const rednessOf = ({ rows }: Member, day: number) => valueOn(personDays, rows.redness!, day)

function report(person: Member, random: Random): Observation[] {
  const tendency = REPORTS.redness.tendency * random.normal()
  return CHECK_IN_DAYS.map((day) => {
    const chance = random.uniform()
    const truth = rednessOf(person, day) + tendency
    const upTo = (grade: number) => 1 / (1 + Math.exp(-(grade + 0.5 - truth) / REPORTS.redness.noise))
    const redness = ([0, 1, 2] as const).find((grade) => chance <= upTo(grade)) ?? 3
    return { day, redness }
  })
}

describe('a forecast after the answers of the first days', () => {
  const ensemble = drawTruths(course!, COURSES, 1).map(live)
  const reported = ensemble.map(({ rows }) => ({ redness: rows.redness! }))
  const bandOn = (day: number, weights: ArrayLike<number>) =>
    quantiles(
      ensemble.map((member) => rednessOf(member, day)),
      weights,
      'grade',
      'assumed',
    )
  const random = makeRandom(7)
  const updated = people.map((person) => ({
    person,
    weights: weighCourses(reported, personDays, report(person, random)).weights,
  }))

  test('still holds nine people in ten in its band, on days that they have not lived yet too', () => {
    const inside = updated.flatMap(({ person, weights }) =>
      SEEN_LATER.map((day) => {
        const { p5, p95 } = bandOn(day, weights)
        const truth = rednessOf(person, day)
        return truth >= p5 && truth <= p95
      }),
    )
    const coverage = inside.filter(Boolean).length / inside.length
    expect(coverage).toBeGreaterThan(0.83)
    expect(coverage).toBeLessThan(0.97)
  })

  test('is narrower on average', () => {
    const all = new Float64Array(COURSES).fill(1)
    const widthOf = ({ p5, p95 }: { p5: number; p95: number }) => p95 - p5
    const ratios = updated.flatMap(({ weights }) =>
      SEEN_LATER.map((day) => widthOf(bandOn(day, weights)) / widthOf(bandOn(day, all))),
    )
    const mean = ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length
    expect(mean).toBeLessThan(0.85)
    expect(mean).toBeGreaterThan(0.3)
  })

  test('moves towards who reports more redness than most, and away from who reports none', () => {
    const answers = (redness: 0 | 3) => CHECK_IN_DAYS.map((day) => ({ day, redness }))
    const median = (forecasted: Forecast) => valueOn(forecasted.days, forecasted.outputs.redness!.p50, 29)
    const before = forecast(course!, { courses: COURSES })
    const red = median(forecast(course!, { courses: COURSES, observations: answers(3) }))
    const pale = median(forecast(course!, { courses: COURSES, observations: answers(0) }))
    expect(red).toBeGreaterThan(median(before))
    expect(pale).toBeLessThan(median(before))
  })

  test('is the forecast before them when nothing was answered', () => {
    const before = forecast(course!, { courses: 30 })
    expect(forecast(course!, { courses: 30, observations: [] })).toEqual(before)
    expect(forecast(course!, { courses: 30, observations: [{ day: 2 }] })).toEqual(before)
  })

  test('does not depend on the order of the answers', () => {
    const answers = report(people[3]!, makeRandom(3))
    const one = forecast(course!, { courses: 50, observations: answers }).outputs.redness!.p50
    const other = forecast(course!, { courses: 50, observations: answers.toReversed() }).outputs.redness!.p50
    for (const [at, value] of one.entries()) expect(other[at]).toBeCloseTo(value, 12)
  })
})

describe('the weights', () => {
  const days = [0, 10]
  const courses = Array.from({ length: 100 }, (_, k) => ({ redness: [(3 * k) / 99, (3 * k) / 99] }))

  test('fall back to width when the answers contradict each other', () => {
    const clear = weighCourses(
      courses,
      days,
      [0, 1, 2, 3].map((day) => ({ day, redness: 1 as const })),
    )
    const torn = weighCourses(
      courses,
      days,
      ([3, 0, 3, 0] as const).map((redness, day) => ({ day, redness })),
    )
    expect(torn.effectiveCourses).toBeGreaterThan(clear.effectiveCourses)
  })

  test('are hardly moved by one odd answer among many', () => {
    const usual = Array.from({ length: 6 }, (_, day) => ({ day, redness: 1 as const }))
    const median = (observations: Observation[]) => {
      const { weights } = weighCourses(courses, days, observations)
      return courses.reduce((sum, { redness }, k) => sum + weights[k]! * redness[0]!, 0) / 100
    }
    expect(Math.abs(median([...usual, { day: 7, redness: 3 }]) - median(usual))).toBeLessThan(0.15)
  })

  test('never rest on a handful of courses: the answers are tempered and that is told', () => {
    const far = Array.from({ length: 400 }, (_, k) => ({ improvementPercent: [k / 40, k / 40] }))
    const { temper, effectiveCourses } = weighCourses(
      far,
      days,
      Array.from({ length: 60 }, (_, day) => ({ day, improvementPercent: day % 2 ? 60 : -2 })),
    )
    expect(temper).toBeGreaterThan(0)
    expect(effectiveCourses).toBeGreaterThanOrEqual(19.9)
    const few = weighCourses(courses.slice(0, 8), days, [{ day: 1, redness: 3 }])
    expect(few.effectiveCourses).toBeGreaterThanOrEqual(1.99)
  })
})

describe('the answer expected on a day', () => {
  const asked = forecast(course!, { courses: COURSES })

  test('covers nine answers in ten of people like these', () => {
    const random = makeRandom(11)
    const answers = people.flatMap((person) => report(person, random))
    const inside = answers.filter((answer) => !isOutside(answer, expectedBand(asked, answer.day)))
    expect(inside.length / answers.length).toBeGreaterThan(0.85)
  })

  test('calls strong redness in the third week outside, and none inside', () => {
    const expected = expectedBand(asked, 17)
    expect(expected.redness!.dots).toHaveLength(20)
    expect(placeInBand(3, expected.redness!)).toBe('above')
    expect(isOutside({ day: 17, redness: 3 }, expected)).toBe(true)
    expect(isOutside({ day: 17, redness: 0, swelling: 0 }, expected)).toBe(false)
    expect(isOutside({ day: 17, pain: 8 }, expected)).toBe(true)
  })

  test('knows no opinion about what nobody forecast', () => {
    expect(isOutside({ day: 200, improvementPercent: -50 }, {})).toBe(false)
  })

  test('rises with the true grade', () => {
    for (const grade of [0, 1, 2]) {
      expect(probabilityUpTo(REPORTS.redness, grade, 0.4)).toBeGreaterThan(probabilityUpTo(REPORTS.redness, grade, 1.4))
    }
  })
})
