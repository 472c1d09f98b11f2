import { existsSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { takeClaim } from '../../../../run/claim.ts'
import { type Config, requireConfig } from '../../../../run/config.ts'
import { checkDatabase } from '../../../../run/database-check.ts'
import { LaunchFault } from '../../../../run/launch-fault.ts'
import { belongsToAnother, findServerRecord } from '../../../../run/postgres/server-record.ts'
import { startPostgres } from '../../../../run/postgres.ts'
import { InputFault } from '../command-line/input-fault.ts'

export const clone = fileURLToPath(new URL('../../../../', import.meta.url)).replace(/\/$/, '')

/** The database's owner's address for as long as a command works; `release` stops a server that was started for it. */
export type ClinicDatabase = { databaseUrl: string; place: string | undefined; release(): Promise<void> }

const say = (line: string) => console.error(line)
const keepNothing = async () => {}

/**
 * The database that `npm start` uses, running or not: DATABASE_URL, else the one in the box. That one is joined where it
 * runs, and started for the time of the command where it does not. None is made.
 */
export function openClinicDatabase(): Promise<ClinicDatabase> {
  return mending(async () => {
    const config = readConfig()
    if (config.databaseUrl) return joinOwn(config.databaseUrl)
    if (!hasData(config.dataDir))
      throw new LaunchFault(
        `There is no clinic in ${config.dataDir} yet. Set POINTILLE_DATA to where its data are, or DATABASE_URL.`,
      )
    return (await findRunning(config.dataDir)) ?? startHere(config.dataDir)
  })
}

/** The database to restore into: DATABASE_URL, else the one in the box, made when it is not there. Nobody may be using it. */
export function openEmptyDatabase(): Promise<ClinicDatabase> {
  return mending(async () => {
    const config = readConfig()
    return config.databaseUrl ? joinOwn(config.databaseUrl) : startHere(config.dataDir)
  })
}

function readConfig(): Config {
  return requireConfig(process.env, { clone })
}

async function joinOwn(databaseUrl: string): Promise<ClinicDatabase> {
  await checkDatabase(databaseUrl, clone)
  return { databaseUrl, place: undefined, release: keepNothing }
}

async function startHere(dataDir: string): Promise<ClinicDatabase> {
  const server = await startPostgres({ dataDir, say })
  return { databaseUrl: server.databaseUrl, place: server.place, release: () => server.stop() }
}

function hasData(dataDir: string): boolean {
  return ['database.json', 'postgres'].some((name) => existsSync(join(dataDir, name)))
}

/** The server of whoever holds the data now, by the address that it keeps for further processes. */
async function findRunning(dataDir: string): Promise<ClinicDatabase | undefined> {
  const home = realpathSync(dataDir)
  const claim = takeHere(home)
  if (claim.held) {
    claim.release()
    return undefined
  }
  const record = findServerRecord(home)
  if (!record) throw new LaunchFault(`The clinic in ${dataDir} is only starting: try again when it is open.`)
  const databaseUrl = `postgres://pointille:${record.password}@127.0.0.1:${record.port}/pointille`
  await checkDatabase(databaseUrl, clone)
  return { databaseUrl, place: join(home, record.place), release: keepNothing }
}

function takeHere(home: string) {
  try {
    return takeClaim(join(home, 'running.json'))
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EACCES' ? belongsToAnother(home) : error
  }
}

/** What the launcher has to say is for the same person: it ends the command as any other thing that they can mend. */
async function mending<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof LaunchFault) throw new InputFault(error.message.split('\n'))
    throw error
  }
}
