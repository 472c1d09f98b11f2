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
      const spoken = findSql(file, node)
      if (spoken) findings.push(findingAt(file, spoken, 'SQL belongs in a *.queries.server.ts file'))
    })
    return findings
  },
}

/** The word of a node that speaks SQL, or undefined. */
function findSql(file: SourceFile, node: ts.Node): ts.Node | undefined {
  if (ts.isTaggedTemplateExpression(node)) return /^sql\b/.test(node.tag.getText(file.script)) ? node.tag : undefined
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return undefined
  const { name } = node.expression
  const [first] = node.arguments
  const asksInText = first !== undefined && (ts.isStringLiteralLike(first) || ts.isTemplateExpression(first))
  return builderCalls.has(name.text) || (name.text === 'query' && asksInText) ? name : undefined
}
