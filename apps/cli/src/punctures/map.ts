import { encodePng } from './png.ts'

/** The look's colours in the light: paper, garance, ink, edge. */
const PAPER = [0xfb, 0xfa, 0xf7] as const
const GARANCE = [0x8c, 0x1d, 0x3f] as const
const DEEPEST = [0x33, 0x0c, 0x1e] as const
const EDGE = [0x7f, 0x7c, 0x73] as const

type Colour = readonly [number, number, number]

/** Palette: 0 paper … 127 a hole … 191 many holes in one place, 192 ruler. */
const HOLE = 127
const DEEP = 191
const RULER = 192
/** So many holes in one place are as dark as it gets. */
const DARKEST_TIMES = 4
/** The longer side of the map, px, is at most this: a cell is never smaller than a pixel. */
const MOST_PX = 2500
const RULER_PX = 34
const MARGIN_PX = 30
const TICKS_PX = { millimetre: 7, five: 12, ten: 18 }

export type Map = {
  /** Takes one row of the raster: how often each of its cells is covered. */
  see(row: number, times: Uint8Array): void
  png(): Buffer
}

/** A map of the skin from above: holes are garance dots on paper, darker where they overlap, a ruler at left and below. */
export function makeMap(area: { widthMm: number; heightMm: number; cellUm: number }): Map {
  const columns = Math.round((area.widthMm * 1000) / area.cellUm)
  const rows = Math.round((area.heightMm * 1000) / area.cellUm)
  const cells = Math.max(1, Math.ceil(Math.max(columns, rows) / MOST_PX))
  const [across, down] = [Math.floor(columns / cells), Math.floor(rows / cells)]
  const [width, height] = [RULER_PX + across + MARGIN_PX, MARGIN_PX + down + RULER_PX]
  const pixels = new Uint8Array(width * height)
  const covered = new Uint16Array(across)
  const beyond = new Uint16Array(across)

  const finish = (line: number) => {
    for (let at = 0; at < across; at++) {
      const dark = beyond[at]! / (cells * cells * (DARKEST_TIMES - 1))
      const shade = (HOLE * covered[at]!) / (cells * cells)
      pixels[(MARGIN_PX + line) * width + RULER_PX + at] =
        dark > 0 && shade > HOLE - 1 ? HOLE + Math.min(DEEP - HOLE, Math.ceil((DEEP - HOLE) * dark)) : Math.round(shade)
    }
    covered.fill(0)
    beyond.fill(0)
  }

  return {
    see(row, times) {
      const line = Math.floor(row / cells)
      if (line >= down) return
      for (let cell = 0; cell < across * cells; cell++) {
        const count = times[cell]!
        if (count === 0) continue
        const at = Math.floor(cell / cells)
        covered[at]! += 1
        beyond[at]! += count - 1
      }
      if (row % cells === cells - 1) finish(line)
    },
    png() {
      const pxPerMm = 1000 / area.cellUm / cells
      const mark = (x: number, y: number) => {
        pixels[Math.round(y) * width + Math.round(x)] = RULER
      }
      const [left, below] = [RULER_PX - 8, MARGIN_PX + down + 7]
      for (let mm = 0; mm <= area.widthMm; mm++)
        for (let px = 0; px < tickPx(mm); px++) mark(RULER_PX + Math.min(across - 1, mm * pxPerMm), below + px)
      for (let mm = 0; mm <= area.heightMm; mm++)
        for (let px = 0; px < tickPx(mm); px++) mark(left - px, MARGIN_PX + Math.max(0, down - 1 - mm * pxPerMm))
      return encodePng({ width, height, palette: makePalette(), pixels })
    },
  }
}

const tickPx = (mm: number) => (mm % 10 === 0 ? TICKS_PX.ten : mm % 5 === 0 ? TICKS_PX.five : TICKS_PX.millimetre)

function makePalette(): Uint8Array {
  const palette = new Uint8Array(3 * (RULER + 1))
  const mix = (from: Colour, to: Colour, share: number) => from.map((value, at) => value + (to[at]! - value) * share)
  for (let at = 0; at <= HOLE; at++) palette.set(mix(PAPER, GARANCE, at / HOLE), 3 * at)
  for (let at = HOLE + 1; at <= DEEP; at++) palette.set(mix(GARANCE, DEEPEST, (at - HOLE) / (DEEP - HOLE)), 3 * at)
  palette.set(EDGE, 3 * RULER)
  return palette
}
