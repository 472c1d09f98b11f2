import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addAll,
  addMinutes,
  emptyMinuteSet,
  firstMinute,
  fullMinuteSet,
  hasMinute,
  keepCommon,
  removeMinutes,
} from './minute-set.ts'

const SIZE = 150
const minutes = Array.from({ length: SIZE }, (_, minute) => minute)
const strokes = fc.array(
  fc.record({ add: fc.boolean(), from: fc.integer({ min: -40, max: 190 }), to: fc.integer({ min: -40, max: 190 }) }),
  { maxLength: 6 },
)

function drawBoth(list: { add: boolean; from: number; to: number }[]) {
  const set = emptyMinuteSet(SIZE)
  const plain = new Set<number>()
  for (const { add, from, to } of list) {
    if (add) addMinutes(set, from, to)
    else removeMinutes(set, from, to)
    for (const minute of minutes.filter((each) => from <= each && each < to)) {
      if (add) plain.add(minute)
      else plain.delete(minute)
    }
  }
  return { set, plain }
}

test('a minute set holds what a plain set holds after the same strokes', () => {
  fc.assert(
    fc.property(strokes, (list) => {
      const { set, plain } = drawBoth(list)
      expect(minutes.filter((minute) => hasMinute(set, minute))).toEqual(minutes.filter((minute) => plain.has(minute)))
    }),
  )
})

test('the first minute between two bounds is the smallest of the plain set there, or -1', () => {
  fc.assert(
    fc.property(strokes, fc.integer({ min: -5, max: 155 }), fc.integer({ min: -5, max: SIZE }), (list, from, to) => {
      const { set, plain } = drawBoth(list)
      expect(firstMinute(set, from, to)).toBe(
        minutes.find((each) => plain.has(each) && from <= each && each < to) ?? -1,
      )
    }),
  )
})

test('keeping what is common and adding all are intersection and union', () => {
  fc.assert(
    fc.property(strokes, strokes, (a, b) => {
      const [first, second] = [drawBoth(a), drawBoth(b)]
      const common = first.set.slice()
      keepCommon(common, second.set)
      const all = first.set.slice()
      addAll(all, second.set)
      for (const minute of minutes) {
        expect(hasMinute(common, minute)).toBe(first.plain.has(minute) && second.plain.has(minute))
        expect(hasMinute(all, minute)).toBe(first.plain.has(minute) || second.plain.has(minute))
      }
    }),
  )
})

test('a full set holds its first and last minute, and nothing before the first', () => {
  const full = fullMinuteSet(1380)
  expect([hasMinute(full, 0), hasMinute(full, 1379), hasMinute(full, 1380), hasMinute(full, -1)]).toEqual([
    true,
    true,
    false,
    false,
  ])
})
