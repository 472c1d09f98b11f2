import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canonicalJson, chainHash } from '@pointille/protocol'
import { expect, test } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'pointille-verify-'))
const main = fileURLToPath(new URL('./pointille.ts', import.meta.url))

function chain(notes: string[]) {
  let hash: string | undefined
  return notes.map((note, i) => {
    const canonical = canonicalJson({ note })
    hash = chainHash(hash, new TextEncoder().encode(canonical))
    return { seq: i + 1, canonical, hash }
  })
}

function verify(file: unknown, ...args: string[]) {
  const path = join(folder, 'treatment.json')
  writeFileSync(path, JSON.stringify(file))
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'verify', path, ...args], { encoding: 'utf8' })
  return { status, said: stdout + stderr }
}

test('an untouched export holds, and its head is told', () => {
  const events = chain(['a', 'b', 'c'])
  expect(verify({ events })).toEqual({ status: 0, said: expect.stringContaining(events[2]!.hash) })
  expect(verify({ events }, '--head', events[2]!.hash).status).toBe(0)
})

test('one changed letter is found, and the event is named', () => {
  const events = chain(['a', 'b', 'c'])
  events[1]!.canonical = canonicalJson({ note: 'B' })
  expect(verify({ events })).toEqual({ status: 1, said: expect.stringContaining('Event 2') })
})

test('a chain hashed anew does not meet the head that left the house', () => {
  expect(verify({ events: chain(['a', 'x']) }, '--head', chain(['a', 'b'])[1]!.hash).status).toBe(1)
})

test('a file that is no export names the field, and a wrong head names the option', () => {
  expect(verify({ rows: [] })).toEqual({ status: 2, said: expect.stringContaining('"events"') })
  expect(verify({ events: [] }, '--head', 'abc')).toEqual({ status: 2, said: expect.stringContaining('--head') })
})
