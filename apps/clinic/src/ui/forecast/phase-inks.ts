import { dashPath, dotPath, unitsPerPx } from '../dots/dot-path.ts'
import { throwDarts } from '../dots/throw-darts.ts'
import { dayOfShare } from './day-axis.ts'
import { stripStyle } from './dot-style.ts'
import { type ForecastSlice, valueAt } from './forecast-slice.ts'
import type { PlotGeometry } from './plot-geometry.ts'
import { spareAt, triesShare } from './spare-darts.ts'

/** One path to be stroked with round caps under `scale(1 / units)`. */
export type Ink = {
  readonly phase: 1 | 2 | 3
  readonly units: number
  readonly strokeWidth: number
  readonly path: string
}

const names = ['inflammation', 'proliferation', 'remodelling'] as const
/** Activity under this is left as empty paper. */
const quiet = 0.015

/** The three phases over the days of a slice: a cloud each, taller and denser where the phase works, with soft ends. */
export function phaseInks(slice: ForecastSlice, geometry: PlotGeometry): (Ink & { y: number })[] {
  const { left, right, phaseYs, phaseHeight } = geometry
  const width = right - left
  const style = stripStyle
  return ([1, 2, 3] as const).map((phase) => {
    const values = slice.phases[names[phase - 1]!]
    const activity = Array.from({ length: Math.ceil(width) + 1 }, (_, x) =>
      Math.min(1, valueAt(slice.days, values, dayOfShare(slice.axis, x / width))),
    )
    const shares = [0]
    const top = phaseYs[phase - 1]! - phaseHeight / 2
    const dots = throwDarts({
      width,
      height: phaseHeight,
      pitch: style.pitch,
      seed: style.seed[phase - 1]!,
      tries: triesShare * style.tries,
      density: (x, y) => {
        const a = activity[Math.floor(x)]!
        const u = Math.abs(y - phaseHeight / 2) / ((phaseHeight / 2) * (0.22 + 0.78 * a))
        const density = a < quiet || u >= 1 ? 0 : 1.1 * a * (1 - u * u) ** 0.8 * 0.95
        shares[0] = spareAt(x, y) > density ? 0 : density
        return shares
      },
    }).map((dot) => ({ ...dot, x: dot.x + left, y: dot.y + top }))
    const [length = 0, thickness = 0] = style.dash
    const finest = phase === 3 ? thickness : style.diameter[phase - 1]!
    const units = unitsPerPx(finest)
    const path = phase === 3 ? dashPath(dots, units, length, 0.4) : dotPath(dots, units)
    return { phase, units, strokeWidth: finest * units, path, y: phaseYs[phase - 1]! }
  })
}
