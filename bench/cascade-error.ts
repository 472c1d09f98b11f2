import type { BenchCourse } from './cascade-courses.ts'

/**
 * The largest difference of any state at any instant of any course, scaled to the largest value of that state in that
 * course. Both hold every state of every instant of every course, one after the other.
 */
export function scaledError(
  states: Float64Array,
  reference: Float64Array,
  courses: readonly BenchCourse[],
  size: number,
): number {
  if (states.length !== reference.length)
    throw new Error(`A solver told ${states.length} numbers, not ${reference.length}.`)
  let largest = 0
  let start = 0
  for (const { instants } of courses) {
    const end = start + instants.length * size
    for (let state = 0; state < size; state++) {
      let scale = 0
      let difference = 0
      for (let at = start + state; at < end; at += size) {
        scale = Math.max(scale, Math.abs(reference[at]!))
        difference = Math.max(difference, Math.abs(states[at]! - reference[at]!))
      }
      if (!Number.isFinite(difference)) return Number.POSITIVE_INFINITY
      if (scale > 0) largest = Math.max(largest, difference / scale)
    }
    start = end
  }
  return largest
}
