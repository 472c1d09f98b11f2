import { CamelCasePlugin, Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { columnTypes } from './column-types.server.ts'
import type { DB } from './generated/tables.ts'
import { type HouseKeys, readHouseKeys } from './roles.server.ts'

/** The application's view of the database: a role that owns nothing; of schema `clinic` it sees only the tenant that its transaction names. */
export type Database = Kysely<DB>
/** A transaction in which one clinic is set. All SQL of features runs in one. */
export type ClinicTransaction = Transaction<DB>

export type OpenDatabase = {
  db: Database
  appPool: pg.Pool
  signInPool: pg.Pool
  keys: HouseKeys
  close(): Promise<void>
}

/**
 * Opens the pools of one process. The owner's connection is used once, to read the roles' passwords, and closed.
 * @param ownerUrl DATABASE_URL
 * @param connections how many the application may hold open (the sign-in library gets a few more)
 */
export async function openDatabase(ownerUrl: string, connections = 16): Promise<OpenDatabase> {
  const keys = await readKeys(ownerUrl)
  const appPool = poolFor(ownerUrl, keys.app, { max: connections, types: columnTypes })
  // The sign-in library reads and writes instants as Date, the driver's own way; numbers make its counters fail without a word.
  const signInPool = poolFor(ownerUrl, keys.signIn, { max: 4 })
  const db = speak(appPool)
  return {
    db,
    appPool,
    signInPool,
    keys,
    close: async () => {
      await db.destroy()
      await signInPool.end()
    },
  }
}

/** The owner's own view, for building a clinic; `destroy()` it. The fences hold for the owner too (`inClinic`), a superuser excepted. */
export function openOwnerDatabase(ownerUrl: string): Database {
  return speak(new pg.Pool({ connectionString: ownerUrl, max: 2, types: columnTypes }))
}

function speak(pool: pg.Pool): Database {
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  })
}

async function readKeys(ownerUrl: string): Promise<HouseKeys> {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    return await readHouseKeys(owner)
  } finally {
    await owner.end()
  }
}

function poolFor(ownerUrl: string, role: HouseKeys['app'], options: Pick<pg.PoolConfig, 'max' | 'types'>): pg.Pool {
  const url = new URL(ownerUrl)
  // In the query, where they win: an address without a host (`postgresql:///clinic?host=/run/postgresql`) has no other place for them.
  url.searchParams.set('user', role.name)
  url.searchParams.set('password', role.password)
  const pool = new pg.Pool({ connectionString: url.href, ...options, idleTimeoutMillis: 30_000 })
  // A server that goes away must not bring the process down: the next query reports it to whoever asked.
  pool.on('error', () => {})
  return pool
}
