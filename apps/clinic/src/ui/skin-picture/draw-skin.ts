import { dotPath } from '../dots/dot-path.ts'
import { mulberry32 } from '../dots/mulberry32.ts'
import { type Dot, throwDarts } from '../dots/throw-darts.ts'
import { skinStyle } from '../forecast/dot-style.ts'
import { drawCells, type SkinCells } from './draw-cells.ts'
import { type SkinPicture, skinThickness } from './skin-picture.ts'
import { channelXs, type SkinView } from './skin-view.ts'

/** Paths in fifths of a unit, to be stroked with round caps under `scale(0.2)`. */
export const drawnUnits = 5

/** The cross-section as paths. The tissue is the same on every day of a site; the rest follows the day. */
export interface DrawnSkin {
  readonly width: number
  readonly height: number
  readonly horny: string
  readonly tissue: string
  readonly fibres: string
  readonly fat: string
  /** Walls as far as every course reaches, in units. */
  readonly walls: string
  /** Dots where a channel may go on. */
  readonly perhaps: string
  readonly ends: readonly { x: number; y: number }[]
  /** Over each channel: closed in the median (ring), closed surely (dot), or open. */
  readonly lids: readonly { x: number; y: number; state: 'ring' | 'closed' }[]
  readonly cells: SkinCells
  readonly channels: readonly number[]
}

/** Height of the surface at x: skin is never flat. */
export function surfaceY(x: number, { above }: SkinView): number {
  return above + 1.4 * Math.sin(x / 41 + 1) + 0.9 * Math.sin(x / 17)
}

export function drawSkin(picture: SkinPicture, view: SkinView): DrawnSkin {
  return keptDrawings(JSON.stringify([picture, view]), () => draw(picture, view))
}

function draw(picture: SkinPicture, view: SkinView): DrawnSkin {
  const width = view.widthMm * view.unitsPerMm
  const height = view.above + view.depthMm * view.unitsPerMm
  const channels = channelXs(picture, view)
  const gapUnits = channelWidth(picture.gap.p50, view)
  const depthOf = (x: number, y: number) => (y - surfaceY(x, view)) / view.unitsPerMm
  const lidY = view.above - 7
  return {
    width,
    height,
    channels,
    horny: hornyPath(width, view, channels, gapUnits),
    // The same on every day of a place, and most of the work.
    ...keptTissues(JSON.stringify([picture.layers, view]), () => ({
      tissue: tissuePath(picture, view, width, height, depthOf),
      fibres: fibrePath(picture, view, width, height, depthOf),
      fat: fatPath(picture, view, width, height, depthOf),
    })),
    ...channelPaths(picture, view, channels, gapUnits),
    lids: channels.flatMap((x) => {
      if (gapUnits > 0) return []
      return [{ x, y: lidY, state: channelWidth(picture.gap.p95, view) > 0 ? ('ring' as const) : ('closed' as const) }]
    }),
    cells: drawCells(picture, view, { width, height, channels, depthOf }),
  }
}

type Tissue = Pick<DrawnSkin, 'tissue' | 'fibres' | 'fat'>
const keptDrawings = makeKept<DrawnSkin>(64)
const keptTissues = makeKept<Tissue>(24)

/** Keeps the last `most` things made: days are looked at again, and a server draws the same page for everybody. */
function makeKept<Made>(most: number) {
  const kept = new Map<string, Made>()
  return (key: string, make: () => Made): Made => {
    const made = kept.get(key) ?? make()
    // Asked again = last to go.
    kept.delete(key)
    kept.set(key, made)
    if (kept.size > most) kept.delete(kept.keys().next().value!)
    return made
  }
}

/** A gap under this share lets nothing through: micropores count as closed (K0015-17). */
const closedGap = 0.2315

/** Width of a channel at the surface, in units. */
export function channelWidth(gap: number, { cellScale }: SkinView): number {
  return Math.max(0, (8 * cellScale * (gap - closedGap)) / (1 - closedGap))
}

/** Flat dead cells, so near that they make a line, broken where a channel is open. */
function hornyPath(width: number, view: SkinView, channels: readonly number[], gap: number): string {
  const dots: Dot[] = []
  for (let x = 0; x <= width; x += 2.15)
    if (!channels.some((channel) => Math.abs(channel - x) < gap / 2 + (gap > 0 ? 1 : 0)))
      dots.push({ x, y: surfaceY(x, view) + (x % 4.3 < 2.15 ? 0.3 : -0.3), hue: 0, pick: 0 })
  return dotPath(dots, drawnUnits)
}

const { pitch, seed, tries } = skinStyle

/** 1 well above a boundary, 0 well below, over a spread of one sd on each side. */
function fade(depth: number, at: number, sd: number): number {
  return 1 / (1 + Math.exp((1.7 * (depth - at)) / Math.max(sd, 0.004)))
}

/** Living epidermis, dense at the top, with its wavy base; under it the fine papillary dermis. */
function tissuePath(picture: SkinPicture, view: SkinView, width: number, height: number, depthOf: DepthOf): string {
  const epidermis = picture.layers.find(({ id }) => id === 'epidermis')!
  const papillary = picture.layers.find(({ id }) => id === 'papillary')!
  const shares = [0]
  const size = pitch * (1 + (view.cellScale - 1) * 0.8)
  const dots = throwDarts({
    width,
    height: Math.min(height, view.above + papillary.toMm * 1.6 * view.unitsPerMm),
    pitch: size,
    seed,
    tries,
    density: (x, y) => {
      const depth = depthOf(x, y)
      if (depth < 0.016) shares[0] = 0
      else {
        const base = epidermis.toMm * (1 + 0.22 * Math.sin(x / (7.5 * view.cellScale)) + 0.1 * Math.sin(x / 23))
        const living = fade(depth, base, Math.min(epidermis.sdMm, base * 0.3))
        const within = Math.min(1, depth / base)
        shares[0] = living * (0.98 - 0.41 * within) + (1 - living) * 0.33 * fade(depth, papillary.toMm, 0.03)
      }
      return shares
    },
  })
  return dotPath(dots, drawnUnits)
}

