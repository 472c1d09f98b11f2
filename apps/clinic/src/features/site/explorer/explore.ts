import { type Forecast, forecast, type OutputName, type Warning } from '@pointille/healing'
import type { PhasePicture } from '#ui/dots/phase-field.ts'
import { type ForecastSlice, sliceForecast } from '#ui/forecast/forecast-slice.ts'
import { skinLayers } from '#ui/skin-picture/skin-layers.ts'
import { skinOn } from '#ui/skin-picture/skin-on.ts'
import type { SkinPicture } from '#ui/skin-picture/skin-picture.ts'
import { courseOf, type ExploredTreatment, lastDay, usualTreatment } from './explored-treatment.ts'
import { stripClouds, wideClouds } from './phase-clouds.ts'

/** Everything that the healing page shows of one treatment, for every day of its four weeks. */
export type Exploration = {
  redness: ForecastSlice
  /** One a day, from day 0. */
  skins: readonly SkinPicture[]
  /** The three phases as clouds: full bleed, and as strips of a narrow screen. */
  clouds: { wide: readonly PhasePicture[]; strips: readonly PhasePicture[] }
  warnings: readonly Warning['code'][]
}

/** Three for each of the twenty courses that are shown. The server and the browser solve the same, so they say the same. */
const courses = 60

/** What each phase's amount is read from. */
const measures = ['cytokine', 'fibroblasts', 'newCollagen'] as const satisfies readonly OutputName[]

/** Of the usual treatment; solved once. */
let usualPeaks: readonly number[] | undefined

/** Solves one treatment. Pure: the same treatment gives the same exploration everywhere. */
export function explore(treatment: Omit<ExploredTreatment, 'day'>): Exploration {
  const course = courseOf(treatment)
  const told = forecast(course, { courses })
  const place = { layers: skinLayers(course.site, course.ageYears), setDepthMm: treatment.needleMm }
  usualPeaks ??= peaks(forecast(courseOf(usualTreatment), { courses }))
  const usual = usualPeaks
  const redness = sliceForecast(told, 'redness', { treatmentDays: [0] })!
  const amounts = peaks(told).map((peak, at) => peak / usual[at]!)
  return {
    redness,
    clouds: { wide: wideClouds(redness, amounts), strips: stripClouds(redness, amounts) },
    skins: Array.from({ length: lastDay + 1 }, (_, day) => skinOn(told, place, day)),
    warnings: told.warnings.map(({ code }) => code),
  }
}

/** How high the median of each phase's measure gets within the four weeks. */
function peaks({ days, outputs }: Forecast): number[] {
  return measures.map((name) => Math.max(...outputs[name]!.p50.filter((_, at) => days[at]! <= lastDay)))
}
