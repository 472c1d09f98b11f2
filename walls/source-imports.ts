import { posix } from 'node:path'
import ts from 'typescript'

/** One import of a file, in any of its forms: import, export from, `import('…')` as a call or as a type. */
export type SourceImport = {
  /** As written, such as `#features/plan/index.ts`. */
  specifier: string
  /** True when nothing of it is left at run time (`import type`, `export type … from`). */
  typeOnly: boolean
  line: number
}

/** Lists what a script imports, in order. `import { type A }` counts as a run-time import: it still loads the module. */
export function listImports(script: ts.SourceFile): SourceImport[] {
  const imports: SourceImport[] = []
  const add = (specifier: ts.Node | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteralLike(specifier)) return
    const line = script.getLineAndCharacterOfPosition(specifier.getStart(script)).line + 1
    imports.push({ specifier: specifier.text, typeOnly, line })
  }
  const walk = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node))
      add(node.moduleSpecifier, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)
    else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], false)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, true)
    ts.forEachChild(node, walk)
  }
  walk(script)
  return imports
}

/**
 * Where an import leads: a path of this repository, or the package's own specifier when it leads outside
 * (`kysely`, `node:fs`, `$app/forms`).
 */
export function resolveImport(fromPath: string, specifier: string): { path: string } | { outside: string } {
  if (specifier.startsWith('.')) return { path: posix.normalize(posix.join(posix.dirname(fromPath), specifier)) }
  if (specifier.startsWith('#')) return { path: `apps/clinic/src/${specifier.slice(1)}` }
  const ours = /^@pointille\/([^/]+)$/.exec(specifier)
  if (ours) return { path: `packages/${ours[1]}/src/index.ts` }
  return { outside: specifier }
}
