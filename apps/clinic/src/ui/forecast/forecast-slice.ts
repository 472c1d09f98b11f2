import type { Band, Forecast, OutputName, Tag } from '@pointille/healing'
import { courseAxis, type DayAxis, rootAxis } from './day-axis.ts'
import { isSlow, type ShownOutput } from './shown-output.ts'

/** Medians of the three phases, 0..1 of their own peak. */
export type PhaseMedians = Readonly<Record<'inflammation' | 'proliferation' | 'remodelling', readonly number[]>>

/**
 * One output of a forecast over the days of one picture: small enough to be sent with a page and drawn there again, alike.
 * Days count from the slice's own day 0 (the treatment, or the first of the course).
 */
export interface ForecastSlice {
  readonly output: ShownOutput
  readonly tag: Tag
  readonly axis: DayAxis
  readonly days: readonly number[]
  readonly p5: readonly number[]
  readonly p25: readonly number[]
  readonly p50: readonly number[]
  readonly p75: readonly number[]
  readonly p95: readonly number[]
  /** Twenty equally probable courses, each on `days`. */
  readonly courses: readonly (readonly number[])[]
  readonly phases: PhaseMedians
  /** The treatments that fall on the axis. */
  readonly treatments: readonly { readonly number: number; readonly day: number }[]
}

const quantiles = ['p5', 'p25', 'p50', 'p75', 'p95'] as const
const phases = ['inflammation', 'proliferation', 'remodelling'] as const

/**
 * Cuts what a picture needs out of a forecast; undefined when the forecast tells nothing of it (improvement of pores).
 * @param treatmentDays days of the course on which there is a treatment, rising
 * @param treatment which of them is day 0 of an output that is over within weeks; slow outputs take the whole course
 */
export function sliceForecast(
  forecast: Forecast,
  output: ShownOutput,
  { treatmentDays, treatment = 0 }: { treatmentDays: readonly number[]; treatment?: number },
): ForecastSlice | undefined {
  const band = forecast.outputs[output]
  const courses = forecast.dots[output]
  if (!band || !courses) return undefined
  const lastDay = forecast.days.at(-1) ?? 0
  const slow = isSlow(output)
  const axis = slow ? courseAxis(lastDay) : rootAxis
  const from = slow ? 0 : (treatmentDays[treatment] ?? 0)
  const end = Math.min(from + axis.lastDay, lastDay)
  // A treatment on the last day is the next picture's: this one ends just before it.
  const to = justBefore(end, treatmentDays)
  const days = pickDays(forecast.days, from, to)
  const along = (values: readonly number[]) => days.map((day) => round(valueAt(forecast.days, values, day)))
  return {
    output,
    tag: band.tag,
    axis,
    days: days.map((day) => round(day - from)),
    ...mapNames(quantiles, (name) => along(band[name])),
    courses: courses.map(along),
    phases: mapNames(phases, (name) => along(medianOf(forecast, name))),
    treatments: treatmentDays
      .map((day, at) => ({ number: at + 1, day: round(day - from) }))
      .filter(({ day }) => day >= 0 && day < axis.lastDay),
  }
}

/** That day, or a moment before it where a treatment falls on it: what it does to the skin has not happened yet. */
export function justBefore(day: number, treatmentDays: readonly number[]): number {
  return treatmentDays.includes(day) ? day - momentDays : day
}

/** A quarter of an hour: forecasts tell that moment before every treatment. */
const momentDays = 1 / 96

/** Enough days for a smooth line and no more: they travel with the page. */
const mostDays = 72

function pickDays(all: readonly number[], from: number, to: number): number[] {
  const inside = all.filter((day) => day > from && day < to)
  const every = Math.ceil(inside.length / mostDays)
  // The first days after a treatment are told finely, and are kept so.
  const kept = inside.filter((day, at) => day - from < 3 || at % every === 0)
  return [from, ...kept, to]
}

function medianOf(forecast: Forecast, name: OutputName): readonly number[] {
  const band: Band | undefined = forecast.outputs[name]
  return band?.p50 ?? forecast.days.map(() => 0)
}

/** Reads a series at any day; before its first and after its last day those are held. */
export function valueAt(days: readonly number[], values: readonly number[], day: number): number {
  let low = 0
  let high = days.length - 1
  if (high < 0) return 0
  if (day <= days[0]!) return values[0]!
  if (day >= days[high]!) return values[high]!
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (days[middle]! <= day) low = middle
    else high = middle
  }
  const width = days[high]! - days[low]!
  return values[low]! + ((values[high]! - values[low]!) * (day - days[low]!)) / width
}

/** Four significant digits say more than the model knows. */
function round(value: number): number {
  return Number(value.toPrecision(4))
}

function mapNames<N extends string, V>(names: readonly N[], make: (name: N) => V): Record<N, V> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Record<N, V>
}
