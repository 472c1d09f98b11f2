import { normalQuantile } from '../outcomes/normal-distribution.ts'
import type { Random } from '../random.ts'

/**
 * Standard normals, one from the middle of each of `count` equally probable parts, in random order. One such list for each
 * doubt makes a Latin hypercube: few courses already fill the range of every doubt evenly.
 */
export function spreadNormals(count: number, random: Random): number[] {
  const normals = Array.from({ length: count }, (_, k) => normalQuantile((k + 0.5) / count))
  for (let i = count - 1; i > 0; i--) {
    const j = random.integer(i + 1)
    const kept = normals[i]!
    normals[i] = normals[j]!
    normals[j] = kept
  }
  return normals
}
