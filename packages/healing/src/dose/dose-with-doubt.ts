import { makeRandom } from '../random.ts'
import type { NeedlingTreatment } from './device.ts'
import { drawDose, MEDIAN_DOSE_DRAW } from './dose-draw.ts'
import { type DoseWarning, doseWarnings } from './dose-warnings.ts'
import { type NeedlingDose, needlingDose } from './needling-dose.ts'
import type { Site } from './site.ts'

export interface DoseQuantiles {
  readonly p5: number
  readonly p50: number
  readonly p95: number
}

export type DoseFigure = Exclude<keyof NeedlingDose, 'injured'> | keyof NeedlingDose['injured']

export interface DoubtfulDose {
  readonly figures: Readonly<Record<DoseFigure, DoseQuantiles>>
  readonly warnings: readonly DoseWarning[]
}

/** The dose of a treatment with its doubt: quantiles over `draws` possible truths; the same seed gives the same figures. */
export function doseWithDoubt(
  treatment: NeedlingTreatment,
  person: { readonly site: Site; readonly ageYears: number },
  options: { readonly draws?: number; readonly seed?: number } = {},
): DoubtfulDose {
  const { draws = 1000, seed = 1 } = options
  const random = makeRandom(seed)
  const doses = Array.from({ length: draws }, () =>
    needlingDose(treatment, person.site, person.ageYears, drawDose(random)),
  )
  const median = needlingDose(treatment, person.site, person.ageYears, MEDIAN_DOSE_DRAW)
  const flat = doses.map(({ injured, ...rest }) => ({ ...rest, ...injured }))
  const figures = Object.keys(flat[0]!) as DoseFigure[]
  return {
    figures: Object.fromEntries(
      figures.map((figure) => [figure, quantilesOf(flat.map((dose) => dose[figure]))]),
    ) as Record<DoseFigure, DoseQuantiles>,
    warnings: doseWarnings(treatment, median, doses),
  }
}

function quantilesOf(values: readonly number[]): DoseQuantiles {
  const sorted = Float64Array.from(values).sort()
  const at = (share: number) => {
    const place = share * (sorted.length - 1)
    const below = Math.floor(place)
    const low = sorted[below]!
    return low + (place - below) * ((sorted[below + 1] ?? low) - low)
  }
  return { p5: at(0.05), p50: at(0.5), p95: at(0.95) }
}
