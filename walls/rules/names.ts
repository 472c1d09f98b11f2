import { posix } from 'node:path'
import ts from 'typescript'
import { findingAt, type Rule } from '../rule.ts'
import { visitNodes } from '../source-tree.ts'

const longestFileLines = 300
/** The one version that has a meaning: what other software was promised. */
const publicVersion = /(?<=\/routes\/api\/)v\d+\//

const shapelessName = /(^|[-.])(utils?|helpers?|common|misc|v\d+)(\.|$)/i

/** Libraries whose own interface says `session`: their property may be named where they are imported. */
const librariesThatSaySession = /^better-auth(\/|$)|^@better-auth\//

/** A file is named for what it holds; these names hold anything. */
export const noShapelessName: Rule = {
  name: 'no-shapeless-name',
  check: (file) =>
    file.path
      .replace(publicVersion, '')
      .split('/')
      .some((part) => shapelessName.test(part))
      ? [{ line: 1, says: `${posix.basename(file.path)}: name the file for what it holds` }]
      : [],
}

/** A file that no longer fits the eye is two files. */
export const noLongFile: Rule = {
  name: 'no-long-file',
  check: (file) => {
    const lines = file.text.replace(/\n$/, '').split('\n').length
    return lines > longestFileLines ? [{ line: lines, says: `${lines} lines; at most ${longestFileLines}` }] : []
  },
}

/** The word means a sign-in to one reader and a visit to another. */
export const noBareSession: Rule = {
  name: 'no-bare-session',
  check: (file) => {
    const libraryHere = file.imports.some(({ specifier }) => librariesThatSaySession.test(specifier))
    const findings: ReturnType<Rule['check']> = []
    visitNodes(file, (node) => {
      if (!ts.isIdentifier(node) || !/^sessions?$/i.test(node.text)) return
      if (libraryHere && isMember(node)) return
      findings.push(findingAt(file, node, `${node.text}: say signIn, or treatment for a visit`))
    })
    return findings
  },
}

/** `any` switches the types off for everything it touches. */
export const noAny: Rule = {
  name: 'no-any',
  check: (file) => {
    const findings: ReturnType<Rule['check']> = []
    visitNodes(file, (node) => {
      if (node.kind === ts.SyntaxKind.AnyKeyword) findings.push(findingAt(file, node, 'any; say the type, or unknown'))
    })
    return findings
  },
}

function isMember(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) return parent.name === node
  return ts.isBindingElement(parent) && parent.propertyName === node
}
