import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import ts from 'typescript'
import { listImports, type SourceImport } from './source-imports.ts'

/** One source file of ours. `path` is from the repository's root, with forward slashes. */
export type SourceFile = {
  path: string
  text: string
  /** The TypeScript of the file; for a `.svelte` file its scripts, at their own lines. */
  script: ts.SourceFile
  imports: SourceImport[]
}

/** Every source file that the walls watch, by path. */
export type SourceTree = Map<string, SourceFile>

const watchedFolders = ['packages', 'apps', 'run', 'walls', 'bench']
const skippedFolders = new Set(['node_modules', 'build', 'generated', 'test-results', 'playwright-report', 'samples'])

/** Reads the `.ts` and `.svelte` files under `root`, leaving out what is installed, built or generated. */
export function readSourceTree(root: string): SourceTree {
  const tree: SourceTree = new Map()
  for (const folder of watchedFolders) {
    for (const path of listFiles(join(root, folder))) {
      const file = parseSourceFile(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8'))
      tree.set(file.path, file)
    }
  }
  return tree
}

/** Parses one file; `path` decides where it stands and whether it is Svelte. */
export function parseSourceFile(path: string, text: string): SourceFile {
  const code = path.endsWith('.svelte') ? scriptsOf(text) : text
  const script = ts.createSourceFile(path, code, ts.ScriptTarget.ESNext, true, ts.ScriptKind.TS)
  return { path, text, script, imports: listImports(script) }
}

/** Calls `visit` for every node of the file. */
export function visitNodes(file: SourceFile, visit: (node: ts.Node) => void): void {
  const walk = (node: ts.Node): void => {
    visit(node)
    ts.forEachChild(node, walk)
  }
  walk(file.script)
}

/** The line of a node, counted from one. */
export function lineOf(file: SourceFile, node: ts.Node): number {
  return file.script.getLineAndCharacterOfPosition(node.getStart(file.script)).line + 1
}

function listFiles(folder: string): string[] {
  return readdirIfThere(folder).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return skippedFolders.has(entry.name) || entry.name.startsWith('.') ? [] : listFiles(path)
    return /\.(ts|svelte)$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : []
  })
}

function readdirIfThere(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

/** Blanks everything outside `<script>`, so that positions stay those of the whole file. */
function scriptsOf(text: string): string {
  const blank = (part: string) => part.replace(/[^\n]/g, ' ')
  const scriptTag = /(<script(?:"[^"]*"|'[^']*'|[^>"'])*>)([\s\S]*?)<\/script>/g
  let code = ''
  let end = 0
  for (const match of text.matchAll(scriptTag)) {
    const [whole, tag = '', body = ''] = match
    code += blank(text.slice(end, match.index)) + blank(tag) + body
    end = match.index + whole.length
    // The two scripts of a component are one text here: end the first statement before the next script begins.
    code += `;${blank('</script>').slice(1)}`
  }
  return code + blank(text.slice(end))
}
