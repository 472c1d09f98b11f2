import { createHash } from 'node:crypto'
import { accessSync, constants, existsSync, mkdirSync, realpathSync, renameSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { takeClaim } from '../claim.ts'
import { LaunchFault } from '../launch-fault.ts'
import { findFreePort } from '../port-probe.ts'
import { type Binaries, prepareBinaries } from './binaries.ts'
import { type ClusterMaking, DATABASE_NAME, ensureCluster, resetPassword } from './cluster.ts'
import { type GuardedServer, startGuarded } from './guard.ts'
import { clearLeftoverServer } from './leftover-server.ts'
import { becameReady } from './readiness.ts'
import { serverCommand } from './server-command.ts'
import { type ServerPlace, settlePlace } from './server-place.ts'
import { belongsToAnother, findServerRecord, keepServerRecord, newPassword } from './server-record.ts'
import type { RunningPostgres } from './temporary.ts'

export interface KeptPostgres extends RunningPostgres {
  /** Directory that holds the data. */
  readonly place: string
  /** Process id of the server. */
  readonly serverPid: number
  /** Resolves when the server has ended, asked or not. */
  readonly ended: Promise<void>
  /** Tells whoever starts the same clone again where this one is. */
  announce(address: string): void
}

export interface PostgresStart {
  readonly dataDir: string
  /** Told, one line at a time, what the person should know: where files went. */
  readonly say: (line: string) => void
}

/**
 * Starts the clinic's own PostgreSQL, made at the first start and found again afterwards. It keeps every acknowledged
 * commit (fsync on) and ends with this process, however that ends.
 */
export async function startPostgres({ dataDir: wanted, say }: PostgresStart): Promise<KeptPostgres> {
  const dataDir = openDataDir(wanted)
  const claim = takeClaim(join(dataDir, 'running.json'))
  if (!claim.held) {
    const where = claim.by.address ? ` at ${claim.by.address}` : ''
    throw new LaunchFault(
      `This clone is already running${where} (process ${claim.by.pid}): use that one, stop it first, or start a further process with npm run serve.`,
    )
  }
  try {
    const server = await startClaimed(dataDir, say)
    return {
      ...server,
      announce: claim.announce,
      async stop() {
        await server.stop()
        claim.release()
      },
    }
  } catch (error) {
    claim.release()
    throw error
  }
}

async function startClaimed(dataDir: string, say: (line: string) => void) {
  const record = findServerRecord(dataDir)
  const place = await settlePlace(dataDir, record?.place)
  const binaries = await prepareBinaries(place.user, ['/var/lib/pointille', dataDir, place.path])
  tellWhere(place, binaries, record === undefined, say)

  const password = record?.password ?? newPassword()
  const making: ClusterMaking = { binaries, user: place.user, place: place.path, password, durable: true }
  const cluster = join(place.path, 'cluster')
  if (existsSync(cluster)) await clearLeftoverServer(cluster)
  const passwordWasLost = !record && existsSync(cluster)
  const keep = (port: number) =>
    keepServerRecord(dataDir, {
      home: dataDir,
      place: place.moved ? place.path : relative(dataDir, place.path),
      port,
      password,
    })
  const wishedPort = record?.port || firstPort(dataDir)
  keep(wishedPort)
  await ensureCluster(making)
  if (passwordWasLost) await resetPassword(making)

  const { server, port } = await startOnFreePort({ dataDir, place, binaries, cluster, wishedPort })
  if (port !== record?.port) keep(port)
  return {
    databaseUrl: `postgres://${DATABASE_NAME}:${password}@127.0.0.1:${port}/${DATABASE_NAME}`,
    place: place.path,
    serverPid: server.serverPid,
    ended: server.ended,
    stop: server.stop,
  }
}

function openDataDir(wanted: string): string {
  try {
    makeDirectory(wanted)
    accessSync(wanted, constants.W_OK | constants.X_OK)
    return realpathSync(wanted)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code
    if (reason === 'EACCES' && existsSync(wanted)) throw belongsToAnother(wanted)
    throw new LaunchFault(
      `The data directory ${wanted} cannot be made (${reason}): set POINTILLE_DATA to one that can.`,
    )
  }
}

/** With its parents, each tried once: Node's own recursive way never ends in places such as /proc. */
function makeDirectory(path: string): void {
  if (existsSync(path)) return
  makeDirectory(dirname(path))
  mkdirSync(path, { mode: 0o700 })
}

function tellWhere(place: ServerPlace, binaries: Binaries, first: boolean, say: (line: string) => void): void {
  const name = place.user?.name
  if (first && place.user) say(`PostgreSQL does not run as root: it runs as user ${name}.`)
  if (place.moved) say(`User ${name} cannot enter this clone, so the data are kept in ${place.path}.`)
  if (binaries.copied && first)
    say(`PostgreSQL's programs are copied to ${binaries.home}, where that user can reach them.`)
}

/** Below the ports systems hand out by themselves, and another for every clone. */
function firstPort(dataDir: string): number {
  return 20_000 + (createHash('sha256').update(dataDir).digest().readUInt16BE(0) % 10_000)
}

interface ServerStart {
  readonly dataDir: string
  readonly place: ServerPlace
  readonly binaries: Binaries
  readonly cluster: string
  readonly wishedPort: number
}

/** Tries again while children of a killed server still hold its memory, and on the next port when another came first. */
async function startOnFreePort(start: ServerStart): Promise<{ server: GuardedServer; port: number }> {
  const logFile = join(start.dataDir, 'postgres.log')
  if (existsSync(logFile) && statSync(logFile).size > 5_000_000) renameSync(logFile, `${logFile}.previous`)
  const deadline = Date.now() + 30_000
  for (;;) {
    const port = await findFreePort(start.wishedPort)
    const before = existsSync(logFile) ? statSync(logFile).size : 0
    const command = serverCommand(start.binaries, start.cluster, port, { durable: true })
    const server = await startGuarded({ user: start.place.user, command, logFile })
    if (await becameReady(server, start.cluster)) return { server, port }
    const words = (await readFile(logFile, 'utf8')).slice(before)
    const passes = /pre-existing shared memory block|could not bind|Address already in use/i.test(words)
    if (!passes || Date.now() > deadline)
      throw new LaunchFault(`PostgreSQL did not start: ${causeIn(words)} (all in ${logFile}).`)
    await delay(300)
  }
}

function causeIn(log: string): string {
  const lines = log.trim().split('\n')
  return lines.find((line) => /FATAL|PANIC/.test(line)) ?? lines.at(-1) ?? 'it said nothing'
}
