import { describe, expect, test } from 'vitest'
import { isMet, lineOf } from './bench-line.ts'

const measured = { name: 'free starts', value: 3, unit: 'ms', peer: 'a loop of Luxon', peerValue: 540, goal: '<=0.01' }

describe('a line of the benchmark', () => {
  test('gives our value over the peer’s and whether that meets the goal', () => {
    expect(lineOf(measured)).toEqual({ ...measured, ratio: 0.005556, met: true })
    expect(lineOf({ ...measured, value: 6 })).toMatchObject({ ratio: 0.01111, met: false })
  })

  test('judges the goal before rounding', () => {
    expect(lineOf({ ...measured, value: 1.000001, peerValue: 1, goal: '<=1' })).toMatchObject({ ratio: 1, met: false })
  })

  test('takes the four comparisons, with their bound in or out', () => {
    expect([isMet('>=0.5', 0.5), isMet('> 0.5', 0.5), isMet('<=0.5', 0.5), isMet('< 0.5', 0.5)]).toEqual([
      true,
      false,
      true,
      false,
    ])
  })

  test('is never met by a peer that measured nothing', () => {
    expect(lineOf({ ...measured, peerValue: 0, goal: '>=1' }).met).toBe(false)
    expect(isMet('<=1', Number.NaN)).toBe(false)
  })

  test('refuses a goal that it cannot read', () => {
    expect(() => isMet('about 2', 2)).toThrow('cannot be read')
    expect(() => isMet('=2', 2)).toThrow('cannot be read')
  })
})
