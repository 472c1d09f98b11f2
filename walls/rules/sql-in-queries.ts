import ts from 'typescript'
import { findingAt, type Rule } from '../rule.ts'
import { type SourceFile, visitNodes } from '../source-tree.ts'

const builderCalls = new Set(['selectFrom', 'selectNoFrom', 'insertInto', 'updateTable', 'deleteFrom', 'mergeInto'])
const sqlSpeakers = /\.queries\.server\.ts$|\.db\.test\.ts$|^apps\/clinic\/src\/platform\/database\//

/** Arrow 4: SQL is spoken in `*.queries.server.ts`, in platform's database, and in the tests that look into tables. */
export const sqlInQueries: Rule = {
  name: 'sql-in-queries',
  check: (file) => {
    if (!file.path.startsWith('apps/') || sqlSpeakers.test(file.path)) return []
    const findings: ReturnType<Rule['check']> = []
    visitNodes(file, (node) => {
      if (speaksSql(file, node)) findings.push(findingAt(file, node, 'SQL belongs in a *.queries.server.ts file'))
    })
    return findings
  },
}

function speaksSql(file: SourceFile, node: ts.Node): boolean {
  if (ts.isTaggedTemplateExpression(node)) return /^sql\b/.test(node.tag.getText(file.script))
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false
  const called = node.expression.name.text
  const first = node.arguments[0]
  if (builderCalls.has(called)) return true
  return called === 'query' && first !== undefined && (ts.isStringLiteralLike(first) || ts.isTemplateExpression(first))
}
