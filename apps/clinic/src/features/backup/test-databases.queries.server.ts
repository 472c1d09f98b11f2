import { randomBytes } from 'node:crypto'
import pg from 'pg'

export type EmptyDatabase = { url: string; drop(): Promise<void> }

/**
 * An empty database on a server, by its superuser's address; `asOwner` gives it to an ordinary role, as a server of one's
 * own would, for whom the fences hold too.
 */
export async function makeEmptyDatabase(serverUrl: string, { asOwner = false } = {}): Promise<EmptyDatabase> {
  const name = `restored_${randomBytes(6).toString('hex')}`
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const statements = asOwner
    ? [
        `create role ${name} login createrole password 'owner'`,
        ...grants(name),
        `create database ${name} owner ${name}`,
      ]
    : [`create database ${name}`]
  await asAdmin(serverUrl, statements)
  if (asOwner) {
    url.username = name
    url.password = 'owner'
  }
  return { url: url.href, drop: () => asAdmin(serverUrl, [`drop database ${name} with (force)`]) }
}

/** The groups of another house on this server were not made by this owner. */
function grants(name: string): string[] {
  return ['pointille_app', 'pointille_sign_in'].map((group) => `grant ${group} to ${name} with admin option`)
}

async function asAdmin(serverUrl: string, statements: string[]): Promise<void> {
  const url = new URL(serverUrl)
  url.pathname = '/postgres'
  await onDatabase(url.href, async (client) => {
    for (const statement of statements) await client.query(statement)
  })
}

export async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Every table of the house with an MD5 of its rows, reckoned by the server itself; for a superuser, past every fence. */
export function fingerprint(url: string, without: readonly string[] = []): Promise<Record<string, string>> {
  return onDatabase(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('auth', 'clinic', 'house') order by 1`,
    )
    const found: Record<string, string> = {}
    for (const { name } of tables.filter((table) => !without.includes(table.name))) {
      const own = name === 'house.secrets' ? `where name !~ '^role'` : ''
      const { rows } = await client.query<{ print: string }>(
        `select count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as print from ${name} t ${own}`,
      )
      found[name] = rows[0]!.print
    }
    return found
  })
}

/** Every guard of the house, in the catalogue's own words. */
export function guardsOf(url: string): Promise<string[]> {
  return onDatabase(url, async (client) => {
    const { rows } = await client.query<{ guard: string }>(
      `select tgrelid::regclass || pg_get_triggerdef(oid) || tgenabled::text as guard from pg_trigger where not tgisinternal
       union all select conrelid::regclass || pg_get_constraintdef(oid) || convalidated from pg_constraint where connamespace::regnamespace::text in ('auth', 'clinic', 'house')
       union all select oid::regclass::text || relrowsecurity || relforcerowsecurity || coalesce(relacl::text, '') from pg_class where relnamespace::regnamespace::text in ('auth', 'clinic', 'house') and relkind = 'r'
       order by 1`,
    )
    return rows.map(({ guard }) => guard)
  })
}
