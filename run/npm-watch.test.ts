import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { findProcessMark, signal } from './processes.ts'

const watch = new URL('./npm-watch.mjs', import.meta.url).href
const watcher = `import { watchRunner } from '${watch}'; watchRunner(() => process.exit(7)); console.log(process.pid); setInterval(() => {}, 9999)`
const env = { ...process.env, WATCHER: watcher, NODE: process.execPath, npm_lifecycle_event: 'start' }
const run = '"$NODE" --input-type=module -e "$WATCHER"'
const started = new Set<number>()
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pointille-watch-'))
  // Programs that look to the watcher as npm does: with the watcher as their child, or a shell between.
  for (const [name, script] of [
    ['npm', `${run}; true`],
    ['npx', `sh -c '${run}; true'; true`],
    ['someone', `${run}; true`],
  ]) {
    writeFileSync(join(folder, `${name}`), `#!/bin/sh\n${script}\n`)
    chmodSync(join(folder, `${name}`), 0o755)
  }
})
afterAll(() => rmSync(folder, { recursive: true }))
afterEach(() => {
  for (const pid of started) signal(pid, 'SIGKILL')
})

async function launch(name: string): Promise<{ runner: ChildProcess; watcherPid: number }> {
  const runner = spawn(join(folder, name), { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const watcherPid = await new Promise<number>((resolve) => runner.stdout.once('data', (line) => resolve(Number(line))))
  started.add(watcherPid).add(runner.pid!)
  return { runner, watcherPid }
}

async function endsWithin(pid: number, limitMs: number): Promise<boolean> {
  for (const deadline = Date.now() + limitMs; Date.now() < deadline; await delay(20)) {
    if (findProcessMark(pid) === undefined) return true
  }
  return false
}

test.each(['npm', 'npx'])('we end when %s that runs us was killed', async (name) => {
  const { runner, watcherPid } = await launch(name)
  runner.kill('SIGKILL')
  expect(await endsWithin(watcherPid, 10_000)).toBe(true)
})

test('we stay while npm stays', async () => {
  const { watcherPid } = await launch('npm')
  expect(await endsWithin(watcherPid, 700)).toBe(false)
})

test('we stay when whoever started us in the background goes and was no npm', async () => {
  const { runner, watcherPid } = await launch('someone')
  runner.kill('SIGKILL')
  expect(await endsWithin(watcherPid, 1_000)).toBe(false)
})

test('under nohup a hang-up that ends npm does not end us', async () => {
  const { runner, watcherPid } = await launch('npm')
  signal(watcherPid, 'SIGHUP')
  runner.kill('SIGKILL')
  expect(await endsWithin(watcherPid, 1_000)).toBe(false)
})
