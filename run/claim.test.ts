import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeClaim } from './claim.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pointille-claim-'))
  file = join(folder, 'running.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

function take(path = file) {
  const claim = takeClaim(path)
  if (!claim.held) throw new Error('the claim is held by another')
  return claim
}

test('a claim is held by one at a time, who is named with the address it told', () => {
  take().announce('http://127.0.0.1:3000')
  expect(takeClaim(file)).toMatchObject({ held: false, by: { pid: process.pid, address: 'http://127.0.0.1:3000' } })
})

test('a claim that was released can be taken', () => {
  take().release()
  expect(existsSync(file)).toBe(false)
  expect(takeClaim(file).held).toBe(true)
})

test('a claim of a process that was killed counts for nothing', () => {
  const taking = `import { takeClaim } from '${new URL('./claim.ts', import.meta.url).href}'; takeClaim('${file}'); process.kill(process.pid, 'SIGKILL')`
  expect(() => execFileSync(process.execPath, ['--input-type=module', '-e', taking])).toThrow()
  expect(existsSync(file)).toBe(true)
  expect(takeClaim(file).held).toBe(true)
})

test('a claim whose number now belongs to another process counts for nothing', () => {
  take()
  const holder = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...holder, mark: 'an earlier start' }))
  expect(takeClaim(file).held).toBe(true)
})

test('a claim that came with a copied directory counts for nothing', () => {
  take()
  const copy = join(folder, 'copied.json')
  copyFileSync(file, copy)
  expect(takeClaim(copy).held).toBe(true)
})

test('a claim that is torn counts for nothing, and taking leaves one private file', () => {
  writeFileSync(file, '{"pid": 1')
  take()
  expect(readdirSync(folder)).toEqual(['running.json'])
  expect(statSync(file).mode & 0o777).toBe(0o600)
})
