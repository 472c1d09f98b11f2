import { existsSync } from 'node:fs'
import { chown, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LaunchFault } from '../launch-fault.ts'
import type { Binaries } from './binaries.ts'
import { runAsServer, type ServerUser } from './server-user.ts'

/** The owner role and the database, the same name for both. */
export const DATABASE_NAME = 'pointille'

export interface ClusterMaking {
  readonly binaries: Binaries
  readonly user: ServerUser | undefined
  /** Directory that belongs to the server's user; the cluster becomes `<place>/cluster`. */
  readonly place: string
  readonly password: string
  /** False only for throw-away clusters. */
  readonly durable: boolean
}

/** Makes the cluster unless it is there. It gets its final name last, so a killed first start leaves nothing half made. */
export async function ensureCluster(making: ClusterMaking): Promise<string> {
  const cluster = join(making.place, 'cluster')
  if (existsSync(join(cluster, 'PG_VERSION'))) return cluster
  const draft = join(making.place, 'draft')
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { mode: 0o700 })
  const passwordFile = join(draft, 'password')
  await writeFile(passwordFile, `${making.password}\n`, { mode: 0o600 })
  if (making.user) {
    await chown(draft, making.user.uid, making.user.gid)
    await chown(passwordFile, making.user.uid, making.user.gid)
  }
  await initialise(making, join(draft, 'cluster'), passwordFile)
  await createDatabase(making, join(draft, 'cluster'))
  await rename(join(draft, 'cluster'), cluster)
  await rm(draft, { recursive: true, force: true })
  return cluster
}

/** The builtin locale compares alike on every machine; whoever lists names for people sorts with an ICU collation. */
async function initialise(making: ClusterMaking, cluster: string, passwordFile: string): Promise<void> {
  const args = ['--pgdata', cluster, '--username', DATABASE_NAME, '--pwfile', passwordFile, '--auth', 'scram-sha-256']
  args.push('--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8')
  args.push('--data-checksums', '--no-instructions')
  if (!making.durable) args.push('--no-sync')
  const ran = await runAsServer(making.user, join(making.binaries.home, 'bin', 'initdb'), args)
  if (!ran.ok) throw new LaunchFault(`PostgreSQL could not make its data in ${making.place}: ${lastLine(ran.output)}`)
}

async function createDatabase(making: ClusterMaking, cluster: string): Promise<void> {
  await runAlone(making, cluster, `create database ${DATABASE_NAME}`)
}

/** For a cluster whose password was lost. No server may be running on it. */
export async function resetPassword(making: ClusterMaking): Promise<void> {
  const statement = `alter role ${DATABASE_NAME} password '${making.password}'`
  await runAlone(making, join(making.place, 'cluster'), statement)
}

/** One statement in single-user mode: no server has to run, no client and no password is needed. */
async function runAlone(making: ClusterMaking, cluster: string, statement: string): Promise<void> {
  const args = ['--single', '-D', cluster, ...(making.durable ? [] : ['-F']), 'postgres']
  const ran = await runAsServer(making.user, join(making.binaries.home, 'bin', 'postgres'), args, `${statement}\n`)
  if (!ran.ok || /ERROR|FATAL/.test(ran.output)) {
    throw new LaunchFault(`PostgreSQL could not open its data in ${cluster}: ${lastLine(ran.output)}`)
  }
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? ''
