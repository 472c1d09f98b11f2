/**
 * The first day from `from` on after which `row` stays at or below `threshold` until `until`, linear between two days.
 * `until` itself when it never does: the next treatment, or the end of what was computed, came first.
 */
export function dayAtRest(
  days: readonly number[],
  row: ArrayLike<number>,
  threshold: number,
  from: number,
  until: number,
): number {
  let last = -1
  for (let at = 0; at < days.length && days[at]! < until; at++) {
    if (days[at]! >= from && row[at]! > threshold) last = at
  }
  if (last < 0) return from
  const next = last + 1
  if (next >= days.length || days[next]! >= until) return until
  const above = row[last]! - threshold
  const below = threshold - row[next]!
  return days[last]! + ((days[next]! - days[last]!) * above) / (above + below)
}
