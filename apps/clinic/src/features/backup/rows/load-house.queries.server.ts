import pg from 'pg'
import type { Section } from '../file/sections.server.ts'
import { type TableDigest, waitingJobsSection } from '../manifest.ts'
import { Refused } from '../refusal.ts'
import { type ChainsFound, makeChainCheck } from './check-chains.server.ts'
import { copyIn } from './copy.server.ts'
import { describeGuards, liftGuards, putGuardsBack } from './guards.queries.server.ts'
import { columnList, conditionOf, listHouseTables, quoted, readSequences } from './house-tables.queries.server.ts'
import { listClinics, readTable, writeSameText } from './read-house.queries.server.ts'
import { makeTableDigest } from './table-digest.server.ts'
import { requireNoRows } from './target.queries.server.ts'
import { type JobsTaken, makeJobTaker } from './waiting-jobs.queries.server.ts'

/** What stands in the database now, read back from it. */
export type Loaded = { tables: TableDigest[]; chains: ChainsFound; jobs: JobsTaken }

/**
 * Loads a backup in one transaction, and commits it only when `prove` finds nothing to say about what was read back. The
 * database must be empty and have seen the backup's migrations.
 * @param at epoch ms; jobs due before are not taken over
 * @throws Refused, and then nothing was written
 */
export async function loadHouse(
  client: pg.Client,
  backup: { sections: AsyncIterable<Section>; sequences: Record<string, number>; at: number },
  prove: (loaded: Loaded) => void,
): Promise<Loaded> {
  await client.query('begin')
  try {
    await writeSameText(client)
    const tables = await listHouseTables(client)
    const guards = await describeGuards(client)
    await liftGuards(client, tables)
    await requireNoRows(client, tables)
    const secrets = tables.find(({ name }) => name === 'house.secrets')
    if (secrets) await client.query(`delete from house.secrets where ${conditionOf(secrets)}`)

    const jobs = makeJobTaker(client, backup.at)
    for await (const { name, columns, rows } of backup.sections) {
      if (name === waitingJobsSection) for await (const lines of rows) await jobs.take(lines)
      else
        await copyIn(client, `copy ${quoted(name)} (${columnList(columns)}) from stdin`, rows).catch(refuseRows(name))
    }
    for (const [name, value] of Object.entries(backup.sequences))
      await client.query('select setval($1::text::regclass, $2)', [quoted(name), value])
    await putGuardsBack(client, tables)
    const changed = (await describeGuards(client)).find((guard, place) => guard !== guards[place])
    if (changed) throw new Error(`a guard does not stand as it stood before: ${changed}`)

    const loaded = { ...(await readBack(client)), jobs: jobs.taken }
    const sequences = await readSequences(client)
    const amiss = Object.entries(backup.sequences).find(([name, value]) => sequences[name] !== value)
    if (amiss)
      throw new Refused('NotEqual', `The sequence ${amiss[0]} stands at ${sequences[amiss[0]]}, not at ${amiss[1]}.`)
    prove(loaded)
    await client.query('commit')
    return loaded
  } catch (error) {
    await client.query('rollback').catch(() => {})
    if (error instanceof pg.DatabaseError && error.code === '55P03')
      throw new Refused(
        'TargetBusy',
        'Another program works on this database: stop every npm start, serve and worker on it first.',
      )
    throw error
  }
}

async function readBack(client: pg.Client): Promise<Pick<Loaded, 'tables' | 'chains'>> {
  const chains = makeChainCheck()
  const found: TableDigest[] = []
  const clinicIds = (await listClinics(client)).map(({ clinicId }) => clinicId)
  for (const table of await listHouseTables(client)) {
    const digest = makeTableDigest(table.name, table.columns)
    for await (const lines of readTable(client, table, clinicIds)) {
      digest.take(lines)
      chains.take(table.name, table.columns, lines)
    }
    found.push(digest.end())
  }
  return { tables: found, chains: chains.end() }
}

/** The server names the rule that a row breaks; the row itself, which it quotes elsewhere, is not repeated. */
function refuseRows(table: string): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof pg.DatabaseError)) throw error
    throw new Refused('RowsRefused', `The database refuses a row of ${table}: ${error.message}. Nothing was written.`)
  }
}

/** Tells the server how the tables are filled, so that the first readers do not wait. */
export async function analyzeHouse(client: pg.Client): Promise<void> {
  const tables = await listHouseTables(client)
  await client.query(`analyze ${tables.map(({ name }) => quoted(name)).join(', ')}`)
}
