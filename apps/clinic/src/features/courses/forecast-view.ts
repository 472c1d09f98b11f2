import type { Forecast, Tag } from '@pointille/healing'
import { type ForecastSlice, sliceForecast } from '#ui/forecast/forecast-slice.ts'
import type { ObservedMark } from '#ui/forecast/observed-mark.ts'
import { isSlow, type ShownOutput } from '#ui/forecast/shown-output.ts'
import { skinOn } from '#ui/skin-picture/skin-on.ts'
import type { SkinPicture } from '#ui/skin-picture/skin-picture.ts'
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

/** What stands on the page for a choice, small enough to be sent with it and drawn there again. */
export interface ForecastPiece {
  /** Absent where no study has printed a figure. */
  readonly slice: ForecastSlice | undefined
  readonly skin: SkinPicture
  readonly tag: Tag
  /** Days after the treatment: when it may be shown, and the model's own earliest next, both with doubt. */
  readonly dates: { readonly presentable: Between; readonly earliestNext: Between } | undefined
  readonly risk: Between
  /** Courses that carry the weight after what the patient reported. */
  readonly weight: { readonly effective: number; readonly of: number }
}
type Between = { readonly p5: number; readonly p50: number; readonly p95: number }

/** Cuts a forecast to a choice. A slow output counts its days from the first treatment; the skin is that of the same day. */
export function viewForecast(
  forecast: Forecast,
  { course }: ForecastQuestion,
  { output, treatment, day }: Choice,
): ForecastPiece {
  const treatmentDays = course.treatments.map((one) => one.day)
  const slice = sliceForecast(forecast, output, { treatmentDays, treatment })
  const shown = isSlow(output) ? latestBefore(treatmentDays, day) : treatment
  const since = isSlow(output) ? day - (treatmentDays[shown] ?? 0) : day
  const dates = forecast.dates[shown]
  const after = ({ p5, p50, p95 }: Between): Between => {
    const from = dates?.treatmentDay ?? 0
    return { p5: round(p5 - from), p50: round(p50 - from), p95: round(p95 - from) }
  }
  const { pigmentation } = forecast.risks
  return {
    slice,
    skin: {
      ...skinOn(
        forecast,
        {
          site: course.site,
          ageYears: course.ageYears,
          setDepthMm: course.treatments[shown]?.needleMm ?? 0,
          treatment: shown,
        },
        since,
      ),
      day,
    },
    tag: slice?.tag ?? 'no-evidence',
    dates: dates && { presentable: after(dates.presentableDay), earliestNext: after(dates.earliestNextDay) },
    risk: { p5: pigmentation.p5, p50: pigmentation.p50, p95: pigmentation.p95 },
    weight: { effective: Math.round(forecast.effectiveCourses), of: forecast.courses },
  }
}

/** What the patient reported, on the days of the slice. The reports of all treatments for a slow output: none yet. */
export function marksOf(
  done: readonly DoneTreatment[],
  numbers: readonly number[],
  { output, treatment }: Choice,
): ObservedMark[] {
  if (output !== 'redness' && output !== 'swelling') return []
  const over = done[(numbers[treatment] ?? 0) - 1]
  return (over?.reports ?? [])
    .map((report) => ({ day: report.day, value: report[output], by: 'patient' as const }))
    .filter(({ day }) => day <= 28)
}

function latestBefore(treatmentDays: readonly number[], day: number): number {
  return Math.max(
    0,
    treatmentDays.findLastIndex((one) => one <= day),
  )
}

const round = (days: number) => Math.max(0, Math.round(days * 10) / 10)
