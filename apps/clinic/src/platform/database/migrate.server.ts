import { readdir, readFile } from 'node:fs/promises'
import { runMigrations } from 'graphile-worker'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import pg from 'pg'
import { ensureRoles } from './roles.server.ts'

const oldestServer = 15

/**
 * Brings a database to today's shape: our plain SQL in `migrations/`, the job queue's own tables, the sign-in roles.
 * Safe to call from several processes at once (the migrator holds a lock) and again later (it does what is left).
 * @param ownerUrl the database's owner; needs CREATEROLE and the right to create extensions that PostgreSQL trusts
 * @param folder where the `.sql` files are
 * @param upTo the last migration to run, for a restore of what an older release wrote; a database further on must not be given
 * @throws a plain sentence when the server is too old or a migration fails; nothing of that migration stays
 */
export async function migrateDatabase(ownerUrl: string, folder: URL, upTo?: string): Promise<void> {
  const pool = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    const { rows } = await pool.query<{ version: number }>(
      `select current_setting('server_version_num')::int / 10000 as version`,
    )
    if (rows[0]!.version < oldestServer)
      throw new Error(`PostgreSQL ${rows[0]!.version} is too old: use ${oldestServer} or newer`)
    await pool.query('create schema if not exists migrations')
    const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) })
    const migrator = new Migrator({
      db,
      provider: { getMigrations: () => readMigrations(folder) },
      migrationTableSchema: 'migrations',
    })
    const { error, results } = await (upTo ? migrator.migrateTo(upTo) : migrator.migrateToLatest())
    if (error) {
      const failed = results?.find((result) => result.status === 'Error')
      throw new Error(
        `migration ${failed?.migrationName ?? ''} failed: ${error instanceof Error ? error.message : String(error)}`,
        { cause: error },
      )
    }
    await runMigrations({ pgPool: pool })
    const owner = await pool.connect()
    try {
      await ensureRoles(owner)
    } finally {
      owner.release()
    }
  } finally {
    await pool.end()
  }
}

async function readMigrations(folder: URL): Promise<Record<string, Migration>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const migrations: Record<string, Migration> = {}
  for (const name of names) {
    const text = await readFile(new URL(name, folder), 'utf8')
    migrations[name.replace(/\.sql$/, '')] = {
      up: (db) =>
        sql
          .raw(text)
          .execute(db)
          .then(() => undefined),
    }
  }
  return migrations
}
