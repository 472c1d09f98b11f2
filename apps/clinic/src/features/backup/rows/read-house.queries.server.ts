import type pg from 'pg'
import { copyOut } from './copy.server.ts'
import { copyOutStatement, type HouseTable, listHouseTables, quoted } from './house-tables.queries.server.ts'

/** So that the same value is the same text on every server. */
const sameText = [
  `set local client_encoding = 'UTF8'`,
  `set local datestyle = 'ISO, YMD'`,
  `set local intervalstyle = 'postgres'`,
  `set local timezone = 'UTC'`,
  `set local extra_float_digits = 1`,
  `set local bytea_output = 'hex'`,
  `set local statement_timeout = 0`,
  `set local idle_in_transaction_session_timeout = 0`,
].join('; ')

/**
 * Begins a transaction that sees one instant, however long it reads, and keeps nobody from writing; only a migration has to
 * wait. Tables are locked before the instant is taken: one that was altered in between would seem empty.
 */
export async function beginInstant(client: pg.ClientBase): Promise<HouseTable[]> {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const before = await listHouseTables(client)
    await client.query('begin isolation level repeatable read read only')
    if (before.length > 0)
      await client.query(`lock table ${before.map(({ name }) => quoted(name)).join(', ')} in access share mode`)
    await client.query(sameText)
    const tables = await listHouseTables(client)
    if (namesOf(tables) === namesOf(before)) return tables
    await client.query('rollback')
  }
  throw new Error('the tables of this database do not hold still')
}

const namesOf = (tables: HouseTable[]) => tables.map(({ name, columns }) => `${name} ${columns}`).join()

/** Sets a transaction's way of writing values, as a backup writes them. */
export async function writeSameText(client: pg.ClientBase): Promise<void> {
  await client.query(sameText)
}

export async function listClinics(client: pg.ClientBase): Promise<{ clinicId: string; name: string }[]> {
  const { rows } = await client.query<{ clinicId: string; name: string }>(
    'select clinic_id as "clinicId", name from house.clinics order by clinic_id',
  )
  return rows
}

/** A table's rows as COPY text, in the order of its key. Fenced tables are read clinic by clinic, as whoever asks may. */
export async function* readTable(
  client: pg.ClientBase,
  table: HouseTable,
  clinicIds: readonly string[],
): AsyncGenerator<Buffer> {
  if (!table.isFenced) {
    yield* copyOut(client, copyOutStatement(table))
    return
  }
  for (const clinicId of clinicIds) {
    await client.query(`select set_config('pointille.clinic_id', $1, true)`, [clinicId])
    yield* copyOut(client, copyOutStatement(table))
  }
}

/** Of the server, such as 180004. */
export async function readServerVersion(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int as version`,
  )
  return rows[0]!.version
}
