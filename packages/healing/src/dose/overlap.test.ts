import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeRandom } from '../random.ts'
import { countOverlaps, OVERLAP_BINS, type PlacedHoles } from './overlap.ts'
import { makeStencils, PHASES } from './stencils.ts'

const holesOf = (list: readonly { x: number; y: number; radius: number }[]): PlacedHoles => ({
  count: list.length,
  x: Float32Array.from(list, ({ x }) => x),
  y: Float32Array.from(list, ({ y }) => y),
  radius: Uint8Array.from(list, ({ radius }) => radius),
})

/** Every cell against every hole, whose centre is moved to the middle of its phase as the stencils do. */
function countOneByOne(holes: PlacedHoles, radii: readonly number[], columns: number, rows: number): number[] {
  const counts = new Array<number>(OVERLAP_BINS).fill(0)
  const phased = (value: number) => (Math.floor(value * PHASES) + 0.5) / PHASES
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      let times = 0
      for (let at = 0; at < holes.count; at += 1) {
        const away = (column + 0.5 - phased(holes.x[at]!)) ** 2 + (row + 0.5 - phased(holes.y[at]!)) ** 2
        if (away <= radii[holes.radius[at]!]! ** 2) times += 1
      }
      counts[times]! += 1
    }
  }
  return counts
}

const RADII = [0, 0.3, 1.1, 2.6, 5.3]

describe('counting overlaps', () => {
  test('is looking at every cell and every hole, also at the edges', () => {
    // In 64ths of a cell, which every number here holds exactly.
    const place = fc.integer({ min: -12 * 64, max: 40 * 64 }).map((steps) => steps / 64)
    const hole = fc.record({ x: place, y: place, radius: fc.integer({ min: 0, max: RADII.length - 1 }) })
    fc.assert(
      fc.property(
        fc.array(hole, { maxLength: 40 }),
        fc.integer({ min: 1, max: 32 }),
        fc.integer({ min: 1, max: 32 }),
        (list, columns, rows) => {
          const holes = holesOf(list)
          const counts = countOverlaps(holes, makeStencils(RADII), { columns, rows })
          expect([...counts]).toEqual(countOneByOne(holes, RADII, columns, rows))
        },
      ),
    )
  })

  test('shows each row as it was counted', () => {
    const random = makeRandom(2)
    const list = Array.from({ length: 200 }, () => ({ x: 50 * random.uniform(), y: 40 * random.uniform(), radius: 4 }))
    const seen = new Array<number>(OVERLAP_BINS).fill(0)
    const rows: number[] = []
    const counts = countOverlaps(holesOf(list), makeStencils(RADII), { columns: 50, rows: 40 }, (row, times) => {
      rows.push(row)
      for (const value of times) seen[value]! += 1
    })
    expect(seen).toEqual([...counts])
    expect(rows).toEqual(Array.from({ length: 40 }, (_, row) => row))
  })

  test('does not depend on the order of the holes', () => {
    const hole = fc.record({
      x: fc.double({ min: 0, max: 20, noNaN: true }),
      y: fc.double({ min: 0, max: 20, noNaN: true }),
      radius: fc.integer({ min: 0, max: 4 }),
    })
    fc.assert(
      fc.property(fc.array(hole, { maxLength: 30 }), (list) => {
        const area = { columns: 20, rows: 20 }
        const one = countOverlaps(holesOf(list), makeStencils(RADII), area)
        expect(countOverlaps(holesOf(list.toReversed()), makeStencils(RADII), area)).toEqual(one)
      }),
    )
  })
})

test('stencils of five cells or more cover their true area within one percent', () => {
  for (const radius of [5, 6.4, 11.7]) {
    const { left, right } = makeStencils([radius])
    const cells = right.reduce((sum, after, at) => sum + after - left[at]!, 0) / PHASES ** 2
    expect(Math.abs(cells / (Math.PI * radius ** 2) - 1)).toBeLessThan(0.01)
  }
})
