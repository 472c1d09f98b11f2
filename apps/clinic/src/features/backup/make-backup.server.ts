import pg from 'pg'
import { type CheckedBackup, readThrough } from './check-backup.server.ts'
import { openWholeFile } from './file/read-file.server.ts'
import type { BackupRecord } from './file/records.server.ts'
import { beginFile } from './file/write-file.server.ts'
import { type BackupEnd, type Tell, waitingJobsSection } from './manifest.ts'
import { type BackupRefusal, Refused, refusing } from './refusal.ts'
import { findMigrations, type HouseTable, readSequences } from './rows/house-tables.queries.server.ts'
import { beginInstant, listClinics, readServerVersion, readTable } from './rows/read-house.queries.server.ts'
import { makeTableDigest } from './rows/table-digest.server.ts'
import { copyWaitingJobs, waitingJobColumns } from './rows/waiting-jobs.queries.server.ts'

export type BackupOrder = {
  /** The database's owner. */
  databaseUrl: string
  /** Where the backup will stand, once it is whole; nothing may stand there yet. */
  file: string
  passphrase: string | undefined
  /** Version of this program, and the instant (epoch ms): both are told in the backup. */
  product: string
  at: number
  /** Ends the work early: it throws, and no file is left. */
  signal?: AbortSignal
  tell?: Tell
}

/**
 * Writes everything that the house knows at one instant into a file, while clinics go on working, and reads it back from
 * the disk before it gets its name. A broken chain does not stop it: the backup is faithful, and `chains` tells.
 * @throws EEXIST when the file is there already; the file system's and the database's own errors
 */
export function makeBackup(order: BackupOrder): Promise<CheckedBackup | BackupRefusal> {
  return refusing(async () => {
    const draft = await beginFile(order.file)
    const client = new pg.Client({ connectionString: order.databaseUrl })
    client.on('error', () => {})
    const stop = () => void client.end()
    order.signal?.addEventListener('abort', stop)
    try {
      order.signal?.throwIfAborted()
      await client.connect()
      await draft.write(tellHouse(client, order), order.passphrase)
      const written = await openWholeFile(draft.path, order.passphrase)
      const checked = await readThrough(written).finally(() => written.close())
      order.signal?.throwIfAborted()
      await draft.place()
      return checked
    } finally {
      order.signal?.removeEventListener('abort', stop)
      await Promise.all([client.end(), draft.remove()])
    }
  })
}

/** All records of a backup, read in one transaction that sees one instant. */
async function* tellHouse(client: pg.Client, { product, at, tell }: BackupOrder): AsyncGenerator<BackupRecord> {
  const tables = await beginInstant(client)
  const migrations = await findMigrations(client)
  if (!migrations || tables.length === 0)
    throw new Refused('TargetNotOurs', 'There is no clinic in this database: nothing to back up. Check DATABASE_URL.')
  const clinics = await listClinics(client)
  const serverVersion = await readServerVersion(client)
  yield { kind: 'start', start: { product, madeAt: at, migrations, serverVersion, clinics } }

  const digests: BackupEnd['tables'] = []
  const expected = tables.reduce((sum, { estimatedRows }) => sum + estimatedRows, 0)
  let done = 0
  const tellRows = async function* (table: Pick<HouseTable, 'name' | 'columns'>, rows: AsyncIterable<Buffer>) {
    const { name, columns } = table
    const digest = makeTableDigest(name, columns)
    yield { kind: 'table', table: { name, columns } } as const
    for await (const bytes of rows) {
      digest.take(bytes)
      yield { kind: 'rows', bytes } as const
      tell?.(Math.min(done + digest.rows(), expected), expected)
    }
    done += digest.rows()
    digests.push(digest.end())
  }
  const clinicIds = clinics.map(({ clinicId }) => clinicId)
  for (const table of tables) yield* tellRows(table, readTable(client, table, clinicIds))
  yield* tellRows({ name: waitingJobsSection, columns: waitingJobColumns }, copyWaitingJobs(client))
  yield { kind: 'end', end: { tables: digests, sequences: await readSequences(client) } }
}
