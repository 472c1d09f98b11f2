/** Makes `src/generated/skin-thickness.ts`: the layers of the skin at every site, from rows that disagree. */
import { type SkinLayerSeen, type SkinRow, skinRows } from './skin-rows.ts'
import { DOSE_NUMBERS } from './src/dose/dose-numbers.ts'
import { areaOf, type Site, type SkinArea, sites } from './src/dose/site.ts'
import type { SkinLayer, SkinLayers, SkinMethod } from './src/dose/skin-layers.ts'

/** What one method says of one layer. */
interface Vote {
  readonly method: SkinMethod
  readonly meanMm: number
  readonly cv: number | undefined
  readonly sources: readonly string[]
}

/** Spread between people where no series printed one; the middle of those that did. */
const CV_UNPRINTED = 0.26
/** No two methods agree better than this (log scale); assumed where only one was tried. */
const METHOD_LOG_SD = 0.2
/** Whose mean stands in for a site of the same area that nobody measured. */
const POOLED_FROM: Readonly<Record<SkinArea, readonly Site[]>> = {
  face: ['forehead', 'glabella', 'temple', 'nose', 'cheekbone', 'jaw', 'neck'],
  body: ['shoulder', 'upperArm', 'flank', 'abdomen', 'thigh', 'back'],
}

const rows = skinRows()
const rowsOf = (site: Site, layer: SkinLayerSeen) => rows.filter((row) => row.site === site && row.layer === layer)

const voteOf = ({ method, meanUm, sdUm, sources }: SkinRow, scale = 1): Vote => ({
  method,
  meanMm: (meanUm / 1000) * scale,
  cv: sdUm === undefined ? undefined : sdUm / meanUm,
  sources,
})

const geometricMean = (values: readonly number[]) =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)

/** Centred on the first preferred method that was tried, else midway between all; as wide as people and methods differ. */
const settle = (votes: readonly Vote[], preferred: readonly SkinMethod[]): SkinLayer => {
  const first = preferred.find((method) => votes.some((vote) => vote.method === method))
  const rank = ({ method }: Vote) => (method === first ? 0 : 1)
  const ordered = votes.toSorted((one, other) => rank(one) - rank(other))
  const meanMm = geometricMean(votes.filter(({ method }) => !first || method === first).map((vote) => vote.meanMm))
  const middle = geometricMean(votes.map((vote) => vote.meanMm))
  const logs = votes.map((vote) => Math.log(vote.meanMm / middle))
  const between = Math.max(METHOD_LOG_SD ** 2, logs.reduce((sum, log) => sum + log ** 2, 0) / logs.length)
  const within = ordered.map(({ cv }) => cv).find((cv) => cv !== undefined) ?? CV_UNPRINTED
  const sources = ordered.flatMap((vote) => vote.sources)
  return {
    meanMm: Number(meanMm.toFixed(4)),
    sdMm: Number((meanMm * Math.sqrt(Math.exp(Math.log(1 + within ** 2) + between) - 1)).toFixed(4)),
    methods: [...new Set(ordered.map(({ method }) => method))],
    sources: sources.length > 0 ? sources : 'assumed',
  }
}

/** The sites of an area seen as one vote, as wide as the middle one of them. */
const poolOf = (area: SkinArea, layerOf: (site: Site) => SkinLayer): Vote => {
  const layers = POOLED_FROM[area].map(layerOf)
  return {
    method: 'pooled',
    meanMm: geometricMean(layers.map(({ meanMm }) => meanMm)),
    cv: layers.map(({ sdMm, meanMm }) => sdMm / meanMm).toSorted((one, other) => one - other)[layers.length >> 1],
    sources: [],
  }
}

const stratumCorneumAt = (site: Site): SkinLayer => {
  const own = rowsOf(site, 'stratumCorneum').map((row) => voteOf(row))
  const standIn = rowsOf(areaOf(site) === 'face' ? 'cheek' : 'forearm', 'stratumCorneum')
  return settle(own.length > 0 ? own : standIn.map((row) => ({ ...voteOf(row), method: 'pooled', sources: [] })), [])
}

/** Histology where it was done; elsewhere imaging, shrunk by the ratio of the two where both were. */
const epidermisAt = (site: Site): SkinLayer => {
  const whole = rowsOf(site, 'epidermis')
  const living = rowsOf(site, 'livingEpidermis').map((row) => {
    const horny = rowsOf(site, 'stratumCorneum').find(({ method }) => method === row.method)
    const sources = [...row.sources, ...(horny?.sources ?? [])]
    return voteOf({ ...row, meanUm: row.meanUm + (horny?.meanUm ?? 0), sources })
  })
  const ratio = DOSE_NUMBERS.imagingEpidermisRatio.value
  const votes = [...living, ...whole.map((row) => voteOf(row, row.method === 'imaging' ? ratio : 1))]
  if (votes.length > 0) return settle(votes, ['histology', 'imaging'])
  if (areaOf(site) === 'face') return settle([poolOf('face', epidermisAt)], [])
  return settle(
    rowsOf('body', 'epidermis').map((row) => ({ ...voteOf(row), method: 'pooled', sources: [] })),
    [],
  )
}

/** The dermis as each method saw it: itself, or the whole skin less the epidermis. */
const dermisVotes = (site: Site): Vote[] => {
  const own = rowsOf(site, 'dermis')
  const epidermisUm = epidermisAt(site).meanMm * 1000
  const whole = rowsOf(site, 'total').filter(({ method }) => !own.some((row) => row.method === method))
  return [...own, ...whole.map((row) => ({ ...row, meanUm: row.meanUm - epidermisUm }))].map((row) => voteOf(row))
}

/**
 * Imaging of living people where it was done; of the face as a whole, the pool of its sites, which are imaged. A site that
 * only histology or scans measured, which both read thicker, lies midway between them and the pool of its area.
 */
const dermisAt = (site: Site): SkinLayer => {
  const votes = dermisVotes(site)
  if (votes.some(({ method }) => method === 'imaging') || site === 'back') return settle(votes, ['imaging'])
  return settle([...votes, poolOf(areaOf(site), dermisAt)], site === 'face' ? ['pooled'] : [])
}

export const skinThickness = (head: string): string => {
  const lines = sites.map((site) => {
    const layers: SkinLayers = {
      stratumCorneum: stratumCorneumAt(site),
      epidermis: epidermisAt(site),
      dermis: dermisAt(site),
    }
    return `  ${site}: {\n${Object.entries(layers)
      .map(([name, layer]) => `    ${name}: ${JSON.stringify(layer)},\n`)
      .join('')}  },\n`
  })
  return `${head}import type { Site } from '../dose/site.ts'\nimport type { SkinLayers } from '../dose/skin-layers.ts'\n\nexport const SITE_LAYERS: Readonly<Record<Site, SkinLayers>> = {\n${lines.join('')}}\n`
}
