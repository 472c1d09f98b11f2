import type { CursorPicture } from './cursor-picture.ts'
import { dayOfShare } from './day-axis.ts'
import { type ForecastSlice, valueAt } from './forecast-slice.ts'
import type { ObservedMark } from './observed-mark.ts'
import type { PlotGeometry } from './plot-geometry.ts'
import { xOfDay, yOfValue } from './plot-picture.ts'
import { valueScale } from './value-scale.ts'

type CurveName = 'ninety' | 'fifty' | 'median'
type PlacedName = { name: CurveName; x: number; y: number; labelX: number; labelY: number; words: string }
type Box = { left: number; right: number; top: number; bottom: number }

/** Where the first of the three names may begin along the axis: a reader looks there in this order. */
const beginnings = [0.4, 0.5, 0.6, 0.22, 0.7, 0.08]
const letterPx = 8.3
const linePx = 30

/**
 * Names on their curves, each with a line to it, clear of the chosen day's dots and of what was observed. Empty where there is
 * no such place: the key repeats them.
 */
export function placeNames(
  slice: ForecastSlice,
  geometry: PlotGeometry,
  words: Readonly<Record<CurveName, string>>,
  cursor: CursorPicture | undefined,
  observed: readonly ObservedMark[],
): PlacedName[] {
  const taken = [
    ...(cursor ? boxesOf(cursor, geometry) : []),
    ...observed.map((mark) => markBox(slice, geometry, mark)),
  ]
  for (const begin of beginnings) {
    const placed = placeAt(slice, geometry, words, begin)
    if (isThin(slice, geometry, begin + 0.05)) continue
    const boxes = placed.map(({ labelX, labelY, words: text }) =>
      around(labelX + (text.length * letterPx) / 2, labelY - 5, (text.length * letterPx) / 2 + 4, 12),
    )
    const isFree = boxes.every((box) => box.right < geometry.right && !taken.some((other) => overlap(box, other)))
    if (isFree) return placed
  }
  return []
}

/** Where the curves run together in the open, a name with its line would point at all of them; above the axis there is room. */
function isThin(slice: ForecastSlice, geometry: PlotGeometry, share: number): boolean {
  const scale = valueScale(slice)
  const day = dayOfShare(slice.axis, share)
  const y = (values: readonly number[]) => yOfValue(geometry, scale, valueAt(slice.days, values, day))
  return y(slice.p50) - y(slice.p95) < 26 && y(slice.p50) < geometry.zeroY - 70
}

function placeAt(
  slice: ForecastSlice,
  geometry: PlotGeometry,
  words: Readonly<Record<CurveName, string>>,
  begin: number,
): PlacedName[] {
  const { left, right, zeroY, topY } = geometry
  const scale = valueScale(slice)
  const curves = [
    { name: 'ninety' as const, values: slice.p95, share: begin, dx: 38, up: 43 },
    { name: 'fifty' as const, values: slice.p75, share: begin + 0.05, dx: 54, up: 36 },
    { name: 'median' as const, values: slice.p50, share: begin + 0.11, dx: 40, up: 24 },
  ]
  let least = topY - 22
  const placed = curves.map(({ name, values, share, dx, up }) => {
    const x = left + share * (right - left)
    const y = yOfValue(geometry, scale, valueAt(slice.days, values, dayOfShare(slice.axis, share)))
    const labelY = Math.max(y - up, least)
    least = labelY + linePx
    return { name, x, y, labelX: x + dx, labelY, words: words[name] }
  })
  // The lowest name stays above the axis, and pushes the others up.
  let most = zeroY - 18
  for (const place of placed.toReversed()) {
    place.labelY = Math.min(place.labelY, most)
    most = place.labelY - linePx
  }
  return placed
}

function boxesOf({ x, places, label }: CursorPicture, { topY, zeroY }: PlotGeometry): Box[] {
  const labelX = label.x + (label.anchor === 'start' ? 45 : -45)
  const line = { left: x - 4, right: x + 4, top: topY - 40, bottom: zeroY }
  return [line, around(labelX, label.y - 5, 48, 10), ...places.map((dot) => around(dot.x, dot.y, 7, 7))]
}

function markBox(slice: ForecastSlice, geometry: PlotGeometry, { day, value }: ObservedMark): Box {
  const scale = valueScale(slice)
  return around(xOfDay(geometry, slice, day), yOfValue(geometry, scale, Math.min(value, scale.top)), 14, 14)
}

function around(x: number, y: number, halfWidth: number, halfHeight: number): Box {
  return { left: x - halfWidth, right: x + halfWidth, top: y - halfHeight, bottom: y + halfHeight }
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
}
