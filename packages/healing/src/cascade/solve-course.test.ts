import { describe, expect, test } from 'vitest'
import { MEDIAN_DOSE_DRAW } from '../dose/dose-draw.ts'
import { needlingDose } from '../dose/needling-dose.ts'
import { type ParameterDraw, placeOf, priorMedian } from './parameters.ts'
import { POSTERIOR_SIZE, posteriorDraw } from './posterior.ts'
import {
  type CascadeCourse,
  type CascadeDose,
  type CascadeTrajectory,
  makeCourseSolver,
  openLumen,
  plateletDose,
  STATE_NAMES,
  solveCourse,
} from './solve-course.ts'

const person = { ageYears: 35, phototype: 3 }
const roller = { device: 'roller', needleMm: 1.5, passes: 8 } as const
const dose = needlingDose(roller, 'cheek', 35, MEDIAN_DOSE_DRAW)
const draws = Array.from({ length: POSTERIOR_SIZE }, (_, k) => posteriorDraw(k))
const some = draws.filter((_, k) => k % 20 === 0)

const once = (treatment: Partial<CascadeCourse['treatments'][number]> = {}): CascadeCourse => ({
  ...person,
  treatments: [{ day: 0, ...treatment }],
})
const row = ({ names, states, days }: CascadeTrajectory, name: string) =>
  Array.from({ length: days.length }, (_, k) => states[k * names.length + names.indexOf(name)]!)
const peak = (values: readonly number[]) => Math.max(...values)
const range = (from: number, to: number, step: number) =>
  Array.from({ length: Math.round((to - from) / step) + 1 }, (_, k) => from + k * step)
const given = (relativeDose: number): CascadeDose => ({ ...dose, relativeDose })

test('skin that is left alone stays as it is for a year', () => {
  for (const draw of some) {
    const { states } = solveCourse({ ...person, treatments: [] }, [], draw, [0, 1, 30, 365])
    const size = STATE_NAMES.length
    for (let at = 0; at < states.length; at += 1) expect(Math.abs(states[at]! - states[at % size]!)).toBeLessThan(1e-8)
  }
})

describe('in every draw of the posterior, for a weak, a usual and a strong injury', () => {
  const days = [...range(0, 20, 1 / 24), ...range(21, 365, 2)]
  const orders = { kept: 0, all: 0 }

  test.for([0.3, 0.63, 1, 3.3])('dose %d: inflammation ends, and nothing falls below zero', (relativeDose) => {
    for (const draw of draws) {
      const course = solveCourse(once(), [given(relativeDose)], draw, days)
      expect(course.states.every((value) => value >= -1e-6)).toBe(true)
      const [C, N, M1] = ['C', 'N', 'M1'].map((name) => row(course, name)) as [number[], number[], number[]]
      expect(C[7 * 24]! / peak(C)).toBeLessThanOrEqual(0.05)
      for (const cells of [N, M1]) {
        expect(cells[7 * 24]! / peak(cells)).toBeLessThanOrEqual(0.25)
        expect(cells[14 * 24]! / peak(cells)).toBeLessThanOrEqual(0.1)
      }
      const [c, n, m1, m2, f, c3] = ['C', 'N', 'M1', 'M2', 'F', 'c3'].map((name) => {
        const values = row(course, name)
        return days[values.indexOf(peak(values))]!
      }) as [number, number, number, number, number, number]
      orders.all += 1
      if (c < n && c < m1 && n <= m2 && m1 <= m2 && m2 < f && f < c3) orders.kept += 1
    }
  })

  test('cytokine, cells, repair macrophages, fibroblasts and collagen peak in this order', () => {
    expect(orders.kept / orders.all).toBeGreaterThanOrEqual(0.97)
  })
})

test('six treatments a fortnight apart end as quietly as one', () => {
  const course = { ...person, treatments: range(0, 70, 14).map((day) => ({ day })) }
  for (const draw of some) {
    const solved = solveCourse(
      course,
      course.treatments.map(() => dose),
      draw,
      [...range(0, 84, 0.5), 100, 300, 435],
    )
    const fibroblasts = row(solved, 'F')
    expect(row(solved, 'C').at(-1)!).toBeLessThan(1e-6)
    expect(fibroblasts.at(-2)!).toBeLessThan(peak(fibroblasts))
    expect(fibroblasts.at(-1)!).toBeLessThan(0.1 * peak(fibroblasts))
  }
})

test('the order in which treatments are told changes nothing', () => {
  const treatments = [
    { day: 0, occlusionHours: 4 },
    { day: 28, prp: { delayMinutes: 3, plateletFactor: 6 } },
    { day: 28, occlusionHours: 12 },
    { day: 70 },
  ]
  const doses = [given(0.4), given(0.8), { ...given(0.2), surfaceWidthMm: 0.2 }, given(2)]
  const order = [2, 0, 3, 1]
  const draw = posteriorDraw(5)
  const days = range(0, 120, 0.5)
  const told = solveCourse({ ...person, treatments }, doses, draw, days)
  const shuffled = solveCourse(
    { ...person, treatments: order.map((k) => treatments[k]!) },
    order.map((k) => doses[k]!),
    draw,
    days,
  )
  expect(shuffled.states).toEqual(told.states)
})

