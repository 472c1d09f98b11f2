/** What one benchmark measured, of ours and of a named peer, in the same run on the same machine. */
export type Measurement = {
  name: string
  value: number
  /** Of both values, such as `ms` or `attempts/s`. */
  unit: string
  peer: string
  peerValue: number
  /** What the ratio `value / peerValue` should be, such as `>=0.1` or `<= 2`. */
  goal: string
}

/** A measurement as it is printed: with its ratio, and whether that meets the goal. */
export type Line = Measurement & { ratio: number; met: boolean }

/** What every `bench/*.bench.ts` exports. */
export type Bench = { name: string; run: () => AsyncIterable<Measurement> }

/** Completes a measurement. The ratio is told with four significant digits; the goal is judged before rounding. */
export function lineOf(measurement: Measurement): Line {
  const { name, value, unit, peer, peerValue, goal } = measurement
  const ratio = value / peerValue
  return { name, value, unit, peer, peerValue, ratio: Number(ratio.toPrecision(4)), goal, met: isMet(goal, ratio) }
}

/** Whether a ratio meets a goal. A ratio that is no number meets none; a goal that cannot be read is thrown. */
export function isMet(goal: string, ratio: number): boolean {
  const [, sign, text] = /^(>=|<=|>|<)\s*(\d+(?:\.\d+)?)$/.exec(goal.trim()) ?? []
  if (!sign || !text) throw new Error(`The goal "${goal}" cannot be read: write >=, <=, > or <, then a number.`)
  if (!Number.isFinite(ratio)) return false
  const bound = Number(text)
  if (sign === '>=') return ratio >= bound
  if (sign === '<=') return ratio <= bound
  return sign === '>' ? ratio > bound : ratio < bound
}
