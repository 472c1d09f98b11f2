import { layersAt, MEDIAN_DOSE_DRAW, type Site, skinAt } from '@pointille/healing'
import type { SkinLayerView } from './skin-picture.ts'

type Measured = { readonly sdMm: number; readonly methods: readonly SkinLayerView['method'][] }

/** The layers of a site at an age: the median person, and the spread between people and methods. Needs the model's tables. */
export function skinLayers(site: Site, ageYears: number): SkinLayerView[] {
  const known = layersAt(site)
  const skin = skinAt(site, ageYears, MEDIAN_DOSE_DRAW)
  const layer = (id: SkinLayerView['id'], toMm: number, { sdMm, methods }: Measured): SkinLayerView => ({
    id,
    toMm: round(toMm),
    sdMm: round(sdMm),
    method: methods[0] ?? 'pooled',
  })
  return [
    layer('corneum', skin.stratumCorneumMm, known.stratumCorneum),
    layer('epidermis', skin.epidermisMm, known.epidermis),
    layer('papillary', skin.epidermisMm + skin.papillaryDermisMm, known.epidermis),
    layer('reticular', skin.epidermisMm + skin.dermisMm, known.dermis),
  ]
}

const round = (mm: number) => Math.round(mm * 1000) / 1000