/** Nobody sees a fibre lie half a px or some degrees elsewhere; the page gets lighter. */
const slopeStep = 0.14
const gridUnits = 4
const onGrid = (px: number) => gridUnits * Math.round((px * drawnUnits) / gridUnits)

/** Fibres of the reticular dermis lie along a slow wave and fade out where the skin may end. */
function fibrePath(picture: SkinPicture, view: SkinView, width: number, height: number, depthOf: DepthOf): string {
  const papillary = picture.layers.find(({ id }) => id === 'papillary')!
  const { meanMm, sdMm } = skinThickness(picture)
  const shares = [0]
  const dots = throwDarts({
    width,
    height,
    pitch: 4.6 * view.cellScale,
    seed: seed + 1,
    tries,
    density: (x, y) => {
      const depth = depthOf(x, y)
      shares[0] = 0.6 * (1 - fade(depth, papillary.toMm * 0.92, 0.02)) * fade(depth, meanMm, sdMm)
      return shares
    },
  })
  const half = 2.7 * view.cellScale * drawnUnits
  let path = ''
  let [fromX, fromY] = [0, 0]
  // In bands, each from where the last one ended: short numbers, which compress well.
  for (const { x, y, pick } of dots.sort((a, b) => Math.floor(a.y / 8) - Math.floor(b.y / 8) || a.x - b.x)) {
    const slope = slopeStep * Math.round((0.5 * Math.sin(x / 44 + y / 60) + 0.2 * (pick - 0.5)) / slopeStep)
    const [dx, dy] = [Math.round(half * Math.cos(slope)), Math.round(half * Math.sin(slope))]
    const [startX, startY] = [onGrid(x) - dx, onGrid(y) - dy]
    path += `m${startX - fromX} ${startY - fromY}l${2 * dx} ${2 * dy}`
    fromX = startX + 2 * dx
    fromY = startY + 2 * dy
  }
  return path
}

/** Fat: rings, more of them the surer it is that the skin has ended. The stroke's own dashes make them dotted. */
function fatPath(picture: SkinPicture, view: SkinView, width: number, height: number, depthOf: DepthOf): string {
  const { meanMm, sdMm } = skinThickness(picture)
  const random = mulberry32(seed + 2)
  const rings: { x: number; y: number; r: number }[] = []
  for (let dart = 0; dart < 900; dart += 1) {
    const r = (9 + 7 * random()) * view.cellScale
    const x = random() * width
    const y = view.above + random() * (height + r - view.above)
    const depth = depthOf(x, y - r * 0.4)
    // However unsure the thickness: no fat in the upper half of the skin.
    if (random() > 0.5 * (1 - fade(depth, meanMm + 0.1, sdMm)) || depthOf(x, y - r) < 0.5 * meanMm) continue
    if (rings.some((ring) => Math.hypot(ring.x - x, ring.y - y) < ring.r + r + 2)) continue
    rings.push({ x, y, r })
  }
  return rings.map(ringPath).join('')
}

function ringPath({ x, y, r }: { x: number; y: number; r: number }): string {
  const [left, middle, radius] = [(x - r) * drawnUnits, y * drawnUnits, r * drawnUnits].map(Math.round)
  const half = (side: 1 | -1) => `a${radius} ${radius} 0 1 1 ${side * 2 * radius!} 0`
  return `M${left} ${middle}${half(1)}${half(-1)}`
}

export type DepthOf = (x: number, y: number) => number

/** Solid walls to where nineteen courses in twenty reach, dots to the median, sparser dots to the deepest, then a question. */
function channelPaths(picture: SkinPicture, view: SkinView, channels: readonly number[], gap: number) {
  const { p5, p50, p95 } = picture.channelDepthMm
  let walls = ''
  const dots: Dot[] = []
  const ends: { x: number; y: number }[] = []
  for (const x of channels) {
    const top = surfaceY(x, view)
    const yOf = (mm: number) => top + mm * view.unitsPerMm
    if (gap > 0) {
      const foot = Math.min(gap * 0.3, 1.6)
      for (const side of [-1, 1])
        walls += `M${(x + (side * gap) / 2).toFixed(1)} ${(top - 2).toFixed(1)}L${(x + side * foot).toFixed(1)} ${yOf(p5).toFixed(1)}`
    }
    const column = (fromMm: number, toMm: number, step: number) => {
      for (let y = yOf(fromMm) + step / 2; y <= yOf(toMm); y += step) dots.push({ x, y, hue: 0, pick: 0 })
    }
    if (gap === 0) column(0.03, p5, 3.6)
    column(p5, p50, 4.6)
    column(p50, p95, 8.4)
    if (p95 - p5 > 0.1 && p95 + 0.12 < view.depthMm) ends.push({ x, y: yOf(p95) + 12 })
  }
  return { walls, perhaps: dotPath(dots, drawnUnits), ends }
}
