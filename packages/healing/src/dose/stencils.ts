/**
 * Discs of given radii as runs of cells, ready to be laid on a raster: a cell belongs to a disc when its centre does. Each
 * radius is cut at PHASES x PHASES places of its centre within a cell, so that on the whole a disc covers neither more nor
 * fewer cells than its true area.
 */
export interface Stencils {
  /** Per stencil: its first entry in `left` and `right`, and the entry after its last. */
  readonly start: Int32Array
  readonly end: Int32Array
  /** Its first row, counted from the cell of the centre. */
  readonly top: Int32Array
  /** Per row of a stencil: first cell, and the cell after the last, counted from the cell of the centre. */
  readonly left: Int32Array
  readonly right: Int32Array
  /** No stencil reaches farther than this from the cell of its centre, in cells. */
  readonly reach: number
}

/** Along each axis; the stencil of radius k and phases (py, px) is number (k * PHASES + py) * PHASES + px. */
export const PHASES = 4
/** So that a stencil's number fits beside a column in one word. */
const MOST_RADII = 256

/** @param radiiCells at most `MOST_RADII` radii, in cells; 0 covers nothing */
export function makeStencils(radiiCells: ArrayLike<number>): Stencils {
  if (radiiCells.length > MOST_RADII) throw new RangeError(`${radiiCells.length} radii: at most ${MOST_RADII}`)
  const count = radiiCells.length * PHASES * PHASES
  const start = new Int32Array(count)
  const end = new Int32Array(count)
  const top = new Int32Array(count)
  const left: number[] = []
  const right: number[] = []
  let reach = 1
  for (let at = 0; at < count; at += 1) {
    const radius = radiiCells[Math.floor(at / (PHASES * PHASES))]!
    const centreY = ((Math.floor(at / PHASES) % PHASES) + 0.5) / PHASES
    const centreX = ((at % PHASES) + 0.5) / PHASES
    start[at] = left.length
    const last = Math.floor(centreY + radius - 0.5)
    for (let row = Math.ceil(centreY - radius - 0.5); row <= last; row += 1) {
      const half = Math.sqrt(Math.max(0, radius * radius - (row + 0.5 - centreY) ** 2))
      const first = Math.ceil(centreX - half - 0.5)
      const after = Math.floor(centreX + half - 0.5) + 1
      if (after <= first) continue
      if (left.length === start[at]) top[at] = row
      left.push(first)
      right.push(after)
      reach = Math.max(reach, -first, after, -row, row + 1)
    }
    end[at] = left.length
  }
  return { start, end, top, left: Int32Array.from(left), right: Int32Array.from(right), reach }
}
