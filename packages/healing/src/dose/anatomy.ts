import { SITE_LAYERS } from '../generated/skin-thickness.ts'
import { type DoseDraw, numbersOf } from './dose-draw.ts'
import type { Site } from './site.ts'
import type { SkinLayers } from './skin-layers.ts'

/** The skin of one person at one site, in mm from the surface down. */
export interface SkinProfile {
  readonly stratumCorneumMm: number
  /** With the stratum corneum. */
  readonly epidermisMm: number
  readonly papillaryDermisMm: number
  /** With the papillary dermis. */
  readonly dermisMm: number
}

/** Nothing thins before this age; assumed. */
const THINNING_FROM_YEARS = 40

/** What is known of the layers at a site: median, spread, how it was measured, and by whom. */
export function layersAt(site: Site): SkinLayers {
  return SITE_LAYERS[site]
}

/** The layers of the person that a draw stands for. */
export function skinAt(site: Site, ageYears: number, draw: DoseDraw): SkinProfile {
  const { stratumCorneum, epidermis, dermis } = SITE_LAYERS[site]
  const number = numbersOf(draw)
  const decades = Math.max(0, Math.min(100, ageYears) - THINNING_FROM_YEARS) / 10
  const kept = Math.max(0.4, 1 - number('dermisThinning') * decades)
  const epidermisMm = layerAt(epidermis, draw.epidermis)
  const dermisMm = layerAt(dermis, draw.dermis) * kept
  return {
    stratumCorneumMm: Math.min(stratumCorneum.meanMm, epidermisMm / 2),
    epidermisMm,
    papillaryDermisMm: Math.min(number('papillaryDermis'), dermisMm / 2),
    dermisMm,
  }
}

/** Log-normal, so that no layer is ever thinner than nothing. */
function layerAt({ meanMm, sdMm }: { meanMm: number; sdMm: number }, z: number): number {
  return meanMm * Math.exp(z * Math.sqrt(Math.log(1 + (sdMm / meanMm) ** 2)))
}
