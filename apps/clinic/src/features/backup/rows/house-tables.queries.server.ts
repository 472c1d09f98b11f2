import pg from 'pg'

/** A table of the house as PostgreSQL's own catalogue describes it, so that a new migration's table is backed up without a word here. */
export type HouseTable = {
  /** `clinic.patients`, as people read it and as a backup names it. */
  name: string
  columns: string[]
  /** Whether row security is on, and it can be read one clinic at a time only. */
  isFenced: boolean
  hasUserTriggers: boolean
  estimatedRows: number
  keyColumns: { name: string; isText: boolean }[]
  /** Other tables that its rows point to. */
  pointsTo: string[]
}

/**
 * Rows that stay where they are. The passwords of the database's own roles belong to one server; a sign-in or a code that was
 * taken back after the backup must not open the door again, so everyone signs in anew after a restore.
 */
const leftBehind: Record<string, string> = {
  'house.secrets': "name ~ '^role(-name)?:'",
  'auth.session': 'true',
  'auth.verification': 'true',
}

/** All tables of schemas auth, clinic and house, each after those that it points to. */
export async function listHouseTables(client: pg.ClientBase): Promise<HouseTable[]> {
  const { rows } = await client.query<HouseTable>(`
    select n.nspname || '.' || c.relname as name, c.relrowsecurity as "isFenced", greatest(c.reltuples, 0)::float8 as "estimatedRows",
      exists (select from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as "hasUserTriggers",
      (select json_agg(a.attname order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
      coalesce((select json_agg(json_build_object('name', a.attname, 'isText', a.attcollation <> 0) order by k.place)
        from pg_index i, unnest(i.indkey) with ordinality k(number, place), pg_attribute a
        where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.number), '[]') as "keyColumns",
      coalesce((select json_agg(distinct m.nspname || '.' || f.relname) from pg_constraint o
        join pg_class f on f.oid = o.confrelid join pg_namespace m on m.oid = f.relnamespace
        where o.conrelid = c.oid and o.contype = 'f' and o.confrelid <> c.oid), '[]') as "pointsTo"
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('auth', 'clinic', 'house') and c.relkind in ('r', 'p') and not c.relispartition
    order by 1`)
  return inOrderOfReference(rows)
}

function inOrderOfReference(tables: HouseTable[]): HouseTable[] {
  const ordered: HouseTable[] = []
  const done = new Set<string>()
  while (ordered.length < tables.length) {
    const ready = tables.filter(({ name, pointsTo }) => !done.has(name) && pointsTo.every((other) => done.has(other)))
    if (ready.length === 0) throw new Error(`tables point to each other in a circle, beside ${[...done].join(', ')}`)
    for (const table of ready) done.add(table.name)
    ordered.push(...ready)
  }
  return ordered
}

/** `"clinic"."patients"`, for SQL. */
export function quoted(name: string): string {
  return name.split('.').map(pg.escapeIdentifier).join('.')
}

export function columnList(columns: readonly string[]): string {
  return columns.map(pg.escapeIdentifier).join(', ')
}

/** Which rows of a table a backup holds. A fenced table is asked for one clinic at a time: the transaction names which. */
export function conditionOf({ name, isFenced }: Pick<HouseTable, 'name' | 'isFenced'>): string {
  const left = leftBehind[name]
  return [isFenced ? 'clinic_id = house.tenant()' : 'true', left ? `not (${left})` : 'true'].join(' and ')
}

/** The statement that gives a table's rows in the order of its key, the same on every server whatever its locale. */
export function copyOutStatement(table: HouseTable): string {
  const key = table.keyColumns.map(({ name, isText }) => `${pg.escapeIdentifier(name)}${isText ? ' collate "C"' : ''}`)
  const order = key.length > 0 ? key.join(', ') : 't::text collate "C"'
  const rows = `select ${columnList(table.columns)} from ${quoted(table.name)} t where ${conditionOf(table)} order by ${order}`
  return `copy (${rows}) to stdout`
}

/** The last value of each sequence of the house that has given one. */
export async function readSequences(client: pg.ClientBase): Promise<Record<string, number>> {
  const { rows } = await client.query<{ name: string; value: number }>(
    `select schemaname || '.' || sequencename as name, last_value::float8 as value from pg_sequences
     where schemaname in ('auth', 'clinic', 'house') and last_value is not null order by 1`,
  )
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]))
}

/** Names of the migrations that the database has seen, oldest first; undefined when it is no database of ours. */
export async function findMigrations(client: pg.ClientBase): Promise<string[] | undefined> {
  const known = await client.query<{ known: boolean }>(
    `select to_regclass('migrations.kysely_migration') is not null as known`,
  )
  if (!known.rows[0]!.known) return undefined
  const { rows } = await client.query<{ name: string }>(
    'select name from migrations.kysely_migration order by name collate "C"',
  )
  return rows.map(({ name }) => name)
}
