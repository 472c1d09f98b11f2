import { readSourceTree } from './source-tree.ts'
import { listBreaches, rules } from './walls.ts'

// `node walls/check.ts` tells every breach of the house's rules in the real tree; exit code 1 when there is one.
const tree = readSourceTree(process.cwd())
const breaches = listBreaches(tree)
for (const { path, line, rule, says } of breaches) console.log(`${path}:${line}  ${rule}  ${says}`)
console.log(`${rules.length} rules over ${tree.size} files: ${breaches.length} breaches`)
if (breaches.length > 0) process.exitCode = 1
