import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { findProcessMark, signal } from '../processes.ts'

const keeper = new URL('./keep-server.ts', import.meta.url).pathname
const keepers = new Set<ChildProcess>()
let dataDir: string

beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'pointille-kept-'))
})
afterEach(async () => {
  for (const child of keepers) await end(child, 'SIGTERM')
})
afterAll(() => rmSync(dataDir, { recursive: true }))

interface Kept {
  readonly child: ChildProcess
  readonly databaseUrl: string
  readonly fault?: string
}

async function keep(...args: string[]): Promise<Kept> {
  const child = spawn(process.execPath, [keeper, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  keepers.add(child)
  const [line] = await once(child.stdout!, 'data')
  return { child, ...JSON.parse(String(line)) }
}

async function end(child: ChildProcess, name: NodeJS.Signals) {
  keepers.delete(child)
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill(name)
  await once(child, 'exit')
}

async function query(databaseUrl: string, text: string): Promise<Record<string, string>[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

function serverPid(): number {
  return Number(readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[0])
}

async function hasEnded(pid: number): Promise<boolean> {
  for (let waitedMs = 0; waitedMs < 5_000; waitedMs += 20) {
    if (findProcessMark(pid) === undefined) return true
    await delay(20)
  }
  return false
}

/** Inserts one row after another until the server goes; tells how many were acknowledged. */
async function writeUntilTheEnd(databaseUrl: string, onWrite: (count: number) => void): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl })
  client.on('error', () => {})
  await client.connect()
  let acknowledged = 0
  try {
    for (;;) {
      await client.query('insert into note default values')
      onWrite(++acknowledged)
    }
  } catch {
    return acknowledged
  }
}

test('a server keeps checksums and fsync, and its password only for its owner', async () => {
  const { databaseUrl } = await keep(dataDir)
  const settings =
    "select current_setting('fsync') f, current_setting('data_checksums') c, current_setting('server_encoding') e"
  expect(await query(databaseUrl, settings)).toEqual([{ f: 'on', c: 'on', e: 'UTF8' }])
  expect(statSync(join(dataDir, 'database.json')).mode & 0o777).toBe(0o600)
  await expect(query(databaseUrl.replace(/:[0-9a-f]+@/, ':wrong@'), 'select 1')).rejects.toThrow(/password/)
})

test('what was acknowledged before kill -9 of everything is there after the next start, at the same address', async () => {
  const first = await keep(dataDir)
  await query(first.databaseUrl, 'create table note (id bigint generated always as identity)')
  const pid = serverPid()
  const acknowledged = await writeUntilTheEnd(first.databaseUrl, (count) => {
    if (count !== 200) return
    first.child.kill('SIGKILL')
    signal(pid, 'SIGKILL')
  })
  expect(acknowledged).toBeGreaterThanOrEqual(200)
  const second = await keep(dataDir)
  expect(second.databaseUrl).toBe(first.databaseUrl)
  const [row] = await query(second.databaseUrl, 'select count(*) as notes from note')
  expect(Number(row?.notes)).toBeGreaterThanOrEqual(acknowledged)
})

test('the server ends when the process that started it was killed', async () => {
  const { child } = await keep(dataDir)
  const pid = serverPid()
  await end(child, 'SIGKILL')
  expect(await hasEnded(pid)).toBe(true)
})

test('a second start on the same data is refused in one line, and the first goes on', async () => {
  const first = await keep(dataDir)
  const second = await keep(dataDir)
  expect(second.fault).toMatch(/^This clone is already running[^\n]+npm run serve\.$/)
  expect(await query(first.databaseUrl, 'select 1 as alive')).toEqual([{ alive: 1 }])
})

test('a pid file whose number now belongs to another process does not stop a start', async () => {
  const { child } = await keep(dataDir)
  const pid = serverPid()
  await end(child, 'SIGTERM')
  expect(await hasEnded(pid)).toBe(true)
  writeFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), `${process.pid}\n${dataDir}\n0\n1\n\n*\n1 2\nready\n`)
  const { databaseUrl } = await keep(dataDir)
  expect(await query(databaseUrl, 'select 1 as alive')).toEqual([{ alive: 1 }])
})

test('two clones run at once', async () => {
  const other = mkdtempSync(join(tmpdir(), 'pointille-kept-'))
  try {
    const [one, two] = await Promise.all([keep(dataDir), keep(other)])
    expect(one.databaseUrl).not.toBe(two.databaseUrl)
    expect(await query(two.databaseUrl, 'select 2 as alive')).toEqual([{ alive: 2 }])
    await end(two.child, 'SIGTERM')
  } finally {
    rmSync(other, { recursive: true })
  }
})

test('a throw-away server leaves nothing, not even when its process is killed', async () => {
  const { child, databaseUrl } = await keep()
  const [row] = await query(databaseUrl, "select current_setting('data_directory') as cluster")
  const place = dirname(row!.cluster!)
  expect(existsSync(place)).toBe(true)
  await end(child, 'SIGKILL')
  for (let waitedMs = 0; waitedMs < 5_000 && existsSync(place); waitedMs += 50) await delay(50)
  expect(existsSync(place)).toBe(false)
})
