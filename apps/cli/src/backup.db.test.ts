import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { prepareDatabase } from '../../clinic/main.ts'

/* The commands as they are typed, with the PostgreSQL in the box: running, resting, and not there yet. */

const main = fileURLToPath(new URL('./pointille.ts', import.meta.url))
const keeper = fileURLToPath(new URL('../../../run/postgres/keep-server.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'pointille-cli-'))
// Every command is a process of its own, on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 180_000 })
const at = (name: string) => join(folder, name)
let running: ChildProcess | undefined

beforeAll(async () => {
  // PostgreSQL's own user has to pass.
  chmodSync(folder, 0o711)
  writeFileSync(at('passphrase'), 'a passphrase of the clinic\n')
  writeFileSync(at('other'), 'another passphrase\n')
  running = spawn(process.execPath, [keeper, at('data')], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = await once(running.stdout!, 'data')
  await prepareDatabase({ databaseUrl: JSON.parse(String(line)).databaseUrl, demo: true })
})
afterAll(async () => {
  await stop()
  rmSync(folder, { recursive: true })
})

async function stop(): Promise<void> {
  if (!running) return
  running.kill('SIGTERM')
  await once(running, 'exit')
  running = undefined
}

async function pointille(data: string, ...args: string[]) {
  const { DATABASE_URL: _, ...environment } = process.env
  const env = { ...environment, POINTILLE_DATA: at(data) }
  const child = spawn(process.execPath, [main, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stdout.on('data', (text) => (said += text))
  child.stderr.on('data', (text) => (said += text))
  const [status] = await once(child, 'close')
  return { status, said }
}

test('a clinic that runs is backed up into a file that only its owner reads, and never over another', async () => {
  const made = await pointille('data', 'backup', at('running.backup'))
  expect(made).toEqual({ status: 0, said: expect.stringMatching(/Cabinet Lumen.*\n.*treatments with .* unaltered/) })
  expect(statSync(at('running.backup')).mode & 0o777).toBe(0o600)
  const again = await pointille('data', 'backup', at('running.backup'))
  expect(again).toEqual({ status: 2, said: expect.stringContaining('overwrites nothing') })
})

test('what runs is not restored into; neither is what holds a clinic', async () => {
  const whileRunning = await pointille('data', 'restore', at('running.backup'))
  expect(whileRunning).toEqual({ status: 2, said: expect.stringContaining('already running') })
  await stop()
  const resting = await pointille('data', 'restore', at('running.backup'))
  expect(resting).toEqual({ status: 1, said: expect.stringMatching(/not empty.*Cabinet Lumen.*POINTILLE_DATA/s) })
})

test('a clinic that rests is backed up, sealed, and verified without a database, by its passphrase only', async () => {
  const sealing = ['--passphrase-file', at('passphrase')]
  expect(await pointille('data', 'backup', at('sealed.backup'), ...sealing)).toMatchObject({ status: 0 })
  const verified = await pointille('nowhere', 'verify', at('sealed.backup'), ...sealing)
  expect(verified).toEqual({ status: 0, said: expect.stringContaining('unaltered') })
  const wrong = await pointille('nowhere', 'verify', at('sealed.backup'), '--passphrase-file', at('other'))
  expect(wrong).toEqual({ status: 1, said: expect.stringContaining('passphrase does not open') })
})

test('a file that was cut makes nothing; a whole one makes the clinic on a fresh machine', async () => {
  const sealing = ['--passphrase-file', at('passphrase')]
  writeFileSync(at('cut.backup'), readFileSync(at('sealed.backup')).subarray(0, -100))
  const cut = await pointille('fresh', 'restore', at('cut.backup'), ...sealing)
  expect(cut).toEqual({ status: 1, said: expect.stringContaining('cut short or altered') })
  expect(existsSync(at('fresh'))).toBe(false)

  const restored = await pointille('fresh', 'restore', at('sealed.backup'), ...sealing)
  expect(restored).toEqual({
    status: 0,
    said: expect.stringMatching(/equal by count and SHA-256.*npm start opens it/s),
  })
})

test('where there is no clinic, none is made to be backed up', async () => {
  const nothing = await pointille('nowhere', 'backup', at('nothing.backup'))
  expect(nothing).toEqual({ status: 2, said: expect.stringContaining('There is no clinic') })
  expect(existsSync(at('nowhere'))).toBe(false)
  expect(existsSync(at('nothing.backup'))).toBe(false)
})
