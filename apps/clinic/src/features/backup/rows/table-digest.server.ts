import { createHash } from 'node:crypto'
import type { TableDigest } from '../manifest.ts'

/** Counts and hashes a table's lines as they pass. */
export function makeTableDigest(name: string, columns: string[]) {
  const hash = createHash('sha256')
  let rows = 0
  return {
    take(lines: Buffer): void {
      hash.update(lines)
      for (let at = lines.indexOf(10); at >= 0; at = lines.indexOf(10, at + 1)) rows += 1
    },
    rows: () => rows,
    end: (): TableDigest => ({ name, columns, rows, sha256: hash.digest('hex') }),
  }
}
