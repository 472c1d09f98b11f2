import type { Forecast } from '@pointille/healing'
import { type ForecastSlice, sliceForecast } from '#ui/forecast/forecast-slice.ts'
import type { ObservedMark } from '#ui/forecast/observed-mark.ts'
import { isSlow, type ShownOutput } from '#ui/forecast/shown-output.ts'
import { skinOn } from '#ui/skin-picture/skin-on.ts'
import type { SkinLayerView, SkinPicture } from '#ui/skin-picture/skin-picture.ts'
import type { ForecastQuestion } from './course-input.ts'
import type { DoneTreatment } from './course-view.ts'

/** Which part of a forecast the planner shows. */
export interface Choice {
  readonly output: ShownOutput
  /** Index in the question's treatments: the one whose weeks are shown. */
  readonly treatment: number
  /** Day of the slice. */
  readonly day: number
}

/** What follows the chosen day: the skin, and what the model says of the treatment that it counts from. */
export interface DayPiece {
  readonly skin: SkinPicture
  /** Days after that treatment, both with doubt: no visible redness, and the model's own earliest next. */
  readonly dates: { readonly presentable: Between; readonly earliestNext: Between } | undefined
}
type Between = { readonly p5: number; readonly p95: number }

/** One output of a forecast over its days; undefined where no study has printed a figure. */
export function viewSlice(
  forecast: Forecast,
  { course }: ForecastQuestion,
  { output, treatment }: Pick<Choice, 'output' | 'treatment'>,
): ForecastSlice | undefined {
  return sliceForecast(forecast, output, { treatmentDays: course.treatments.map(({ day }) => day), treatment })
}

/** The chosen day. A slow output counts from the first treatment; the skin is that of the same day. */
export function viewDay(
  forecast: Forecast,
  { course }: ForecastQuestion,
  layers: readonly SkinLayerView[],
  { output, treatment, day }: Choice,
): DayPiece {
  const days = course.treatments.map((one) => one.day)
  const shown = isSlow(output)
    ? Math.max(
        0,
        days.findLastIndex((one) => one <= day),
      )
    : treatment
  const since = isSlow(output) ? day - (days[shown] ?? 0) : day
  const setDepthMm = course.treatments[shown]?.needleMm ?? 0
  const dates = forecast.dates[shown]
  const after = ({ p5, p95 }: Between): Between => {
    const from = dates?.treatmentDay ?? 0
    return { p5: round(p5 - from), p95: round(p95 - from) }
  }
  return {
    skin: { ...skinOn(forecast, { layers, setDepthMm, treatment: shown }, since), day },
    dates: dates && { presentable: after(dates.presentableDay), earliestNext: after(dates.earliestNextDay) },
  }
}

/** What the patient reported, on the days of the slice. The reports of all treatments for a slow output: none yet. */
export function marksOf(
  done: readonly DoneTreatment[],
  numbers: readonly number[],
  { output, treatment }: Pick<Choice, 'output' | 'treatment'>,
): ObservedMark[] {
  if (output !== 'redness' && output !== 'swelling') return []
  const over = done[(numbers[treatment] ?? 0) - 1]
  return (over?.reports ?? [])
    .map((report) => ({ day: report.day, value: report[output], by: 'patient' as const }))
    .filter(({ day }) => day <= 28)
}

const round = (days: number) => Math.max(0, Math.round(days * 10) / 10)
