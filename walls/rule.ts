import type ts from 'typescript'
import { lineOf, type SourceFile, type SourceTree } from './source-tree.ts'

/** One place where a rule of the house is broken. */
export type Breach = { rule: string; path: string; line: number; says: string }

/** A rule of the house, named for what it forbids or demands. */
export type Rule = { name: string; check: (file: SourceFile, tree: SourceTree) => Finding[] }

/** What one rule found in one file. */
export type Finding = { line: number; says: string }

/** A finding at a node of the file. */
export function findingAt(file: SourceFile, node: ts.Node, says: string): Finding {
  return { line: lineOf(file, node), says }
}
