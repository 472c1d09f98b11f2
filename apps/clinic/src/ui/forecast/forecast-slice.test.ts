import { type Course, forecast } from '@pointille/healing'
import { expect, test } from 'vitest'
import { sliceForecast, valueAt } from './forecast-slice.ts'

const needles = (day: number) => ({ day, device: 'pen' as const, needleMm: 1.5, passes: 6 })
const course: Course = {
  ageYears: 38,
  phototype: 3,
  site: 'cheek',
  indication: 'acne-scars',
  treatments: [needles(0), needles(28)],
}
const treatmentDays = [0, 28]
const told = forecast(course, { courses: 24 })

test('a series is read straight between its days and held beyond them', () => {
  expect(valueAt([0, 2, 4], [0, 10, 0], 1)).toBe(5)
  expect(valueAt([0, 2, 4], [0, 10, 0], 3.5)).toBe(2.5)
  expect(valueAt([0, 2, 4], [1, 10, 7], -3)).toBe(1)
  expect(valueAt([0, 2, 4], [1, 10, 7], 9)).toBe(7)
})

test('the weeks after a treatment end before the next one has touched the skin', () => {
  const slice = sliceForecast(told, 'redness', { treatmentDays })!
  expect(slice.days[0]).toBe(0)
  expect(slice.days.at(-1)).toBeCloseTo(28, 1)
  expect(slice.p95.at(-1)).toBeLessThan(0.5)
  expect(slice.treatments).toEqual([{ number: 1, day: 0 }])
})

test('a second treatment has its own weeks, counted from itself', () => {
  const slice = sliceForecast(told, 'redness', { treatmentDays, treatment: 1 })!
  expect(slice.treatments).toEqual([{ number: 2, day: 0 }])
  expect(slice.p50[0]).toBeGreaterThan(slice.p50.at(-1)!)
})

test('what takes months is told over the whole course', () => {
  const slice = sliceForecast(told, 'newCollagen', { treatmentDays, treatment: 1 })!
  expect(slice.axis).toMatchObject({ kind: 'linear', lastDay: told.days.at(-1) })
  expect(slice.treatments.map(({ day }) => day)).toEqual([0, 28])
})

test('quantiles stay in their order, there are twenty courses, and few enough days to travel', () => {
  for (const output of ['redness', 'swelling', 'barrierRecovered', 'newCollagen', 'improvement'] as const) {
    const slice = sliceForecast(told, output, { treatmentDays })!
    expect(slice.courses).toHaveLength(20)
    expect(slice.days.length).toBeLessThan(100)
    for (const at of slice.days.keys()) {
      const row = [slice.p5[at]!, slice.p25[at]!, slice.p50[at]!, slice.p75[at]!, slice.p95[at]!]
      expect(row).toEqual([...row].sort((a, b) => a - b))
    }
  }
})

test('for pores there is no improvement to draw', () => {
  const pores = forecast({ ...course, indication: 'pores' }, { courses: 20 })
  expect(sliceForecast(pores, 'improvement', { treatmentDays })).toBeUndefined()
  expect(sliceForecast(pores, 'redness', { treatmentDays })).toBeDefined()
})
