/** Reads evidence/skin-thickness.csv into one row a site, layer and method. */
import { readFileSync } from 'node:fs'
import type { Site } from './src/dose/site.ts'
import type { SkinMethod } from './src/dose/skin-layers.ts'
import { type CsvRow, parseCsv } from './src/evidence/csv.ts'

/** A layer as a source measured it; `total` is epidermis and dermis together. */
export type SkinLayerSeen = 'stratumCorneum' | 'livingEpidermis' | 'epidermis' | 'dermis' | 'total'

/** What one method found of one layer at one site, pooled over its series. */
export interface SkinRow {
  readonly site: Site
  readonly layer: SkinLayerSeen
  readonly method: SkinMethod
  readonly meanUm: number
  /** Within and between the series; undefined when none printed one. */
  readonly sdUm: number | undefined
  readonly sources: readonly string[]
}

/**
 * Places of the table that speak for a site of ours. Left out: palm, sole, foot and ear (nobody needles them), and eyelid
 * skin at the lash line or over the tarsus (no zone lies inside the orbital rim).
 */
const SITE_OF_PLACE: Readonly<Record<string, Site>> = {
  forehead: 'forehead',
  glabella: 'glabella',
  temple: 'temple',
  eyelid: 'aroundEye',
  'upper medial eyelid': 'aroundEye',
  'upper eyelid': 'aroundEye',
  'nasal dorsum': 'nose',
  'lower nasal sidewall': 'nose',
  'nasal radix and dorsum': 'nose',
  'zygoma (cheekbone)': 'cheekbone',
  infraorbital: 'cheek',
  cheek: 'cheek',
  submandibular: 'jaw',
  neck: 'neck',
  'upper lip': 'upperLip',
  scalp: 'scalp',
  'face (11 thread-lift paths)': 'face',
  'all sites pooled': 'body',
  breast: 'breast',
  'back of hand': 'hand',
  'dorsum of hand': 'hand',
  forearm: 'forearm',
  'volar forearm': 'forearm',
  'dorsal forearm': 'forearm',
  shoulder: 'shoulder',
  suprascapular: 'shoulder',
  deltoid: 'upperArm',
  triceps: 'upperArm',
  waist: 'flank',
  'anterior abdomen': 'abdomen',
  buttock: 'buttock',
  thigh: 'thigh',
  'anterior thigh': 'thigh',
  back: 'back',
}

const LAYERS: Readonly<Record<string, SkinLayerSeen>> = {
  'stratum corneum': 'stratumCorneum',
  'cellular epidermis': 'livingEpidermis',
  epidermis: 'epidermis',
  dermis: 'dermis',
  'epidermis+dermis': 'total',
  'skin (total)': 'total',
}

const METHODS: readonly (readonly [start: string, method: SkinMethod])[] = [
  ['in vivo imaging', 'imaging'],
  ['histology', 'histology'],
  ['light microscopy', 'histology'],
  ['meta-analysis', 'histology'],
  ['confocal Raman', 'raman'],
  ['Raman', 'raman'],
  ['20 MHz ultrasound', 'imaging'],
  ['ultrasound', 'imaging'],
  ['3D scan', 'scan'],
]

/** A series that prints no number of people counts as this many. */
const PEOPLE_UNPRINTED = 10
/** How many standard deviations a printed range spans, for the hundreds of people of the series that print one. */
const RANGE_IN_SD = 6

const methodOf = (row: CsvRow): SkinMethod => {
  const found = METHODS.find(([start]) => row.method?.startsWith(start))
  if (!found) throw new Error(`skin-thickness.csv ${row.id}: method "${row.method}" is not known`)
  return found[1]
}

const sdOf = (row: CsvRow): number | undefined => {
  if (row.method?.includes('misprint')) return undefined
  if (row.sd_um) return Number(row.sd_um)
  const range = /range (\d+)-(\d+)/.exec(row.method ?? '')
  return range ? (Number(range[2]) - Number(range[1])) / RANGE_IN_SD : undefined
}

/** Mean weighted by people; the spread holds that within the series and that between them. */
const pool = (site: Site, layer: SkinLayerSeen, method: SkinMethod, rows: CsvRow[]): SkinRow => {
  const people = rows.map((row) => Number(row.n) || PEOPLE_UNPRINTED)
  const total = people.reduce((sum, n) => sum + n, 0)
  const mean = rows.reduce((sum, row, at) => sum + people[at]! * Number(row.mean_um), 0) / total
  const printed = rows.map((row, at) => ({ sd: sdOf(row), n: people[at]! })).filter(({ sd }) => sd !== undefined)
  const counted = printed.reduce((sum, { n }) => sum + n, 0)
  const within = printed.reduce((sum, { sd = 0, n }) => sum + n * sd ** 2, 0) / counted
  const between = rows.reduce((sum, row, at) => sum + people[at]! * (Number(row.mean_um) - mean) ** 2, 0) / total
  return {
    site,
    layer,
    method,
    meanUm: mean,
    sdUm: printed.length > 0 ? Math.sqrt(within + between) : undefined,
    sources: rows.map((row) => row.id ?? ''),
  }
}

/** The table, pooled; throws when a row uses a word that is not known here. */
export const skinRows = (): SkinRow[] => {
  const table = parseCsv(readFileSync(new URL('evidence/skin-thickness.csv', import.meta.url), 'utf8'))
  const groups = new Map<string, CsvRow[]>()
  for (const row of table) {
    const site = SITE_OF_PLACE[row.site ?? '']
    if (!site) continue
    const layer = LAYERS[row.layer ?? '']
    if (!layer) throw new Error(`skin-thickness.csv ${row.id}: layer "${row.layer}" is not known`)
    const key = [site, layer, methodOf(row)].join(' ')
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups].map(([key, group]) => {
    const [site, layer, method] = key.split(' ') as [Site, SkinLayerSeen, SkinMethod]
    return pool(site, layer, method, group)
  })
}
