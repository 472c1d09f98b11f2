import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { hashSources } from './build.ts'

let clone: string
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'pointille-build-'))
  write('package-lock.json', '{}')
  write('apps/clinic/vite.config.ts', 'a')
  write('apps/clinic/src/routes/+page.svelte', 'b')
  write('packages/healing/src/dose.ts', 'c')
})
afterEach(() => rmSync(clone, { recursive: true }))

function write(file: string, text: string) {
  mkdirSync(dirname(join(clone, file)), { recursive: true })
  writeFileSync(join(clone, file), text)
}

test.each([
  'package-lock.json',
  'apps/clinic/vite.config.ts',
  'apps/clinic/src/routes/+page.svelte',
  'apps/clinic/static/new.svg',
  'packages/healing/src/dose.ts',
  'packages/healing/src/evidence/table.csv',
])('a change of %s is a change of the pages', (file) => {
  const before = hashSources(clone)
  write(file, 'changed')
  expect(hashSources(clone)).not.toBe(before)
})

test.each([
  'apps/clinic/src/routes/page.test.ts',
  'apps/clinic/build/handler.js',
  'apps/clinic/.svelte-kit/generated.ts',
  'packages/healing/node_modules/x/src/index.ts',
  'README.md',
])('a change of %s is none', (file) => {
  const before = hashSources(clone)
  write(file, 'changed')
  expect(hashSources(clone)).toBe(before)
})

test('a file that moves with its content is a change', () => {
  const before = hashSources(clone)
  rmSync(join(clone, 'packages/healing/src/dose.ts'))
  write('packages/healing/src/puncture.ts', 'c')
  expect(hashSources(clone)).not.toBe(before)
})
