import { makeRandom } from '../random.ts'
import { skinAt } from './anatomy.ts'
import { type Channel, coveredShare, widthAt } from './channel.ts'
import { holesPerCm2, type NeedlingTreatment } from './device.ts'
import { type DoseDraw, logOdds, MEDIAN_DOSE_DRAW, numbersOf, shareOf } from './dose-draw.ts'
import { makeHoleList } from './hole-list.ts'
import { channelOf } from './needling-dose.ts'
import { type NeighbourDistances, neighbourDistances } from './neighbours.ts'
import { countOverlaps, OVERLAP_BINS } from './overlap.ts'
import { patternOf } from './patterns.ts'
import type { Site } from './site.ts'
import { makeStencils } from './stencils.ts'

export interface PunctureOptions {
  readonly widthMm: number
  readonly heightMm: number
  /** Side of a cell of the raster, µm. */
  readonly cellUm: number
  readonly seed: number
  /** Directions of the passes in degrees, taken in turn. */
  readonly directionsDegrees: readonly number[]
  /** Where the holes are counted and drawn; 0 = at the surface. */
  readonly atDepthMm: number
  readonly draw: DoseDraw
  /** Given each finished row of the raster: how often each cell is covered. The array is reused. */
  readonly see?: (row: number, times: Uint8Array) => void
  /** Told how much of the work is done, 0..1. */
  readonly reach?: (share: number) => void
}

/** Every hole of every needle on a piece of skin. Shares are 0..1. */
export interface Punctures {
  readonly holes: number
  readonly holesPerCm2: number
  /** Share of the plane at `atDepthMm` that lies in a hole. */
  readonly coverage: number
  /** Share of the plane covered by no hole, one, two, …; ends with the last that occurs. */
  readonly overlap: readonly number[]
  readonly neighbours: NeighbourDistances | undefined
  /** Share of the holes whose depth lies in each step of `stepMm` from the surface. */
  readonly depths: { readonly stepMm: number; readonly shares: readonly number[] }
  /** Share of the holes that reach the layer. */
  readonly reaching: Readonly<Record<'epidermis' | 'papillaryDermis' | 'reticularDermis' | 'belowSkin', number>>
  /** What the closed form says of the same plane, all needles equally deep. */
  readonly closedForm: { readonly holesPerCm2: number; readonly coverage: number }
}

export const PUNCTURE_DEFAULTS: PunctureOptions = {
  widthMm: 50,
  heightMm: 50,
  cellUm: 10,
  seed: 1,
  directionsDegrees: [0, 90, 45, 135],
  atDepthMm: 0,
  draw: MEDIAN_DOSE_DRAW,
}

/** Depths that are told apart: quantiles of the scatter between needles. */
const DEPTHS = 64
/** Share of the work that laying the holes is; the raster is the rest. */
const LAYING = 0.3
const HISTOGRAM_STEPS = 20

/**
 * Simulates a treatment hole by hole: the tool's own pattern, moved over the skin by a hand that strays, pass after pass in
 * turning directions; each needle goes as deep as it happens to. The same seed gives the same holes.
 */
