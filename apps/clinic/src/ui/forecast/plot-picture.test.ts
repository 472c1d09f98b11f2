import { expect, test } from 'vitest'
import { drawCursor } from './cursor-picture.ts'
import { courseAxis, dayOfShare, rootAxis, shareOfDay } from './day-axis.ts'
import { exampleSlice } from './example-slice.fixture.ts'
import { isOutside } from './observed-mark.ts'
import { placeNames } from './place-names.ts'
import { plotGeometry } from './plot-geometry.ts'
import { drawDots, drawLines, xOfDay, yOfValue } from './plot-picture.ts'
import { predictiveDensity } from './predictive-density.ts'
import { smoothPath } from './smooth-path.ts'
import { valueScale } from './value-scale.ts'

const slice = exampleSlice()
const wide = plotGeometry(732)
const names = { ninety: '9 in 10', fifty: '1 in 2', median: 'median' }

test('early days are wide, and every day leads back to itself', () => {
  expect(shareOfDay(rootAxis, 7)).toBe(0.5)
  for (const axis of [rootAxis, courseAxis(421)])
    for (const day of [0, 1, 13, axis.lastDay]) expect(dayOfShare(axis, shareOfDay(axis, day))).toBeCloseTo(day, 8)
  expect(courseAxis(421).ticks).toEqual([0, 91, 183, 274, 365])
})

test('the same forecast is the same drawing, on the server and in a browser', () => {
  expect(drawDots(slice, wide)).toEqual(drawDots(structuredClone(slice), wide))
  expect(drawLines(slice, wide)).toEqual(drawLines(structuredClone(slice), wide))
})

test('dots stand where the forecast says something, and are denser where it says more', () => {
  const { stipple } = drawDots(slice, wide)
  const scale = valueScale(slice)
  let [x, y] = [0, 0]
  const dots = [...stipple.path.matchAll(/m(-?\d+) ?(-?\d+)h0/g)].map(([, dx, dy]) => {
    x += Number(dx)
    y += Number(dy)
    return { x: x / stipple.units, y: y / stipple.units }
  })
  expect(dots.length).toBeGreaterThan(300)
  const far = dots.filter((dot) => dot.x > xOfDay(wide, slice, 14))
  for (const dot of far) expect(dot.y).toBeGreaterThan(yOfValue(wide, scale, 0.6))
})

test('a smooth line passes its points and never goes beyond them', () => {
  const path = smoothPath([
    [0, 10],
    [10, 0],
    [20, 0],
    [30, 5],
  ])
  expect(path).toBe('M0 10C3.3 6.7 6.7 0 10 0C13.3 0 16.7 0 20 0C23.3 0 26.7 3.3 30 5')
})

test('the density of a band adds up to the whole, and is nothing outside', () => {
  const density = predictiveDensity([1, 2, 2.5, 3, 4], 10)
  let sum = 0
  for (let value = 0; value < 10; value += 0.001) sum += density.at(value) / 10_000
  expect(sum).toBeGreaterThan(0.96)
  expect(sum).toBeLessThan(1.001)
  expect(density.at(9)).toBe(0)
  expect(predictiveDensity([0, 0, 0, 0, 0], 3).at(0)).toBeGreaterThan(1)
})

test('at the chosen day twenty courses stand beside the line, and to its left where the right is too narrow', () => {
  expect(drawCursor(slice, wide, 3).places).toHaveLength(20)
  expect(Math.min(...drawCursor(slice, wide, 3).places.map(({ x }) => x))).toBeGreaterThan(xOfDay(wide, slice, 3))
  expect(Math.max(...drawCursor(slice, wide, 28).places.map(({ x }) => x))).toBeLessThan(xOfDay(wide, slice, 28))
})

test('names stand clear of the dots and of each other, whatever the day', () => {
  for (let day = 0; day <= 28; day += 1) {
    const cursor = drawCursor(slice, wide, day)
    const placed = placeNames(slice, wide, names, cursor, [])
    for (const { labelX, labelY } of placed)
      for (const dot of cursor.places) expect(Math.abs(dot.x - labelX) > 4 || Math.abs(dot.y - labelY) > 6).toBe(true)
    const ys = placed.map(({ labelY }) => labelY)
    expect(ys).toEqual([...ys].sort((a, b) => a - b))
  }
})

test('more marked than nine courses in ten is outside; the answer at the edge and calm skin are not', () => {
  const reports = exampleSlice({ p95: slice.days.map(() => 1.6) })
  const report = (value: number) => ({ day: 2, value, by: 'patient' as const })
  expect(isOutside(reports, report(3))).toBe(true)
  expect(isOutside(reports, report(2))).toBe(false)
  expect(isOutside(reports, report(0))).toBe(false)
})
