import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Version of this Pointillé. */
export function productVersion(clone: string): string {
  return (JSON.parse(readFileSync(join(clone, 'package.json'), 'utf8')) as { version: string }).version
}
