import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { generateTables, tablesFile } from '../../../generate-tables.ts'

test('the table types are those of the migrations', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tables-'))
  try {
    const made = join(folder, 'tables.ts')
    generateTables(inject('templateUrl'), made)
    expect(await readFile(made, 'utf8')).toBe(await readFile(tablesFile, 'utf8'))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
