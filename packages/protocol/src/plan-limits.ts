import { getSetting, type SettingId } from './evidence.ts'
import type { TreatableIndication } from './indications.ts'
import { getZone, type ZoneId, type ZoneSite } from './zones.ts'

/** What needles can do at all: the shortest and longest in the tables (V-40, ST04). */
export const physicalDepthMm = { low: 0.1, high: 3 } as const

/** Needle lengths published for a site; bounds undefined where no row prints a figure. */
export interface PublishedDepth {
  lowMm: number | undefined
  highMm: number | undefined
  /** The rows of the settings table it comes from. */
  rowIds: readonly SettingId[]
}

/** Rows that name the site itself. Most are vendor or blog charts, not trials: the only ones that speak about sites. */
const rowsOfSite: Readonly<Record<ZoneSite, readonly SettingId[]>> = {
  forehead: ['ST26', 'ST35'],
  glabella: ['ST27'],
  temple: [],
  aroundEye: ['ST29', 'ST40'],
  nose: ['ST28', 'ST37'],
  cheekbone: ['ST30', 'ST36'],
  cheek: ['ST31', 'ST36'],
  upperLip: ['ST32', 'ST38'],
  chin: ['ST31', 'ST39'],
  jaw: [],
  neck: ['ST16'],
  back: [],
  body: [],
}

/** Rows on an indication, for the sites they studied. The pooled range of ST04 (to 3 mm, "mostly face") names no site: left out. */
const rowsOfIndication: Readonly<Record<TreatableIndication, Record<'face' | 'body', readonly SettingId[]>>> = {
  wrinkles: { face: ['ST11', 'ST12'], body: ['ST11', 'ST12'] },
  texture: { face: ['ST41'], body: [] },
  'acne-scars': { face: ['ST01', 'ST03', 'ST05'], body: ['ST02', 'ST10'] },
  'surgical-scars': { face: ['ST10'], body: ['ST10', 'ST15'] },
  pores: { face: [], body: [] },
  'stretch-marks': { face: [], body: ['ST12', 'ST34'] },
  hyperpigmentation: { face: [], body: [] },
}

/**
 * The published range for a zone and an indication: for scars, whose trials go deeper than the charts of sites, both together;
 * otherwise the site's own rows, or the indication's where no row names the site.
 */
export function publishedDepth(zone: ZoneId, indication: TreatableIndication): PublishedDepth {
  const { site, area } = getZone(zone)
  const bySite = rowsOfSite[site]
  const byIndication = rowsOfIndication[indication][area]
  const scars = indication === 'acne-scars' || indication === 'surgical-scars'
  const rowIds = scars ? [...bySite, ...byIndication] : bySite.length > 0 ? bySite : byIndication
  const rows = rowIds.map(getSetting)
  return {
    lowMm: boundOf(
      rows.map((row) => row.needleLowMm),
      Math.min,
    ),
    highMm: boundOf(
      rows.map((row) => row.needleHighMm),
      Math.max,
    ),
    rowIds,
  }
}

function boundOf(values: readonly (number | undefined)[], pick: (...values: number[]) => number): number | undefined {
  const known = values.filter((value) => value !== undefined)
  return known.length === 0 ? undefined : pick(...known)
}
