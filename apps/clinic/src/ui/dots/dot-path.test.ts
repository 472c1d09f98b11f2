import { expect, test } from 'vitest'
import { dashPath, dotPath, unitsPerPx } from './dot-path.ts'
import { throwDarts } from './throw-darts.ts'

const dot = (x: number, y: number, pick = 0) => ({ x, y, pick, hue: 0 })

test('dots are moves from one to the next, in half pixels', () => {
  expect(dotPath([dot(3, 1.5), dot(1, 2)], 2)).toBe('m2 4h0m4-1h0')
})

test('a band of 8 px is finished before the next begins', () => {
  expect(dotPath([dot(1, 9), dot(5, 1)], 2)).toBe('m10 2h0m-8 16h0')
})

test('dashes are centred on their dots and continue from their far end', () => {
  expect(dashPath([dot(10, 4), dot(20, 4)], 2, 6, 0)).toBe('m14 8h12m8 0h12')
})

test('small dots get a finer grid', () => {
  expect(unitsPerPx(2)).toBe(5)
  expect(unitsPerPx(3.3)).toBe(2)
})

test('a whole field walks back to the dots it was made from', () => {
  const dots = throwDarts({ width: 60, height: 60, pitch: 4, seed: 1, tries: 26, density: () => [0.7] })
  let x = 0
  let y = 0
  const walked = [...dotPath(dots, 2).matchAll(/m(-?\d+) ?(-?\d+)h0/g)].map(([, dx, dy]) => {
    x += Number(dx)
    y += Number(dy)
    return `${x},${y}`
  })
  expect(walked.sort()).toEqual(dots.map((kept) => `${Math.round(kept.x * 2)},${Math.round(kept.y * 2)}`).sort())
})
