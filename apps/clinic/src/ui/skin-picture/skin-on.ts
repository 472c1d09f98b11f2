import type { Band, Forecast, OutputName } from '@pointille/healing'
import { justBefore, valueAt } from '../forecast/forecast-slice.ts'
import { channelsClosedFromPercent } from '../forecast/twenty-courses.ts'
import type { Doubt, SkinLayerView, SkinPicture } from './skin-picture.ts'

export interface SkinPlace {
  /** Of the site and the age, from `skin-layers.ts`. */
  readonly layers: readonly SkinLayerView[]
  /** Needle length as set, mm. */
  readonly setDepthMm: number
  /** Which treatment of the forecast's course the day counts from. */
  readonly treatment?: number
}

/** The picture of one day, `day` counted from the treatment. Needs a forecast of a course with that treatment. */
export function skinOn(forecast: Forecast, { layers, setDepthMm, treatment = 0 }: SkinPlace, day: number): SkinPicture {
  const dose = forecast.dose[treatment]
  const later = forecast.dose.slice(treatment + 1).map(({ treatmentDay }) => treatmentDay)
  const on = justBefore((dose?.treatmentDay ?? 0) + day, later)
  const doubt = (name: OutputName): Doubt => doubtOn(forecast.days, forecast.outputs[name], on)
  const barrier = doubt('barrierRecovered')
  const share = (name: OutputName) => {
    const { p50, p95 } = doubt(name)
    return { p50: round(p50), p95: round(Math.min(1, Math.max(p50, p95))) }
  }
  const courses = forecast.dots.barrierRecovered ?? []
  return {
    day,
    layers,
    setDepthMm,
    channelDepthMm: dose ? roundAll(dose.depthMm) : { p5: 0, p50: 0, p95: 0 },
    holesPerCm2: Math.round(dose?.holesPerCm2.p50 ?? 0),
    gap: roundAll({ p5: 1 - barrier.p95 / 100, p50: 1 - barrier.p50 / 100, p95: 1 - barrier.p5 / 100 }),
    closedOf20: courses.filter((course) => valueAt(forecast.days, course, on) >= channelsClosedFromPercent).length,
    covered: round(doubt('epidermisCovered').p50 / 100),
    inflammation: share('inflammation'),
    newCells: share('proliferation'),
    newCollagen: share('remodelling'),
  }
}

function doubtOn(days: readonly number[], band: Band | undefined, day: number): Doubt {
  if (!band) return { p5: 0, p50: 0, p95: 0 }
  return { p5: valueAt(days, band.p5, day), p50: valueAt(days, band.p50, day), p95: valueAt(days, band.p95, day) }
}

const round = (value: number) => Math.round(value * 1000) / 1000
const roundAll = ({ p5, p50, p95 }: Doubt): Doubt => ({ p5: round(p5), p50: round(p50), p95: round(p95) })
