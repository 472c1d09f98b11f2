import { dashPath, dotPath } from '../dots/dot-path.ts'
import { throwDarts } from '../dots/throw-darts.ts'
import tokens from '../tokens.json' with { type: 'json' }
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
  const near = (distance: number, within: number) => Math.exp(-((distance / (within * cellScale)) ** 2))
  const dots = throwDarts({
    width,
    height,
    pitch: 3.9 * cellScale,
    seed: tokens.dots.skin.seed + 5,
    tries: tokens.dots.skin.tries,
    density: (x, y) => {
      shares.fill(0)
      const depth = depthOf(x, y)
      if (depth < 0.03 || channels.length === 0) return shares
      let distance = Number.POSITIVE_INFINITY
      for (const channel of channels) distance = Math.min(distance, Math.abs(channel - x))
      // The channels thin out towards their deepest possible end.
      const along = depth < p50 ? 1 : depth < p95 ? 0.55 * (1 - (depth - p50) / Math.max(0.05, p95 - p50)) : 0
      const defence = near(distance, reach.defence) * along
      const onBase = depth > 0.6 * epidermisMm && depth < 1.5 * epidermisMm ? 0.28 : 0
      const fresh = Math.max(near(distance, reach.fresh) * along, onBase * Math.min(1, p50 / epidermisMm))
      const settled =
        Math.exp(-(((depth - collagenAtMm) / collagenSpreadMm) ** 2)) * (0.25 + 0.75 * near(distance, reach.collagen))
      const surely = depth < p50 ? 1 : 0
      shares[0] = 0.95 * inflammation.p50 * defence * surely
      shares[1] = 0.95 * (inflammation.p95 - inflammation.p50 * surely) * defence * 0.5
      shares[2] = 0.6 * newCells.p50 * fresh * surely
      shares[3] = 0.6 * (newCells.p95 - newCells.p50 * surely) * fresh * 0.5
      shares[4] = depth * unitsPerMm > 12 ? 0.34 * newCollagen.p50 * settled : 0
      const sum = shares[0]! + shares[1]! + shares[2]! + shares[3]! + shares[4]!
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
