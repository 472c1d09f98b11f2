import { dashPath, dotPath } from '../dots/dot-path.ts'
import { throwDarts } from '../dots/throw-darts.ts'
import { skinStyle } from '../forecast/dot-style.ts'
import { spareAt } from '../forecast/spare-darts.ts'
import type { SkinPicture } from './skin-picture.ts'
import type { SkinView } from './skin-view.ts'

/** Cells and fibres as paths in fifths of a unit: solid = in the median course, rings = perhaps. */
export interface SkinCells {
  readonly defence: string
  readonly defencePerhaps: string
  readonly fresh: string
  readonly freshPerhaps: string
  readonly collagen: string
}

type Ground = {
  readonly width: number
  readonly height: number
  readonly channels: readonly number[]
  readonly depthOf: (x: number, y: number) => number
}

const units = 5
/** Units from a channel within which defence cells and new cells gather. */
const reach = { defence: 12, fresh: 21, collagen: 55 }
/** New collagen settles in the upper dermis. */
const collagenAtMm = 0.34
const collagenSpreadMm = 0.26

/** Where cells gather around the channels. What lies below the median depth of the needles is only perhaps there. */
export function drawCells(
  { inflammation, newCells, newCollagen, channelDepthMm, layers }: SkinPicture,
  { cellScale, unitsPerMm }: SkinView,
  { width, height, channels, depthOf }: Ground,
): SkinCells {
  const epidermisMm = layers.find(({ id }) => id === 'epidermis')!.toMm
  const { p50, p95 } = channelDepthMm
  const shares = [0, 0, 0, 0, 0]
  const nothing = [0]
  const defenceAt = gather(width, channels, reach.defence * cellScale)
  const freshAt = gather(width, channels, reach.fresh * cellScale)
  const collagenAt = gather(width, channels, reach.collagen * cellScale)
  const defenceMore = Math.max(0, inflammation.p95 - inflammation.p50)
  const freshMore = Math.max(0, newCells.p95 - newCells.p50)
  const baseFresh = 0.28 * Math.min(1, p50 / epidermisMm)
  const dots = throwDarts({
    width,
    height,
    pitch: 3.9 * cellScale,
    seed: skinStyle.seed + 5,
    tries: skinStyle.tries,
    density: (x, y) => {
      const depth = depthOf(x, y)
      if (depth < 0.03 || channels.length === 0) return nothing
      const column = Math.floor(x)
      // The channels thin out towards their deepest possible end.
      const along = depth < p50 ? 1 : depth < p95 ? 0.55 * (1 - (depth - p50) / Math.max(0.05, p95 - p50)) : 0
      const defence = defenceAt[column]! * along
      const onBase = depth > 0.6 * epidermisMm && depth < 1.5 * epidermisMm ? baseFresh : 0
      const fresh = Math.max(freshAt[column]! * along, onBase)
      const settled = (depth - collagenAtMm) / collagenSpreadMm
      const isSure = depth < p50
      shares[0] = isSure ? 0.95 * inflammation.p50 * defence : 0
      shares[1] = 0.48 * (isSure ? defenceMore : inflammation.p95) * defence
      shares[2] = isSure ? 0.6 * newCells.p50 * fresh : 0
      shares[3] = 0.3 * (isSure ? freshMore : newCells.p95) * fresh
      shares[4] =
        depth * unitsPerMm > 12 && settled > -2 && settled < 2.4
          ? 0.34 * newCollagen.p50 * Math.exp(-settled * settled) * (0.25 + 0.75 * collagenAt[column]!)
          : 0
      const sum = shares[0] + shares[1] + shares[2] + shares[3] + shares[4]
      if (sum < 0.012 || spareAt(x, y) > sum) return nothing
      if (sum > 1) for (let hue = 0; hue < 5; hue += 1) shares[hue] = shares[hue]! / sum
      return shares
    },
  })
  const path = (hue: number) =>
    dotPath(
      dots.filter((dot) => dot.hue === hue),
      units,
    )
  return {
    defence: path(0),
    defencePerhaps: path(1),
    fresh: path(2),
    freshPerhaps: path(3),
    collagen: dashPath(
      dots.filter((dot) => dot.hue === 4),
      units,
      6 * cellScale,
      2.2,
    ),
  }
}

/** How much gathers in each column of a unit: most at a channel, less with the distance to the nearest. */
function gather(width: number, channels: readonly number[], within: number): Float64Array {
  return Float64Array.from({ length: Math.ceil(width) + 1 }, (_, x) => {
    const distance = Math.min(...channels.map((channel) => Math.abs(channel - x)))
    return Math.exp(-((distance / within) ** 2))
  })
}