describe('platelet-rich plasma', () => {
  const days = [...range(0, 2, 1 / 48), 28, 180]
  const collagen = (draw: ParameterDraw, prp?: { delayMinutes: number; plateletFactor: number }) =>
    row(solveCourse(once(prp ? { prp } : {}), [dose], draw, days), 'c3').at(-2)!

  test('does nothing at all once the channels are shut, nor without platelets', () => {
    for (const draw of some) {
      const without = solveCourse(once(), [dose], draw, days)
      for (const prp of [
        { delayMinutes: 480, plateletFactor: 6 },
        { delayMinutes: 2, plateletFactor: 0 },
      ])
        expect(solveCourse(once({ prp }), [dose], draw, days).states).toEqual(without.states)
    }
  })

  test('does less the later it comes, and never less than nothing', () => {
    for (const draw of some) {
      const gains = [0, 10, 30, 60, 120, 480].map((delayMinutes) => collagen(draw, { delayMinutes, plateletFactor: 6 }))
      for (let k = 1; k < gains.length; k += 1) expect(gains[k]).toBeLessThanOrEqual(gains[k - 1]! + 1e-7)
      expect(gains.at(-1)).toBe(collagen(draw))
      expect(gains[0]).toBeGreaterThan(collagen(draw))
    }
  })

  test('has a best concentration, and enters longer under occlusion', () => {
    const draw = priorMedian()
    const best = draw[placeOf('xPRP')]!
    expect(plateletDose(best, draw)).toBeGreaterThan(plateletDose(best / 2, draw))
    expect(plateletDose(best, draw)).toBeGreaterThan(plateletDose(best * 2, draw))
    expect(openLumen(0, 0, draw)).toBeCloseTo(1, 12)
    expect(openLumen(60, 4, draw)).toBeGreaterThan(openLumen(60, 0, draw))
    expect(openLumen(600, 0, draw)).toBe(0)
  })
})

test('occlusion never closes a channel sooner', () => {
  const days = range(0, 10, 0.05)
  for (const draw of some) {
    const open = [0, 2, 12, 48].map((occlusionHours) => solveCourse(once({ occlusionHours }), [dose], draw, days))
    for (let k = 1; k < open.length; k += 1) {
      for (const name of ['P', 'B']) {
        const [longer, shorter] = [row(open[k]!, name), row(open[k - 1]!, name)]
        expect(longer.every((value, at) => value >= shorter[at]! - 1e-12)).toBe(true)
      }
    }
  }
})

test('a film that the next treatment takes off does not slow what follows it', () => {
  const draw = posteriorDraw(1)
  const days = range(2, 8, 0.1)
  const doses = [dose, dose]
  const film = solveCourse({ ...person, treatments: [{ day: 0, occlusionHours: 96 }, { day: 2 }] }, doses, draw, days)
  const none = solveCourse({ ...person, treatments: [{ day: 0 }, { day: 2 }] }, doses, draw, days)
  expect(row(film, 'B')).toEqual(row(none, 'B'))
})

test('deeper channels, older skin: the horny layer takes longer; wider holes: so does the epidermis', () => {
  const days = range(0, 5, 0.05)
  for (const draw of some) {
    const usual = solveCourse(once(), [dose], draw, days)
    const deep = solveCourse(once(), [{ ...dose, depthMm: 2 * dose.depthMm }], draw, days)
    const wide = solveCourse(once(), [{ ...dose, surfaceWidthMm: 2 * dose.surfaceWidthMm }], draw, days)
    const old = solveCourse({ ...once(), ageYears: 75 }, [dose], draw, days)
    expect(row(deep, 'B')[20]).toBeGreaterThan(row(usual, 'B')[20]!)
    expect(row(old, 'B')[20]).toBeGreaterThan(row(usual, 'B')[20]!)
    expect(row(wide, 'U')[5]).toBeGreaterThan(row(usual, 'U')[5]!)
    expect(row(old, 'U')[5]).toBeGreaterThan(row(usual, 'U')[5]!)
  }
})

test('smoking and age leave less collagen; dark skin more pigment; more treatments thicker epidermis', () => {
  const days = [0, 28, 180]
  const end = (course: CascadeCourse, name: string, draw: ParameterDraw) =>
    row(
      solveCourse(
        course,
        course.treatments.map(() => dose),
        draw,
        days,
      ),
      name,
    )
  for (const draw of some) {
    const usual = end(once(), 'c3', draw)[1]!
    expect(end({ ...once(), smoker: true }, 'c3', draw)[1]).toBeLessThan(usual)
    expect(end({ ...once(), ageYears: 70 }, 'c3', draw)[1]).toBeLessThan(usual)
    expect(end({ ...once(), phototype: 5 }, 'Me', draw)[1]).toBeGreaterThan(end(once(), 'Me', draw)[1]!)
    expect(end({ ...once(), phototype: 1 }, 'Me', draw)[1]).toBe(0)
    const thrice = { ...person, treatments: [{ day: 0 }, { day: 28 }, { day: 56 }] }
    expect(end(thrice, 'X', draw)[2]).toBeGreaterThan(end(once(), 'X', draw)[2]!)
  }
})

test('a solver that is used again gives what a new one gives', () => {
  const solve = makeCourseSolver()
  const days = range(0, 30, 0.5)
  solve(once({ occlusionHours: 9 }), [given(3)], posteriorDraw(8), days)
  expect(solve(once(), [dose], posteriorDraw(2), days).states).toEqual(
    makeCourseSolver()(once(), [dose], posteriorDraw(2), days).states,
  )
  expect(() => solve(once(), [], posteriorDraw(2), days)).toThrow('one dose for each treatment')
})
