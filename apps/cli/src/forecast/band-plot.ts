import type { Band } from '@pointille/healing'
import { dashesPath, dotsPath, type Field, type Mark, placeMarks } from './dot-field.ts'
import { INK, line, round, text, through } from './svg.ts'

/** Where a plot stands, and how days and values become places in it. */
export type Plot = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Columns of `days` that are drawn, rising. */
  readonly columns: readonly number[]
  readonly days: readonly number[]
  /** 0..1 over the width. */
  readonly across: (day: number) => number
  /** Value at the top; 0 is at the bottom. */
  readonly top: number
}

/** What the courses are drawn with: hue and shape of the phase that they speak of. */
export type Stipple = { readonly hue: string; readonly shape: 'dots' | 'dashes'; readonly seed: number }

const place = (plot: Plot, column: number, value: number): readonly [number, number] => [
  plot.x + plot.width * plot.across(plot.days[column]!),
  plot.y + plot.height * (1 - Math.min(1, value / plot.top)),
]

/** Bands, stipple and median; density is how probable a value is on its day. */
export function drawBand(plot: Plot, band: Band, dots: readonly (readonly number[])[], stipple: Stipple): string {
  const edge = (values: readonly number[]) =>
    through(plot.columns.map((column) => place(plot, column, values[column]!)))
  const area = (low: readonly number[], high: readonly number[]) => {
    const back = plot.columns.toReversed().map((column) => place(plot, column, low[column]!))
    return `${edge(high)}${through(back).replace('M', 'L')}Z`
  }
  const thin = `fill="none" stroke="${INK.ink2}" stroke-width="1.5" stroke-linejoin="round"`
  return [
    `<path d="${area(band.p5, band.p95)}" fill="${INK.ink}" fill-opacity="0.04"/>`,
    `<path d="${area(band.p25, band.p75)}" fill="${INK.ink}" fill-opacity="0.1"/>`,
    drawStipple(plot, dots, stipple),
    ...[band.p5, band.p95].map((values) => `<path d="${edge(values)}" ${thin} stroke-dasharray="5 5"/>`),
    ...[band.p25, band.p75].map((values) => `<path d="${edge(values)}" ${thin}/>`),
    `<path d="${edge(band.p50)}" fill="none" stroke="${INK.surface}" stroke-width="6" stroke-linejoin="round"/>`,
    `<path d="${edge(band.p50)}" fill="none" stroke="${INK.ink}" stroke-width="2.6" stroke-linejoin="round"/>`,
  ].join('\n')
}

function drawStipple(plot: Plot, dots: readonly (readonly number[])[], { hue, shape, seed }: Stipple): string {
  // The quantiles of each pixel column, so that a dart only looks up its own.
  const quantiles = Array.from({ length: Math.ceil(plot.width) + 1 }, (_, x) => {
    const at = plot.columns.findIndex((column) => plot.across(plot.days[column]!) >= x / plot.width)
    const column = plot.columns[at < 0 ? plot.columns.length - 1 : at]!
    return dots.map((row) => row[column]!)
  })
  const field: Field = {
    width: plot.width,
    height: plot.height,
    pitch: shape === 'dots' ? 2.3 : 3.8,
    tries: 26,
    seed,
    density: (x, y) => {
      const value = plot.top * (1 - y / plot.height)
      return Math.min(0.8, (0.62 * densityAt(quantiles[Math.round(x)]!, value, plot.top) * plot.top) / 3)
    },
  }
  return stroke(placeMarks(field), plot.x, plot.y, hue, shape)
}

function stroke(marks: readonly Mark[], x: number, y: number, hue: string, shape: Stipple['shape']): string {
  const [path, width] = shape === 'dots' ? [dotsPath(marks, x, y), 1.9] : [dashesPath(marks, x, y, 6), 1.6]
  return `<path d="${path}" stroke="${hue}" stroke-width="${width}" stroke-linecap="round" fill="none"/>`
}

/** Per unit of the value, from twenty quantiles: each gap between two of them holds a twentieth. */
function densityAt(quantiles: readonly number[], value: number, top: number): number {
  // Gaps of two twentieths, so that one pair of near courses draws no line.
  for (let k = 0; k + 2 < quantiles.length; k++) {
    const low = quantiles[k]!
    const high = quantiles[k + 2]!
    if (value >= low && value <= high) return 2 / quantiles.length / Math.max(high - low, top / 60)
  }
  return 0
}

/** Twenty courses on one day, stacked to the right of its line: 5 % steps of the forecast. */
export function drawDots(plot: Plot, day: number, values: readonly number[], hue: string): string {
  const x = plot.x + plot.width * plot.across(day)
  const step = 11
  const taken = new Map<number, number>()
  const marks = values.map((value) => {
    const [, exact] = place(plot, 0, value)
    const row = Math.max(0, Math.round((plot.y + plot.height - 6 - exact) / step))
    const nth = taken.get(row) ?? 0
    taken.set(row, nth + 1)
    return `<circle cx="${round(x + 13 + nth * step)}" cy="${round(plot.y + plot.height - 6 - row * step)}" r="4.2"/>`
  })
  return `<g fill="${hue}" stroke="${INK.paper}" stroke-width="1.5">${marks.join('')}</g>`
}

/** Horizontal rules with their words at the left. */
export function drawRules(plot: Plot, rules: readonly { value: number; words: string }[]): string {
  return rules
    .map(({ value, words }) => {
      const y = plot.y + plot.height * (1 - value / plot.top)
      const rule = line(plot.x, y, plot.x + plot.width, y, `stroke="${value === 0 ? INK.ink2 : INK.line}"`)
      return rule + text(plot.x - 12, y + 5, 15, words, `text-anchor="end" fill="${INK.mute}"`)
    })
    .join('\n')
}

/** Ticks under the plot; the first is the day of the needles. */
export function drawTicks(plot: Plot, ticks: readonly { day: number; words: string; isBold?: boolean }[]): string {
  const bottom = plot.y + plot.height
  return ticks
    .map(({ day, words, isBold }) => {
      const x = plot.x + plot.width * plot.across(day)
      const weight = isBold ? `font-weight="600" fill="${INK.ink}"` : `fill="${INK.mute}"`
      const tick = line(x, bottom, x, bottom + 8, `stroke="${INK.ink2}" stroke-width="1.5"`)
      return tick + text(x, bottom + 26, 15, words, `text-anchor="middle" ${weight}`)
    })
    .join('\n')
}