export function simulatePunctures(
  treatment: NeedlingTreatment,
  person: { readonly site: Site; readonly ageYears: number },
  options: Partial<PunctureOptions> = {},
): Punctures {
  const settings = { ...PUNCTURE_DEFAULTS, ...options }
  const { widthMm, heightMm, cellUm, draw, atDepthMm } = settings
  const random = makeRandom(settings.seed)
  const channel = channelOf(treatment, draw)
  const channels = scatteredChannels(channel, treatment, draw)
  const radiiCells = channels.map((one) => (widthAt(one, atDepthMm) * 500) / cellUm)
  const stencils = makeStencils(radiiCells)
  // Far enough around for neighbours and for holes that reach in.
  const holes = makeHoleList(settings, Math.max(3, (stencils.reach * cellUm) / 500))

  const pattern = patternOf(treatment, settings, random)
  const perPass = treatment.passes > 0 ? holesPerCm2(treatment, draw) / treatment.passes : 0
  for (let pass = 0; pass < treatment.passes && perPass > 0; pass += 1) {
    const { directionsDegrees } = settings
    const directionDegrees = directionsDegrees[pass % directionsDegrees.length] ?? 0
    // A part of a pass is a thinner one.
    pattern({ directionDegrees, holesPerCm2: perPass * Math.min(1, treatment.passes - pass) }, holes)
    settings.reach?.((LAYING * (pass + 1)) / treatment.passes)
  }
  const places = holes.done()
  const depthOf = Uint8Array.from(places.xMm, () => random.integer(DEPTHS))

  const area = { columns: Math.round((widthMm * 1000) / cellUm), rows: Math.round((heightMm * 1000) / cellUm) }
  const inCells = (values: Float32Array) => values.map((value) => (value * 1000) / cellUm)
  const placed = { count: depthOf.length, x: inCells(places.xMm), y: inCells(places.yMm), radius: depthOf }
  const counts = countOverlaps(placed, stencils, area, (row, times) => {
    settings.see?.(row, times)
    if (row % 64 === 0) settings.reach?.(LAYING + ((1 - LAYING) * row) / area.rows)
  })
  settings.reach?.(1)

  const isInside = (at: number) =>
    places.xMm[at]! >= 0 && places.xMm[at]! < widthMm && places.yMm[at]! >= 0 && places.yMm[at]! < heightMm
  const inside = depthOf.filter((_, at) => isInside(at))
  const expected = holesPerCm2(treatment, draw)
  return {
    holes: inside.length,
    holesPerCm2: (100 * inside.length) / (widthMm * heightMm),
    ...sharesOf(counts),
    neighbours: neighbourDistances(places, settings),
    ...depthsOf(inside, channels, treatment, skinAt(person.site, person.ageYears, draw)),
    closedForm: { holesPerCm2: expected, coverage: coveredShare(expected, widthAt(channel, atDepthMm)) },
  }
}

/** The same needle at each depth class: penetration scatters by a logistic law around the draw's. */
function scatteredChannels(channel: Channel, { needleMm, passes }: NeedlingTreatment, draw: DoseDraw): Channel[] {
  const middle = passes > 0 ? logOdds(channel.depthMm / needleMm) : 0
  const scale = (numbersOf(draw)('depthScatter') * Math.sqrt(3)) / Math.PI
  return Array.from({ length: DEPTHS }, (_, at) => ({
    ...channel,
    depthMm: passes > 0 ? needleMm * shareOf(middle + scale * logOdds((at + 0.5) / DEPTHS)) : 0,
  }))
}

function sharesOf(counts: Float64Array): { coverage: number; overlap: number[] } {
  const cells = counts.reduce((sum, count) => sum + count, 0)
  let last = OVERLAP_BINS - 1
  while (last > 0 && counts[last] === 0) last -= 1
  const overlap = Array.from(counts.subarray(0, last + 1), (count) => count / cells)
  return { coverage: 1 - overlap[0]!, overlap }
}

function depthsOf(
  inside: Uint8Array,
  channels: readonly Channel[],
  { needleMm }: NeedlingTreatment,
  skin: ReturnType<typeof skinAt>,
): Pick<Punctures, 'depths' | 'reaching'> {
  const stepMm = needleMm / HISTOGRAM_STEPS
  const shares = new Array<number>(HISTOGRAM_STEPS).fill(0)
  const holesAt = new Int32Array(channels.length)
  for (const depth of inside) holesAt[depth]! += 1
  const shareWhere = (holds: (depthMm: number) => boolean) =>
    channels.reduce((sum, { depthMm }, at) => sum + (holds(depthMm) ? holesAt[at]! : 0), 0) / (inside.length || 1)
  channels.forEach(({ depthMm }, at) => {
    shares[Math.min(HISTOGRAM_STEPS - 1, Math.floor(depthMm / stepMm))]! += holesAt[at]! / (inside.length || 1)
  })
  const { stratumCorneumMm, epidermisMm, papillaryDermisMm, dermisMm } = skin
  return {
    depths: { stepMm, shares },
    reaching: {
      epidermis: shareWhere((depth) => depth > stratumCorneumMm),
      papillaryDermis: shareWhere((depth) => depth > epidermisMm),
      reticularDermis: shareWhere((depth) => depth > epidermisMm + papillaryDermisMm),
      belowSkin: shareWhere((depth) => depth > epidermisMm + dermisMm),
    },
  }
}
