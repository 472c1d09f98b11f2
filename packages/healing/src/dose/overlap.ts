import { PHASES, type Stencils } from './stencils.ts'

/** Punctures in cells: (0, 0) is a corner of the area; some may lie outside and reach in. */
export interface PlacedHoles {
  readonly count: number
  readonly x: Float32Array
  readonly y: Float32Array
  /** Which radius of the stencils each has. */
  readonly radius: Uint8Array
}

/** Both at most 2^18. */
export interface RasterArea {
  readonly columns: number
  readonly rows: number
}

/** A cell covered this often or oftener is no puncture pattern any more: counting it throws. */
export const OVERLAP_BINS = 1024
/** Bits of a packed hole that name its stencil; the others hold its column. */
const STENCIL_BITS = 12

/**
 * How many cells of the area no hole covers, one, two, … (`OVERLAP_BINS` counts).
 *
 * The raster is never stored. Holes are sorted by their first row; each writes +1 and -1 at the ends of its runs into a
 * ring of row differences that is as high as the highest hole; when a row can change no more, one running sum reads it,
 * counts it and clears it. Margins as wide as a hole take what reaches over the edge, so nothing is clipped.
 * @param see is given each finished row: how often each of its cells is covered (255 = or oftener). The array is reused.
 */
export function countOverlaps(
  holes: PlacedHoles,
  stencils: Stencils,
  area: RasterArea,
  see?: (row: number, times: Uint8Array) => void,
): Float64Array {
  const margin = 2 * stencils.reach
  const stride = area.columns + 2 * margin
  const ringRows = 2 ** Math.ceil(Math.log2(margin + 1))
  const ring = new Int16Array(ringRows * stride)
  const counts = new Int32Array(OVERLAP_BINS)
  const times = new Uint8Array(see ? area.columns : 0)
  const sorted = sortByFirstRow(holes, stencils, area)

  // Rows are counted from the first that a hole may begin in, so that their place in the ring is never negative.
  for (let row = 0; row < area.rows + margin; row += 1) {
    layRow(sorted, row, stencils, ring, stride)
    const begin = (row & (ringRows - 1)) * stride
    if (row >= margin) {
      countRow(ring, begin, margin, area.columns, counts)
      if (see) {
        readRow(ring, begin, margin, times)
        see(row - margin, times)
      }
    }
    ring.fill(0, begin, begin + stride)
  }
  return Float64Array.from(counts)
}

interface SortedHoles {
  /** Where the holes begin whose first row is this one. */
  readonly firstOf: Int32Array
  /** Column of the centre's cell, counted from the margin's edge, and the stencil's number. */
  readonly packed: Int32Array
}

/** Counting sort: one pass to count, one to place. Holes that cannot reach into the area are left out. */
function sortByFirstRow(holes: PlacedHoles, { top, reach }: Stencils, area: RasterArea): SortedHoles {
  const { count, x, y, radius } = holes
  const margin = 2 * reach
  const lastRow = area.rows + margin + reach
  const lastColumn = area.columns + margin + reach
  const firstOf = new Int32Array(area.rows + margin + 1)
  const rows = new Int32Array(count)
  const unsorted = new Int32Array(count)
  for (let at = 0; at < count; at += 1) {
    const down = y[at]! + margin
    const along = x[at]! + margin
    rows[at] = -1
    if (!(down >= reach && down < lastRow && along >= reach && along < lastColumn)) continue
    // Both are positive: dropping the fraction is the floor, and much faster.
    const row = down | 0
    const column = along | 0
    const phase = ((down - row) * PHASES) | 0
    const stencil = (radius[at]! * PHASES + phase) * PHASES + (((along - column) * PHASES) | 0)
    const first = row + top[stencil]!
    if (first >= area.rows + margin) continue
    rows[at] = first
    unsorted[at] = (column << STENCIL_BITS) | stencil
    firstOf[first + 1]! += 1
  }
  for (let row = 1; row < firstOf.length; row += 1) firstOf[row]! += firstOf[row - 1]!
  const next = firstOf.slice()
  const packed = new Int32Array(firstOf.at(-1)!)
  for (let at = 0; at < count; at += 1) {
    const row = rows[at]!
    if (row < 0) continue
    const place = next[row]!
    next[row] = place + 1
    packed[place] = unsorted[at]!
  }
  return { firstOf, packed }
}

/** Writes the runs of every hole that begins in this row. */
function layRow(
  { firstOf, packed }: SortedHoles,
  row: number,
  { start, end, left, right }: Stencils,
  ring: Int16Array,
  stride: number,
): void {
  const last = firstOf[row + 1]!
  const top = (row * stride) % ring.length
  for (let at = firstOf[row]!; at < last; at += 1) {
    const stencil = packed[at]! & (2 ** STENCIL_BITS - 1)
    const column = packed[at]! >> STENCIL_BITS
    const after = end[stencil]!
    let begin = top
    for (let run = start[stencil]!; run < after; run += 1) {
      ring[begin + column + left[run]!]! += 1
      ring[begin + column + right[run]!]! -= 1
      begin += stride
      if (begin === ring.length) begin = 0
    }
  }
}

/** Running sum of one row: how often each cell is covered, counted. */
function countRow(ring: Int16Array, begin: number, margin: number, columns: number, counts: Int32Array): void {
  const first = begin + margin
  const after = first + columns
  let times = 0
  for (let at = begin; at < first; at += 1) times = (times + ring[at]!) | 0
  for (let at = first; at < after; at += 1) {
    times = (times + ring[at]!) | 0
    counts[times & (OVERLAP_BINS - 1)]! += 1
  }
}

function readRow(ring: Int16Array, begin: number, margin: number, times: Uint8Array): void {
  let sum = 0
  for (let at = begin; at < begin + margin; at += 1) sum += ring[at]!
  for (let at = 0; at < times.length; at += 1) {
    sum += ring[begin + margin + at]!
    times[at] = Math.min(255, sum)
  }
}
