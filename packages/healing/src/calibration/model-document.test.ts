import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withTables } from '../../model-tables.ts'

test('the tables of MODEL.md are what the code says today', () => {
  const document = readFileSync(new URL('../../MODEL.md', import.meta.url), 'utf8')
  expect(withTables(document)).toBe(document)
}, 60_000)
