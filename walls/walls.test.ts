import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Breach } from './rule.ts'
import { readSourceTree } from './source-tree.ts'
import { listBreaches, rules } from './walls.ts'

const samples = join(import.meta.dirname, 'samples')
const workplace = mkdtempSync(join(tmpdir(), 'walls-'))
afterAll(() => rmSync(workplace, { recursive: true }))

type Place = Pick<Breach, 'rule' | 'path' | 'line'>

/** The files of a sample: each stands under a line `=== path`; what comes before the first is a remark. */
function filesOf(name: string): { path: string; text: string }[] {
  const [, ...parts] = readFileSync(join(samples, `${name}.txt`), 'utf8').split(/^=== /m)
  return parts.map((part) => {
    const end = part.indexOf('\n')
    return { path: part.slice(0, end), text: part.slice(end + 1) }
  })
}

/** Lays samples over one another in a new house and lists where it is refused. */
function breachesOf(...names: string[]): Place[] {
  const root = mkdtempSync(join(workplace, 'house-'))
  for (const { path, text } of names.flatMap(filesOf)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return listBreaches(readSourceTree(root)).map(({ rule, path, line }) => ({ rule, path, line }))
}

/** The lines that a sample itself marks with the word REFUSED. */
function marksOf(rule: string): Place[] {
  return filesOf(rule).flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (line.includes('REFUSED') ? [{ rule, path, line: index + 1 }] : [])),
  )
}

const order = (places: Place[]) => places.map(({ rule, path, line }) => `${path}:${line} ${rule}`).sort()

describe('the walls', () => {
  test('let a clean house pass', () => {
    expect(breachesOf('clean')).toEqual([])
  })

  const forbidden = readdirSync(samples)
    .map((name) => name.replace(/\.txt$/, ''))
    .filter((name) => name !== 'clean')

  test.each(forbidden)('refuse the sample of %s at each marked line, and nothing else in it', (rule) => {
    expect(marksOf(rule)).not.toEqual([])
    expect(order(breachesOf('clean', rule))).toEqual(order(marksOf(rule)))
  })

  test('have a forbidden sample for every rule', () => {
    expect([...forbidden].sort()).toEqual(rules.map(({ name }) => name).sort())
  })
})
