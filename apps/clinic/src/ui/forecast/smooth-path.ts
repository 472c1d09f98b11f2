export type Point = readonly [x: number, y: number]

const write = (value: number) => String(Math.round(value * 10) / 10)

/**
 * A line through points that rise in x (or fall), rounded and never past a peak or a trough (Fritsch and Carlson): a smooth forecast
 * must not go under zero between two days. `begin` is M, or L to go on from another line.
 */
export function smoothPath(points: readonly Point[], begin: 'M' | 'L' = 'M'): string {
  const [first, ...rest] = points
  if (!first) return ''
  const slopes = slopesOf(points)
  let path = `${begin}${write(first[0])} ${write(first[1])}`
  let [fromX, fromY] = first
  let fromSlope = slopes[0]!
  for (const [at, [x, y]] of rest.entries()) {
    const third = (x - fromX) / 3
    const slope = slopes[at + 1]!
    path += `C${write(fromX + third)} ${write(fromY + third * fromSlope)} ${write(x - third)} ${write(y - third * slope)} ${write(x)} ${write(y)}`
    fromX = x
    fromY = y
    fromSlope = slope
  }
  return path
}

/** The outline between an upper and a lower line. */
export function bandPath(upper: readonly Point[], lower: readonly Point[]): string {
  return `${smoothPath(upper)}${smoothPath([...lower].reverse(), 'L')}Z`
}

function slopesOf(points: readonly Point[]): number[] {
  const count = points.length
  const secants: number[] = []
  for (let at = 0; at + 1 < count; at += 1) {
    const [x, y] = points[at]!
    const [nextX, nextY] = points[at + 1]!
    secants.push(nextX !== x ? (nextY - y) / (nextX - x) : 0)
  }
  return points.map((_, at) => {
    const before = secants[at - 1] ?? secants[at] ?? 0
    const after = secants[at] ?? before
    if (before * after <= 0) return 0
    return (2 * before * after) / (before + after)
  })
}
