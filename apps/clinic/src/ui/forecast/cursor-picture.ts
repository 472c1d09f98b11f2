import { cursorStyle } from './dot-style.ts'
import type { ForecastSlice } from './forecast-slice.ts'
import type { PlotGeometry } from './plot-geometry.ts'
import { xOfDay, yOfValue } from './plot-picture.ts'
import { coursesOn } from './twenty-courses.ts'
import { valueScale } from './value-scale.ts'

/** What follows the chosen day: the ink line, and the twenty courses stacked beside it. */
export interface CursorPicture {
  readonly x: number
  /** Round caps, stroked at the dot's diameter. */
  readonly dots: string
  readonly places: readonly { readonly x: number; readonly y: number }[]
  /** Where "20 courses" is written. */
  readonly label: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' }
}

export function drawCursor(slice: ForecastSlice, geometry: PlotGeometry, day: number): CursorPicture {
  const { diameter, step, bin } = cursorStyle
  const scale = valueScale(slice)
  const x = xOfDay(geometry, slice, day)
  const columns = new Map<number, number>()
  const bins = scale.top / (bin * (scale.top / 3))
  const places = coursesOn(slice, day).map((value) => {
    const row = Math.min(Math.round((value / scale.top) * bins), Math.ceil(bins))
    const column = columns.get(row) ?? 0
    columns.set(row, column + 1)
    return { row, column }
  })
  const widest = Math.max(...columns.values(), 1)
  // Near the right end the stack grows to the left.
  const side = x + 18 + widest * step > geometry.width ? -1 : 1
  const dots = places.map(({ row, column }) => ({
    x: x + side * (15 + column * step),
    y: yOfValue(geometry, scale, (row * scale.top) / bins) - diameter / 2,
  }))
  return {
    x,
    places: dots,
    dots: dots.map((dot) => `M${dot.x.toFixed(1)} ${dot.y.toFixed(1)}h0`).join(''),
    label: {
      x: x + side * 12,
      y: Math.max(geometry.topY - 36, Math.min(...dots.map(({ y }) => y)) - 18),
      anchor: side === 1 ? 'start' : 'end',
    },
  }
}
