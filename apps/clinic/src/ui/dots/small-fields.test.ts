import { expect, test } from 'vitest'
import { endpointPath, evenPath, padPath, waitingPath } from './small-fields.ts'

const places = (path: string, units: number) => {
  let x = 0
  let y = 0
  return [...path.matchAll(/m(-?\d+) ?(-?\d+)h0/g)].map(([, dx, dy]) => {
    x += Number(dx)
    y += Number(dy)
    return { x: x / units, y: y / units }
  })
}

test('the endpoint pictures hold more dots from one to the next, all inside their circle', () => {
  expect(places(endpointPath('erythemaOnly'), 5)).toHaveLength(0)
  const sparse = places(endpointPath('sparse'), 5)
  const even = places(endpointPath('even'), 5)
  expect(sparse.length).toBeGreaterThan(5)
  expect(even.length).toBeGreaterThan(2 * sparse.length)
  for (const { x, y } of even) expect(Math.hypot(x - 28, y - 28)).toBeLessThan(26)
})

test('the pad fills with the passes, never beyond ten, and leaves its middle to the number', () => {
  const count = (passes: number) => places(padPath(600, 440, passes), 2).length
  expect(count(0)).toBe(0)
  expect(count(3)).toBeLessThan(count(7))
  expect(padPath(600, 440, 12)).toBe(padPath(600, 440, 10))
  for (const { x, y } of places(padPath(600, 440, 10), 2)) {
    expect(Math.hypot((x - 300) / 300, (y - 220) / 220)).toBeGreaterThan(0.8)
  }
})

test('a waiting block keeps its words free of dots', () => {
  const dots = places(waitingPath(294, 68, 1, { width: 225, height: 46 }), 2)
  expect(dots.length).toBeGreaterThan(20)
  for (const { x, y } of dots) expect(x >= 224 || y >= 45).toBe(true)
})

test('an even field of twice the density holds about twice the dots', () => {
  const count = (density: number) => places(evenPath(125, 70, density), 2).length
  expect(count(1) / count(0.5)).toBeGreaterThan(1.6)
  expect(count(1) / count(0.5)).toBeLessThan(2.4)
})
