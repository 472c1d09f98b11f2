/** Wilson's interval of a share, 95 %: what a coverage counted on few rows still allows. */
export function wilsonInterval(hits: number, n: number): readonly [low: number, high: number] {
  if (n === 0) return [0, 1]
  const z = 1.959964
  const share = hits / n
  const centre = share + (z * z) / (2 * n)
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))
  const scale = 1 + (z * z) / n
  return [Math.max(0, (centre - half) / scale), Math.min(1, (centre + half) / scale)]
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
