import type { Rule } from '../rule.ts'
import { resolveImport } from '../source-imports.ts'
import type { SourceTree } from '../source-tree.ts'

/** Arrow 6: no import cycle, types included. The shortest cycle is told at the import that enters it. */
export const noImportCycle: Rule = {
  name: 'no-import-cycle',
  check: (file, tree) =>
    file.imports.flatMap(({ specifier, line }) => {
      const target = resolveImport(file.path, specifier)
      if (!('path' in target)) return []
      const way = shortestWay(tree, target.path, file.path)
      // Each cycle is told once, from its first file in alphabetical order.
      if (!way || way.some((path) => path < file.path)) return []
      return [{ line, says: `a cycle: ${[file.path, ...way].join(' -> ')}` }]
    }),
}

/** The files from `start` to `goal`, both included, along imports; undefined when there is no way. */
function shortestWay(tree: SourceTree, start: string, goal: string): string[] | undefined {
  const cameFrom = new Map<string, string | undefined>([[start, undefined]])
  const queue = [start]
  for (const path of queue) {
    if (path === goal) {
      const way: string[] = []
      for (let step: string | undefined = goal; step; step = cameFrom.get(step)) way.unshift(step)
      return way
    }
    for (const { specifier } of tree.get(path)?.imports ?? []) {
      const next = resolveImport(path, specifier)
      if (!('path' in next) || cameFrom.has(next.path) || !tree.has(next.path)) continue
      cameFrom.set(next.path, path)
      queue.push(next.path)
    }
  }
  return undefined
}
