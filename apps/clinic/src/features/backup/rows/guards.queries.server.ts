import type pg from 'pg'
import { type HouseTable, quoted } from './house-tables.queries.server.ts'

/*
 * The house's own triggers judge what happens; a restore tells what happened. They and the owner's fence are lifted inside the
 * restoring transaction, which holds every table alone and is seen by nobody until they stand again. Keys, references,
 * exclusions and checks are never lifted.
 */

export async function liftGuards(client: pg.ClientBase, tables: readonly HouseTable[]): Promise<void> {
  await client.query(`set local lock_timeout = '10s'`)
  for (const table of tables) await alter(client, table, 'no force row level security', 'disable trigger user')
}

export async function putGuardsBack(client: pg.ClientBase, tables: readonly HouseTable[]): Promise<void> {
  await client.query('set constraints all immediate')
  for (const table of tables) await alter(client, table, 'force row level security', 'enable trigger user')
}

/** A table that nothing guards is locked all the same: nobody may write while we look. */
async function alter(client: pg.ClientBase, table: HouseTable, fence: string, triggers: string): Promise<void> {
  const changes = [...(table.isFenced ? [fence] : []), ...(table.hasUserTriggers ? [triggers] : [])]
  if (changes.length > 0) await client.query(`alter table ${quoted(table.name)} ${changes.join(', ')}`)
  else await client.query(`lock table ${quoted(table.name)} in access exclusive mode`)
}

/** Every trigger, fence, policy and constraint of the house in words, to compare before with after. */
export async function describeGuards(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ guard: string }>(`
    with tables as (
      select c.* from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('auth', 'clinic', 'house')
    )
    select pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text as guard from pg_trigger t join tables c on c.oid = t.tgrelid where not t.tgisinternal
    union all
    select c.oid::regclass::text || ' row security ' || c.relrowsecurity || ', forced ' || c.relforcerowsecurity from tables c where c.relkind in ('r', 'p')
    union all
    select c.oid::regclass::text || ' ' || p.polname || ' ' || p.polcmd::text || pg_get_expr(p.polqual, c.oid) || coalesce(pg_get_expr(p.polwithcheck, c.oid), '')
      from pg_policy p join tables c on c.oid = p.polrelid
    union all
    select c.oid::regclass::text || ' ' || o.conname || ' ' || pg_get_constraintdef(o.oid) || ' valid ' || o.convalidated
      from pg_constraint o join tables c on c.oid = o.conrelid
    order by 1`)
  return rows.map(({ guard }) => guard)
}
