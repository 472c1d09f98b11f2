import type { CascadeTrajectory } from '../cascade/solve-course.ts'

/** A trajectory read state by state, hours counted from one instant. */
export interface TrajectoryReader {
  readonly hours: Float64Array
  /** A state at every hour. */
  readonly state: (name: string) => Float64Array
}

/** @param sinceDay where hour 0 is; earlier rows are left out */
export function readTrajectory({ days, names, states }: CascadeTrajectory, sinceDay: number): TrajectoryReader {
  let first = 0
  while (first < days.length && days[first]! < sinceDay) first += 1
  const count = days.length - first
  const hours = Float64Array.from({ length: count }, (_, row) => 24 * (days[first + row]! - sinceDay))
  return {
    hours,
    state: (name) => {
      const column = names.indexOf(name)
      return Float64Array.from({ length: count }, (_, row) => states[(first + row) * names.length + column]!)
    },
  }
}

/** The value at `hour`, linear between two rows. */
export function valueAtHour(hours: Float64Array, values: Float64Array, hour: number): number {
  let next = 0
  while (next < hours.length && hours[next]! < hour) next += 1
  if (next >= hours.length) return values[hours.length - 1]!
  if (next === 0 || hours[next] === hour) return values[next]!
  const share = (hour - hours[next - 1]!) / (hours[next]! - hours[next - 1]!)
  return values[next - 1]! + share * (values[next]! - values[next - 1]!)
}

/** The highest value and its hour, from the parabola through the highest row and its neighbours. */
export function peakOf(hours: Float64Array, values: Float64Array): { hour: number; value: number } {
  let at = 0
  for (let row = 1; row < values.length; row += 1) if (values[row]! > values[at]!) at = row
  if (at === 0 || at === values.length - 1) return { hour: hours[at] ?? 0, value: values[at] ?? 0 }
  const before = hours[at]! - hours[at - 1]!
  const after = hours[at + 1]! - hours[at]!
  const rise = (values[at]! - values[at - 1]!) / before
  const fall = (values[at]! - values[at + 1]!) / after
  const curvature = (rise + fall) / (before + after)
  const slope = (rise * after - fall * before) / (before + after)
  const shift = curvature > 0 ? slope / (2 * curvature) : 0
  return { hour: hours[at]! + shift, value: values[at]! + (slope * shift) / 2 }
}

/** The hour after which `values` stay at or below `threshold`; 0 when they always are, the last hour when they never are. */
export function hourBelow(hours: Float64Array, values: Float64Array, threshold: number): number {
  let last = -1
  for (let row = 0; row < values.length; row += 1) if (values[row]! > threshold) last = row
  if (last < 0) return 0
  if (last === values.length - 1) return hours[last]!
  const share = (values[last]! - threshold) / (values[last]! - values[last + 1]!)
  return hours[last]! + share * (hours[last + 1]! - hours[last]!)
}
