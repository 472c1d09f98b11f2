/**
 * A set of minutes, one bit each, numbered from the start of some span. Thirty-two minutes are combined at once,
 * which is what makes four weeks of several diaries cheap to search.
 */
export type MinuteSet = Uint32Array

/** Makes a set able to hold the minutes 0 to `size` - 1, with none of them in it. */
export function emptyMinuteSet(size: number): MinuteSet {
  return new Uint32Array((size + 31) >>> 5)
}

/** Makes a set holding every minute from 0 to `size` - 1. */
export function fullMinuteSet(size: number): MinuteSet {
  const set = emptyMinuteSet(size)
  addMinutes(set, 0, size)
  return set
}

/** Adds the minutes `from` (included) to `to` (excluded); what lies outside the set's span is ignored. */
export function addMinutes(set: MinuteSet, from: number, to: number): void {
  paint(set, from, to, true)
}

/** Removes the minutes `from` (included) to `to` (excluded); what lies outside the set's span is ignored. */
export function removeMinutes(set: MinuteSet, from: number, to: number): void {
  paint(set, from, to, false)
}

export function hasMinute(set: MinuteSet, minute: number): boolean {
  return minute >= 0 && ((set[minute >>> 5] ?? 0) & (1 << (minute & 31))) !== 0
}

/** Finds the first minute of the set that is at or after `from` and before `to`; -1 when there is none. */
export function firstMinute(set: MinuteSet, from: number, to: number): number {
  const start = Math.max(0, from)
  const end = Math.min(to, set.length * 32)
  if (start >= end) return -1
  let index = start >>> 5
  let word = set[index]! & (-1 << (start & 31))
  while (word === 0) {
    index += 1
    if (index * 32 >= end) return -1
    word = set[index]!
  }
  const minute = index * 32 + 31 - Math.clz32(word & -word)
  return minute < end ? minute : -1
}

/** Keeps in `target` only what `other` holds too. Both must have the same size. */
export function keepCommon(target: MinuteSet, other: MinuteSet): void {
  for (let index = 0; index < target.length; index += 1) target[index]! &= other[index]!
}

/** Adds to `target` everything `other` holds. Both must have the same size. */
export function addAll(target: MinuteSet, other: MinuteSet): void {
  for (let index = 0; index < target.length; index += 1) target[index]! |= other[index]!
}

function paint(set: MinuteSet, from: number, to: number, present: boolean): void {
  const start = Math.max(0, from)
  const end = Math.min(to, set.length * 32)
  if (start >= end) return
  const lastIndex = (end - 1) >>> 5
  for (let index = start >>> 5; index <= lastIndex; index += 1) {
    let mask = -1
    if (index === start >>> 5) mask &= -1 << (start & 31)
    if (index === lastIndex) mask &= -1 >>> (31 - ((end - 1) & 31))
    if (present) set[index]! |= mask
    else set[index]! &= ~mask
  }
}
