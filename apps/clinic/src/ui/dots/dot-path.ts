import type { Dot } from './throw-darts.ts'

/** Bands of 8 px keep neighbours together, so that relative moves stay short and compress well. */
const BAND_PX = 8

/** Drawing units per px: half px for a large field, a fifth for dots under 2.6 px where rounding would show. */
export const unitsPerPx = (diameterPx: number): 2 | 5 => (diameterPx < 2.6 ? 5 : 2)

const inBands = (dots: readonly Dot[]): Dot[] =>
  [...dots].sort((a, b) => Math.floor(a.y / BAND_PX) - Math.floor(b.y / BAND_PX) || a.x - b.x)

const move = (dx: number, dy: number): string => `m${dx}${dy < 0 ? '' : ' '}${dy}`

/** One path of round dots, to be stroked with round caps at `diameter x units` under `scale(1 / units)`. */
export const dotPath = (dots: readonly Dot[], units: number): string => {
  let path = ''
  let fromX = 0
  let fromY = 0
  for (const dot of inBands(dots)) {
    const x = Math.round(dot.x * units)
    const y = Math.round(dot.y * units)
    path += `${move(x - fromX, y - fromY)}h0`
    fromX = x
    fromY = y
  }
  return path
}

/** One path of short dashes centred on their dots; `tiltPx` is the largest rise over the length. */
export const dashPath = (dots: readonly Dot[], units: number, lengthPx: number, tiltPx = 0.5): string => {
  const length = Math.round(lengthPx * units)
  let path = ''
  let fromX = 0
  let fromY = 0
  for (const dot of inBands(dots)) {
    const x = Math.round((dot.x - lengthPx / 2) * units)
    const y = Math.round(dot.y * units)
    const rise = Math.round((2 * ((dot.pick * 97) % 1) - 1) * tiltPx * units) || 0
    path += `${move(x - fromX, y - fromY)}${rise === 0 ? `h${length}` : `l${length}${rise < 0 ? '' : ' '}${rise}`}`
    fromX = x + length
    fromY = y + rise
  }
  return path
}
