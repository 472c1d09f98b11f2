import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

/** Keeps compiled code between starts. Where it cannot be kept, nothing is said and nothing is lost but time. */
export function keepCompiledCode(clone: string): void {
  enableCompileCache(join(clone, 'node_modules', '.cache', 'pointille'))
}
