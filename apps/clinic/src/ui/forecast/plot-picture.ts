import { dashPath, dotPath, unitsPerPx } from '../dots/dot-path.ts'
import { throwDarts } from '../dots/throw-darts.ts'
import { dayOfShare, shareOfDay } from './day-axis.ts'
import { courseStyle, forecastStyle } from './dot-style.ts'
import { type ForecastSlice, valueAt } from './forecast-slice.ts'
import { type Ink, phaseInks } from './phase-inks.ts'
import type { PlotGeometry } from './plot-geometry.ts'
import { predictiveDensity } from './predictive-density.ts'
import { phaseOf } from './shown-output.ts'
import { bandPath, type Point, smoothPath } from './smooth-path.ts'
import { spareAt, triesShare } from './spare-darts.ts'
import { type ValueScale, valueScale } from './value-scale.ts'

/** The lines of a plot as paths: quick to draw. */
export interface PlotLines {
  readonly scale: ValueScale
  readonly ninety: string
  readonly fifty: string
  readonly edges90: string
  readonly edges50: string
  readonly median: string
}

/** The dots of a plot as paths: thrown in some tens of milliseconds, the same on the server and in the browser. */
export interface PlotDots {
  readonly stipple: Ink
  readonly phases: readonly (Ink & { readonly y: number })[]
}

export function xOfDay({ left, right }: PlotGeometry, slice: Pick<ForecastSlice, 'axis'>, day: number): number {
  return left + (right - left) * shareOfDay(slice.axis, day)
}

export function yOfValue({ topY, zeroY }: PlotGeometry, scale: ValueScale, value: number): number {
  return zeroY - ((zeroY - topY) * value) / scale.top
}

export function drawLines(slice: ForecastSlice, geometry: PlotGeometry): PlotLines {
  const scale = valueScale(slice)
  const line = (values: readonly number[]) => linePoints(slice, values, geometry, scale)
  const [p5, p25, p50, p75, p95] = [line(slice.p5), line(slice.p25), line(slice.p50), line(slice.p75), line(slice.p95)]
  return {
    scale,
    ninety: bandPath(p95, p5),
    fifty: bandPath(p75, p25),
    edges90: smoothPath(p95) + smoothPath(p5),
    edges50: smoothPath(p75) + smoothPath(p25),
    median: smoothPath(p50),
  }
}

export function drawDots(slice: ForecastSlice, geometry: PlotGeometry): PlotDots {
  return { stipple: stippleInk(slice, geometry, valueScale(slice)), phases: phaseInks(slice, geometry) }
}

/** One line of a slice: the median, or a single course. */
export function linePoints(
  slice: ForecastSlice,
  values: readonly number[],
  geometry: PlotGeometry,
  scale: ValueScale,
): Point[] {
  return slice.days.map((day, at) => [xOfDay(geometry, slice, day), yOfValue(geometry, scale, values[at]!)])
}

/** Twenty thin lines, one a course. */
export function drawCourses(slice: ForecastSlice, geometry: PlotGeometry): string {
  const scale = valueScale(slice)
  return slice.courses.map((course) => smoothPath(linePoints(slice, course, geometry, scale))).join('')
}

/** Dots (dashes for the slow outputs) as dense as each value is probable on its day. */
function stippleInk(slice: ForecastSlice, { left, right, topY, zeroY }: PlotGeometry, scale: ValueScale): Ink {
  const phase = phaseOf(slice.output)
  const { pitch, diameter, gain, ceiling, seed, tries } = forecastStyle
  const course = courseStyle
  const isDash = phase === 3
  const above = 12
  const width = right - left
  const height = zeroY - topY + above
  const columns = Array.from({ length: Math.ceil(width) + 1 }, (_, x) => {
    const day = dayOfShare(slice.axis, x / width)
    const at = (values: readonly number[]) => valueAt(slice.days, values, day)
    return predictiveDensity([at(slice.p5), at(slice.p25), at(slice.p50), at(slice.p75), at(slice.p95)], scale.top)
  })
  const shares = [0]
  const nothing = [0]
  const perGrade = gain / 3
  const dots = throwDarts({
    width,
    height,
    pitch: isDash ? course.pitch : pitch,
    seed: isDash ? course.seed : seed,
    tries: triesShare * (isDash ? course.tries : tries),
    density: (x, y) => {
      const value = (scale.top * (height - y)) / (zeroY - topY)
      const column = columns[Math.floor(x)]!
      if (value < column.from || value > column.to) return nothing
      const spare = spareAt(x, y)
      if (spare > perGrade * column.most) return nothing
      // A grade-wide spread over three grades is dense enough: 0.62 a grade, as the look measured it.
      const density = Math.min(ceiling, perGrade * column.at(value))
      if (spare > density) return nothing
      shares[0] = density
      return shares
    },
  }).map((dot) => ({ ...dot, x: dot.x + left, y: dot.y + topY - above }))
  const [length = 0, thickness = 0] = course.dash
  const units = unitsPerPx(isDash ? thickness : diameter)
  return isDash
    ? { phase, units, strokeWidth: thickness * units, path: dashPath(dots, units, length, 0) }
    : { phase, units, strokeWidth: diameter * units, path: dotPath(dots, units) }
}
