import type pg from 'pg'
import { Refused } from '../refusal.ts'
import { conditionOf, findMigrations, type HouseTable, listHouseTables, quoted } from './house-tables.queries.server.ts'

const wayOut =
  'A backup is restored into an empty database only: give another DATABASE_URL, or another place with POINTILLE_DATA=/a/new/folder.'

/**
 * Refuses a database that is not empty, holds another program's tables, or has seen migrations that the backup has not.
 * Nothing is written. An empty one may have been prepared already.
 */
export async function requireEmptyTarget(client: pg.ClientBase, backupMigrations: readonly string[]): Promise<void> {
  const seen = await findMigrations(client)
  const strange = await listStrangeTables(client, seen !== undefined)
  if (strange.length > 0)
    throw new Refused('TargetNotOurs', `This database holds tables of another program (${some(strange)}). ${wayOut}`)
  if (!seen) return
  await requireNoRows(client, await listHouseTables(client))
  if (seen.some((name, place) => backupMigrations[place] !== name))
    throw new Refused(
      'TargetFurtherOn',
      `This database is empty, but prepared by a newer release (${seen.at(-1)}) than the one that made the backup (${backupMigrations.at(-1)}). ${wayOut}`,
    )
}

/** A fenced row hangs on its clinic, which is not fenced: where there is no clinic, there is none of them. */
export async function requireNoRows(client: pg.ClientBase, tables: readonly HouseTable[]): Promise<void> {
  const filled: string[] = []
  for (const table of tables.filter(({ isFenced, name }) => !isFenced && name !== 'house.secrets')) {
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int as count from ${quoted(table.name)} where ${conditionOf(table)}`,
    )
    if (rows[0]!.count > 0) filled.push(`${rows[0]!.count} in ${table.name}`)
  }
  if (filled.length === 0) return
  const clinics = await client.query<{ name: string }>('select name from house.clinics order by opened_at, name')
  const whose =
    clinics.rows.length > 0 ? `${some(clinics.rows.map(({ name }) => name))} (rows: ${some(filled)})` : some(filled)
  throw new Refused('TargetNotEmpty', `This database is not empty: there is ${whose}. ${wayOut}`)
}

async function listStrangeTables(client: pg.ClientBase, isOurs: boolean): Promise<string[]> {
  const ours = isOurs ? ['auth', 'clinic', 'house', 'graphile_worker', 'migrations'] : []
  const { rows } = await client.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and n.nspname <> all ($1)
       and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
     order by 1`,
    [ours],
  )
  return rows.map(({ name }) => name)
}

/** The first three, and how many more. */
function some(words: readonly string[]): string {
  return words.length > 3 ? `${words.slice(0, 3).join(', ')} and ${words.length - 3} more` : words.join(', ')
}
