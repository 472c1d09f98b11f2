import type { Site } from '@pointille/healing'
import { zoneIds } from '@pointille/protocol'
import { skinLayers } from '#ui/skin-picture/skin-layers.ts'
import type { SkinLayerView } from '#ui/skin-picture/skin-picture.ts'
import { siteOf } from './zone-site.ts'

/** The layers of the skin wherever a zone lies, at one age. */
export type SkinsBySite = Readonly<Partial<Record<Site, readonly SkinLayerView[]>>>

/** For the planner: the tables behind stay on the server. */
export function listSkins(ageYears: number): SkinsBySite {
  const sites = [...new Set(zoneIds.map(siteOf))]
  return Object.fromEntries(sites.map((site) => [site, skinLayers(site, ageYears)])) as SkinsBySite
}
