import ts from 'typescript'
import { isServer, isTest, placeOf } from '../places.ts'
import { findingAt, type Rule } from '../rule.ts'
import { type SourceFile, visitNodes } from '../source-tree.ts'

const clockReads = new Set(['Date.now', 'performance.now', 'Temporal.Now', 'process.hrtime'])
const randomWords = new Set(['randomBytes', 'randomUUID', 'randomInt', 'getRandomValues'])
const worldWords = new Set([
  ...['process', 'Buffer', 'require', 'fetch', 'window', 'document', 'navigator', 'localStorage', 'sessionStorage'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'console'],
])

/** Time is passed in: the demo's clock can be moved, and a rule gives the same answer tomorrow. */
export const noClock: Rule = {
  name: 'no-clock',
  check: (file) => {
    const { room } = placeOf(file.path)
    const watched = isPure(file) || (isServer(file.path) && (room === 'feature' || room === 'routes'))
    if (!watched || isTest(file.path)) return []
    return findNodes(file, (node) => {
      if (ts.isPropertyAccessExpression(node)) return clockReads.has(node.getText(file.script))
      const made = ts.isNewExpression(node) || ts.isCallExpression(node)
      return made && node.expression.getText(file.script) === 'Date' && !node.arguments?.length
    }).map((node) => findingAt(file, node, 'reads the clock; take the instant as an argument'))
  },
}

/** Randomness without a seed makes a model that nobody can run again. */
export const noUnseededRandomness: Rule = {
  name: 'no-unseeded-randomness',
  check: (file) => {
    if (!isPure(file)) return []
    return findNodes(
      file,
      (node) =>
        (ts.isPropertyAccessExpression(node) && node.getText(file.script) === 'Math.random') ||
        (ts.isIdentifier(node) && randomWords.has(node.text)),
    ).map((node) => findingAt(file, node, 'draws without a seed; take the generator as an argument'))
  },
}

/** A package neither reads nor writes, and knows neither Node nor the browser. */
export const noOutsideWorld: Rule = {
  name: 'no-outside-world',
  check: (file) => {
    if (!isPure(file)) return []
    const declared = declaredWords(file)
    return findNodes(
      file,
      (node) => ts.isIdentifier(node) && worldWords.has(node.text) && !declared.has(node.text) && !isMemberName(node),
    ).map((node) => findingAt(file, node, `${node.getText(file.script)} belongs to Node or the browser`))
  },
}

function isPure(file: SourceFile): boolean {
  return /^packages\/[^/]+\/src\//.test(file.path) && !isTest(file.path)
}

function findNodes(file: SourceFile, wanted: (node: ts.Node) => boolean): ts.Node[] {
  const found: ts.Node[] = []
  visitNodes(file, (node) => {
    if (wanted(node)) found.push(node)
  })
  return found
}

/** The names that the file itself declares: a parameter called `document` is not the browser's. */
function declaredWords(file: SourceFile): Set<string> {
  const words = new Set<string>()
  visitNodes(file, (node) => {
    const declares =
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isImportSpecifier(node)
    if (declares && node.name && ts.isIdentifier(node.name)) words.add(node.name.text)
  })
  return words
}

function isMemberName(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node
  if (ts.isQualifiedName(parent)) return parent.right === node
  return (
    (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isMethodSignature(parent)) &&
    parent.name === node
  )
}
