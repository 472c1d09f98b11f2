import type { KineticRow } from '../calibration/kinetic-row.ts'

/** What a row allows: an interval, open at one side for a bound. */
export interface Tolerance {
  readonly low: number
  readonly high: number
}

/**
 * `=`: from low to high, a missing end being the observed value; `<`: anything up to high, or to the observed value; `>`:
 * anything from low, or from the observed value. undefined when nothing is printed to compare with.
 */
export function toleranceOf({
  low,
  high,
  observed,
  bound,
}: Pick<KineticRow, 'low' | 'high' | 'observed' | 'bound'>): Tolerance | undefined {
  if (bound === '<') {
    const most = high ?? observed ?? low
    return most === undefined ? undefined : { low: -Infinity, high: most }
  }
  if (bound === '>') {
    const least = low ?? observed ?? high
    return least === undefined ? undefined : { low: least, high: Infinity }
  }
  const ends = [low ?? observed ?? high, high ?? observed ?? low]
  if (ends[0] === undefined || ends[1] === undefined) return
  return { low: Math.min(ends[0], ends[1]), high: Math.max(ends[0], ends[1]) }
}

/** Whether a band and a tolerance have a value in common. */
export function meets(low90: number, high90: number, { low, high }: Tolerance): boolean {
  return low90 <= high && high90 >= low
}
