/** One dot or dash, in the units of the picture. */
export type Mark = { readonly x: number; readonly y: number; readonly turn: number }

/** A field to fill: density 0..1 at a place; spacing of the densest dots; tries per dot area. */
export type Field = {
  readonly width: number
  readonly height: number
  readonly pitch: number
  readonly tries: number
  readonly seed: number
  density(x: number, y: number): number
}

/**
 * Seeded darts: density is amount, and only the spacing varies. The same seed gives the same drawing.
 * A try at density d keeps its place when no kept dot is nearer than pitch / sqrt(d).
 */
export function placeMarks({ width, height, pitch, tries, seed, density }: Field): Mark[] {
  const random = mulberry32(seed)
  const cell = pitch
  const columns = Math.ceil(width / cell) + 1
  const grid = new Map<number, Mark[]>()
  const kept: Mark[] = []
  const count = (tries * width * height) / (pitch * pitch)
  for (let k = 0; k < count; k++) {
    const mark = { x: random() * width, y: random() * height, turn: random() }
    const amount = density(mark.x, mark.y)
    if (amount < 0.012) continue
    const spacing = pitch / Math.sqrt(Math.min(1, amount))
    if (hasNear(grid, columns, cell, mark, spacing)) continue
    kept.push(mark)
    const key = Math.floor(mark.y / cell) * columns + Math.floor(mark.x / cell)
    const list = grid.get(key)
    if (list) list.push(mark)
    else grid.set(key, [mark])
  }
  return kept
}

function hasNear(grid: Map<number, Mark[]>, columns: number, cell: number, mark: Mark, spacing: number): boolean {
  const reach = Math.ceil(spacing / cell)
  const column = Math.floor(mark.x / cell)
  const row = Math.floor(mark.y / cell)
  for (let r = row - reach; r <= row + reach; r++)
    for (let c = Math.max(0, column - reach); c <= Math.min(columns - 1, column + reach); c++)
      for (const other of grid.get(r * columns + c) ?? [])
        if ((other.x - mark.x) ** 2 + (other.y - mark.y) ** 2 < spacing * spacing) return true
  return false
}

function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const tenth = (value: number) => Math.round(value * 10) / 10

/** One path of round dots; the stroke's width is their size. */
export function dotsPath(marks: readonly Mark[], x: number, y: number): string {
  return marks.map((mark) => `M${tenth(x + mark.x)} ${tenth(y + mark.y)}h0`).join('')
}

/** One path of short dashes, lying within a quarter turn: fibres. */
export function dashesPath(marks: readonly Mark[], x: number, y: number, length: number): string {
  return marks
    .map((mark) => {
      const angle = (mark.turn - 0.5) * 0.9
      const dx = length * Math.cos(angle)
      const dy = length * Math.sin(angle)
      return `M${tenth(x + mark.x - dx / 2)} ${tenth(y + mark.y - dy / 2)}l${tenth(dx)} ${tenth(dy)}`
    })
    .join('')
}
