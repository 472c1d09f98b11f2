import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { dayOfX, heroField, phaseCloud, xOfDay } from './phase-field.ts'

const dots = (path: string) => path.split('m').length - 1
/** Centre of gravity of a path on the x axis, px. */
const centre = (path: string, units: number) => {
  let x = 0
  const places = [...path.matchAll(/m(-?\d+) ?(-?\d+)(?:h(\d+)|l(-?\d+) ?(-?\d+))/g)].map(([, dx, , h, l]) => {
    const start = x + Number(dx)
    x = start + Number(h ?? l)
    return (start + x) / 2 / units
  })
  return places.reduce((sum, place) => sum + place, 0) / places.length
}

test('the hero holds all three phases, in some five thousand dots under 12 KB compressed', () => {
  const { inks } = heroField('hero', 1216, 288, 1152)
  expect(inks.map((ink) => ink.phase)).toEqual([1, 2, 3])
  const count = inks.reduce((sum, ink) => sum + dots(ink.path), 0)
  expect(count).toBeGreaterThan(5000)
  expect(count).toBeLessThan(6000)
  expect(brotliCompressSync(inks.map((ink) => ink.path).join('')).length).toBeLessThan(12_000)
})

test('the phases come one after the other along the axis', () => {
  const [one, two, three] = ([1, 2, 3] as const).map((phase) => {
    const cloud = phaseCloud('strip', phase, 560, 34)
    return centre(cloud.inks[0]!.path, cloud.units)
  })
  expect(one).toBeLessThan(two!)
  expect(two).toBeLessThan(three!)
})

test('a picture is thrown once and kept', () => {
  expect(phaseCloud('strip', 1, 200, 30)).toBe(phaseCloud('strip', 1, 200, 30))
})

test('the root axis gives early days the room', () => {
  expect(xOfDay(7, 1000)).toBeCloseTo(500)
  expect(dayOfX(xOfDay(3, 1152), 1152)).toBeCloseTo(3)
})
