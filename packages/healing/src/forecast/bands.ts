import type { Band, Quantiles } from './forecast-shape.ts'
import type { Tag } from './outputs.ts'

/** The probabilities of a band: 9 courses in 10 between the outer two, 1 in 2 between the inner two. */
export const BAND_PROBABILITIES = [0.05, 0.25, 0.5, 0.75, 0.95] as const
const DOTS = 20
/** The middle of each twentieth: with twenty courses of equal weight the dots are the courses themselves. */
export const DOT_PROBABILITIES: readonly number[] = Array.from({ length: DOTS }, (_, k) => (k + 0.5) / DOTS)

/**
 * Weighted quantiles of one sample. A value stands at the middle of its own weight (Hazen's positions), between two
 * values the quantile is linear, beyond the outermost ones it stays: no course is invented outside the ensemble.
 * @param order the indices of `values`, sorted here in place; hand in the order of the day before, which is nearly right
 * @param probabilities rising
 */
export function quantilesOf(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
  order: Uint32Array,
  probabilities: readonly number[],
  out: { [index: number]: number } = [],
): { [index: number]: number } {
  sortIndices(order, values)
  let total = 0
  for (const index of order) total += weights[index]!
  let at = 0
  let before = 0
  let position = weights[order[0]!]! / 2 / total
  let previous = position
  for (let k = 0; k < probabilities.length; k++) {
    const wanted = probabilities[k]!
    while (position < wanted && at + 1 < order.length) {
      previous = position
      before += weights[order[at]!]!
      at += 1
      position = (before + weights[order[at]!]! / 2) / total
    }
    const upper = values[order[at]!]!
    if (at === 0 || position <= wanted || position === previous) out[k] = upper
    else {
      const lower = values[order[at - 1]!]!
      const share = (wanted - previous) / (position - previous)
      // Equal neighbours stay exact, infinities too (a barrier that never closes in the horizon).
      out[k] = lower === upper ? lower : lower + (upper - lower) * share
    }
  }
  return out
}

/** Insertion: consecutive days hardly change the order, and for them this is one pass. */
function sortIndices(order: Uint32Array, values: ArrayLike<number>): void {
  for (let i = 1; i < order.length; i++) {
    const index = order[i]!
    const value = values[index]!
    let j = i - 1
    while (j >= 0 && values[order[j]!]! > value) {
      order[j + 1] = order[j]!
      j -= 1
    }
    order[j + 1] = index
  }
}

export function startingOrder(size: number): Uint32Array {
  return Uint32Array.from({ length: size }, (_, k) => k)
}

/** Quantiles of one number over the ensemble. */
export function quantiles(values: ArrayLike<number>, weights: ArrayLike<number>, unit: string, tag: Tag): Quantiles {
  const found = quantilesOf(values, weights, startingOrder(values.length), BAND_PROBABILITIES)
  return { unit, tag, p5: found[0]!, p25: found[1]!, p50: found[2]!, p75: found[3]!, p95: found[4]! }
}

/**
 * Pointwise bands and the twenty dots of one output.
 * The k-th dot of a day is the quantile (k - 0.5) / 20 of that day, so "14 of 20 courses: redness mild or less" is a
 * statement about that day which holds to a twentieth, whatever the weights. The k-th dot is therefore a rank and not a
 * person: who is third on day 1 need not be third on day 5.
 * @param rows one row a course, one number a day
 */
export function bandOf(
  rows: readonly ArrayLike<number>[],
  weights: ArrayLike<number>,
  days: number,
  unit: string,
  tag: Tag,
): { band: Band; dots: number[][] } {
  const probabilities = [...DOT_PROBABILITIES, ...BAND_PROBABILITIES].sort((a, b) => a - b)
  const places = (wanted: readonly number[]) => wanted.map((probability) => probabilities.indexOf(probability))
  const [p5, p25, p50, p75, p95] = places(BAND_PROBABILITIES).map((place) => ({
    place,
    values: new Array<number>(days),
  }))
  const dots = places(DOT_PROBABILITIES).map((place) => ({ place, values: new Array<number>(days) }))
  const columns = [p5!, p25!, p50!, p75!, p95!, ...dots]
  const order = startingOrder(rows.length)
  const values = new Float64Array(rows.length)
  const found = new Float64Array(probabilities.length)
  for (let day = 0; day < days; day++) {
    for (let k = 0; k < rows.length; k++) values[k] = rows[k]![day]!
    quantilesOf(values, weights, order, probabilities, found)
    for (const { place, values: column } of columns) column[day] = found[place]!
  }
  return {
    band: {
      unit,
      tag,
      p5: p5!.values,
      p25: p25!.values,
      p50: p50!.values,
      p75: p75!.values,
      p95: p95!.values,
    },
    dots: dots.map(({ values: column }) => column),
  }
}

/** How many courses carry the weight (Kish): all of them when the weights are equal, 1 when one holds everything. */
export function effectiveCount(weights: ArrayLike<number>): number {
  let sum = 0
  let squares = 0
  for (let k = 0; k < weights.length; k++) {
    sum += weights[k]!
    squares += weights[k]! ** 2
  }
  return squares > 0 ? (sum * sum) / squares : 0
}
