import type { Breach, Rule } from './rule.ts'
import * as arrows from './rules/arrows.ts'
import * as names from './rules/names.ts'
import { noImportCycle } from './rules/no-import-cycle.ts'
import * as purity from './rules/purity.ts'
import { sqlInQueries } from './rules/sql-in-queries.ts'
import type { SourceTree } from './source-tree.ts'

/** The rules of the house, in the order in which ARCHITECTURE.md tells them. */
export const rules: readonly Rule[] = [
  ...Object.values(arrows),
  noImportCycle,
  sqlInQueries,
  ...Object.values(purity),
  ...Object.values(names),
]

/** Every breach of every rule in the tree, by path and line. */
export function listBreaches(tree: SourceTree): Breach[] {
  const breaches = [...tree.values()].flatMap((file) =>
    rules.flatMap((rule) =>
      rule.check(file, tree).map((finding): Breach => ({ rule: rule.name, path: file.path, ...finding })),
    ),
  )
  return breaches.sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line)
}
