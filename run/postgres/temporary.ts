import { randomBytes } from 'node:crypto'
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { LaunchFault } from '../launch-fault.ts'
import { findFreePort } from '../port-probe.ts'
import { prepareBinaries } from './binaries.ts'
import { DATABASE_NAME, ensureCluster } from './cluster.ts'
import { startGuarded } from './guard.ts'
import { becameReady } from './readiness.ts'
import { serverCommand } from './server-command.ts'
import { canKeepFilesIn, findServerUser, type ServerUser } from './server-user.ts'

export interface RunningPostgres {
  /** URL of the owner (a superuser here), for the database `pointille`. */
  readonly databaseUrl: string
  stop(): Promise<void>
}

/** A throw-away server for tests: nothing survives `stop()`, nor the end of the process that started it. */
export async function startTemporaryPostgres(): Promise<RunningPostgres> {
  const user = findServerUser(undefined)
  let lastWords = ''
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const place = await makeTemporaryPlace(user)
    const binaries = await prepareBinaries(user, ['/var/lib/pointille', place])
    const password = randomBytes(12).toString('hex')
    const cluster = await ensureCluster({ binaries, user, place, password, durable: false })
    const port = await findFreePort(20_000 + Math.floor(Math.random() * 10_000))
    const command = serverCommand(binaries, cluster, port, { durable: false })
    const logFile = `${place}.log`
    const server = await startGuarded({ user, command, logFile, removeAfterwards: place })
    const ready = await becameReady(server, cluster)
    if (!ready) lastWords = (await readFile(logFile, 'utf8')).trim().split('\n').at(-1) ?? ''
    await rm(logFile, { force: true })
    if (!ready) continue
    return {
      databaseUrl: `postgres://${DATABASE_NAME}:${password}@127.0.0.1:${port}/${DATABASE_NAME}`,
      async stop() {
        await server.stop()
        await rm(place, { recursive: true, force: true })
      },
    }
  }
  throw new LaunchFault(`PostgreSQL did not start: ${lastWords}`)
}

async function makeTemporaryPlace(user: ServerUser | undefined): Promise<string> {
  for (const parent of [tmpdir(), '/tmp', '/var/tmp']) {
    const place = await mkdtemp(join(parent, 'pointille-')).catch(() => undefined)
    if (!place) continue
    if (user) await chown(place, user.uid, user.gid)
    if (await canKeepFilesIn(user, place)) return place
    await rm(place, { recursive: true, force: true })
  }
  throw new LaunchFault('No temporary directory can be written: set TMPDIR to one that can.')
}
