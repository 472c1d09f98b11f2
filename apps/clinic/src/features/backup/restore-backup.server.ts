import { readdir } from 'node:fs/promises'
import pg from 'pg'
import { migrateDatabase } from '#platform/database/migrate.server.ts'
import { type CheckedBackup, findDifference, readThrough } from './check-backup.server.ts'
import { openWholeFile } from './file/read-file.server.ts'
import { readSections } from './file/sections.server.ts'
import { type Tell, waitingJobsSection } from './manifest.ts'
import { type BackupRefusal, Refused, refusing } from './refusal.ts'
import { analyzeHouse, type Loaded, loadHouse } from './rows/load-house.queries.server.ts'
import { sayBrokenChain } from './rows/say-broken-chain.ts'
import { requireEmptyTarget } from './rows/target.queries.server.ts'

export type RestoreOrder = {
  file: string
  passphrase: string | undefined
  /** Folder of this program's migrations. */
  migrations: URL
  /** Epoch ms: jobs that were due before are not taken over. */
  at: number
  /** Restores a record although a chain in it is broken, as it is. */
  acceptBrokenChains: boolean
  /** Gives the owner's address of the database to restore into; called only once the file was found whole. */
  openDatabase(): Promise<string>
  tell?: (step: 'check' | 'load') => Tell
}

export type Restored = {
  backup: CheckedBackup
  loaded: Loaded
  /** The last migration that the database has seen now, when the backup had not. */
  migratedTo: string | undefined
}

/**
 * Brings a backup back into an empty database: checks the file, runs the backup's own migrations, loads every row in one
 * transaction, reads everything back, and commits only when each table and each chain is what the backup says; then runs
 * the migrations that came since.
 */
export function restoreBackup(order: RestoreOrder): Promise<Restored | BackupRefusal> {
  return refusing(async () => {
    const file = await openWholeFile(order.file, order.passphrase)
    try {
      const backup = await readThrough(file, { tell: order.tell?.('check') })
      const { migrations } = backup.manifest
      const ahead = await listMigrationsSince(migrations, order.migrations)
      const [broken] = backup.chains.broken
      if (broken && !order.acceptBrokenChains)
        throw new Refused('ChainBroken', `${sayBrokenChain(broken)} Nothing was written.`)

      const databaseUrl = await order.openDatabase()
      const loaded = await withClient(databaseUrl, async (client) => {
        await requireEmptyTarget(client, migrations)
        await migrateDatabase(databaseUrl, order.migrations, migrations.at(-1))
        const sections = readSections(file.records(order.tell?.('load')))
        const { sequences } = backup.manifest
        return loadHouse(client, { sections, sequences, at: order.at }, (found) => requireEqual(found, backup))
      })
      if (ahead.length > 0) await migrateDatabase(databaseUrl, order.migrations)
      await withClient(databaseUrl, analyzeHouse)
      return { backup, loaded, migratedTo: ahead.at(-1) }
    } finally {
      await file.close()
    }
  })
}

/** The migrations that this program knows beyond the backup's. @throws Refused when the backup has seen one that it does not */
async function listMigrationsSince(seen: readonly string[], folder: URL): Promise<string[]> {
  const known = (await readdir(folder)).flatMap((file) => (file.endsWith('.sql') ? [file.slice(0, -4)] : [])).sort()
  const stranger = seen.find((name, place) => known[place] !== name)
  if (stranger === undefined) return known.slice(seen.length)
  throw new Refused(
    'BackupNewer',
    `This backup was made by a newer release (migration ${stranger}; this one ends at ${known.at(-1)}): install that release, then restore. Nothing was written.`,
  )
}

function requireEqual(found: Loaded, { manifest, chains }: CheckedBackup): void {
  const told = manifest.tables.filter(({ name }) => name !== waitingJobsSection)
  const differing = findDifference(found.tables, told)
  if (differing)
    throw new Refused('NotEqual', `${differing} is not what the backup says once it is loaded. Nothing was written.`)
  if (JSON.stringify(found.chains) !== JSON.stringify(chains))
    throw new Refused(
      'NotEqual',
      'The chains of the treatments are not those of the backup once they are loaded. Nothing was written.',
    )
}

async function withClient<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
