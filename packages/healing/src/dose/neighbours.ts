/** How far each hole is from the next one. */
export interface NeighbourDistances {
  readonly meanMm: number
  readonly p5Mm: number
  readonly p50Mm: number
  readonly p95Mm: number
  /** Mean over that of as many holes fallen at random, 1/(2 sqrt(density)): 1 = random, 2.15 = a perfect honeycomb (Clark and Evans). */
  readonly regularity: number
}

/** More holes than this are sampled, evenly. */
const MOST_ASKED = 100_000

/**
 * Distances to the nearest other hole, of holes inside the area; those around it count as neighbours.
 * @returns undefined when fewer than two holes are there
 */
export function neighbourDistances(
  { xMm, yMm }: { readonly xMm: Float32Array; readonly yMm: Float32Array },
  area: { readonly widthMm: number; readonly heightMm: number },
): NeighbourDistances | undefined {
  const grid = makeGrid(xMm, yMm)
  const inside: number[] = []
  for (let at = 0; at < xMm.length; at += 1) {
    const x = xMm[at]!
    const y = yMm[at]!
    if (x >= 0 && y >= 0 && x < area.widthMm && y < area.heightMm) inside.push(at)
  }
  if (inside.length < 2) return undefined
  const step = Math.max(1, inside.length / MOST_ASKED)
  const asked = Math.floor(inside.length / step)
  const distances = new Float64Array(asked)
  for (let at = 0; at < asked; at += 1) distances[at] = nearest(grid, xMm, yMm, inside[Math.floor(at * step)]!)
  distances.sort()
  const meanMm = distances.reduce((sum, distance) => sum + distance, 0) / asked
  const perMm2 = inside.length / (area.widthMm * area.heightMm)
  const quantile = (share: number) => distances[Math.min(asked - 1, Math.floor(share * asked))]!
  return {
    meanMm,
    p5Mm: quantile(0.05),
    p50Mm: quantile(0.5),
    p95Mm: quantile(0.95),
    regularity: meanMm * 2 * Math.sqrt(perMm2),
  }
}

interface Grid {
  readonly cellMm: number
  readonly columns: number
  readonly rows: number
  readonly left: number
  readonly top: number
  /** Where the holes of a cell begin in `order`. */
  readonly start: Int32Array
  readonly order: Int32Array
}

/** About one hole a cell. */
function makeGrid(xMm: Float32Array, yMm: Float32Array): Grid {
  let [left, right, top, bottom] = [0, 1e-6, 0, 1e-6]
  for (let at = 0; at < xMm.length; at += 1) {
    left = Math.min(left, xMm[at]!)
    right = Math.max(right, xMm[at]!)
    top = Math.min(top, yMm[at]!)
    bottom = Math.max(bottom, yMm[at]!)
  }
  const cellMm = Math.sqrt(((right - left) * (bottom - top)) / Math.max(1, xMm.length))
  const columns = Math.floor((right - left) / cellMm) + 1
  const rows = Math.floor((bottom - top) / cellMm) + 1
  const cellOf = (at: number) =>
    Math.floor((yMm[at]! - top) / cellMm) * columns + Math.floor((xMm[at]! - left) / cellMm)
  const start = new Int32Array(columns * rows + 1)
  for (let at = 0; at < xMm.length; at += 1) start[cellOf(at) + 1]! += 1
  for (let cell = 1; cell < start.length; cell += 1) start[cell]! += start[cell - 1]!
  const next = start.slice()
  const order = new Int32Array(xMm.length)
  for (let at = 0; at < xMm.length; at += 1) {
    const cell = cellOf(at)
    order[next[cell]!] = at
    next[cell]! += 1
  }
  return { cellMm, columns, rows, left, top, start, order }
}

/** Rings of cells outwards until none can hold a nearer one. */
function nearest(grid: Grid, xMm: Float32Array, yMm: Float32Array, of: number): number {
  const { cellMm, columns, rows, left, top, start, order } = grid
  const x = xMm[of]!
  const y = yMm[of]!
  const column = Math.floor((x - left) / cellMm)
  const row = Math.floor((y - top) / cellMm)
  let best = Number.POSITIVE_INFINITY
  for (let ring = 0; ring < columns + rows && (ring - 1) * cellMm <= best; ring += 1) {
    for (let r = Math.max(0, row - ring); r <= Math.min(rows - 1, row + ring); r += 1) {
      const isEdge = r === row - ring || r === row + ring
      const step = isEdge ? 1 : Math.max(1, 2 * ring)
      for (let c = column - ring; c <= column + ring; c += step) {
        if (c < 0 || c >= columns) continue
        const cell = r * columns + c
        for (let at = start[cell]!; at < start[cell + 1]!; at += 1) {
          const other = order[at]!
          if (other !== of) best = Math.min(best, Math.hypot(xMm[other]! - x, yMm[other]! - y))
        }
      }
    }
  }
  return best
}
