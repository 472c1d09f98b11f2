import { createRequire } from 'node:module'
import { LaunchFault } from './launch-fault.ts'

type Postgres = typeof import('pg')

const OLDEST_VERSION = 15

/** Opens one's own database once, to say in one line what is wrong with DATABASE_URL. No line repeats the URL. */
export async function checkDatabase(databaseUrl: string, clone: string): Promise<void> {
  const { Client } = createRequire(`${clone}/apps/clinic/package.json`)('pg') as Postgres
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version_num') as version")
    const version = Math.floor(Number(rows[0]?.version) / 10_000)
    if (version >= OLDEST_VERSION) return
    throw new LaunchFault(
      `DATABASE_URL is a PostgreSQL ${version}: give one of version ${OLDEST_VERSION} or later, or leave it out to use the one that comes with us.`,
    )
  } catch (error) {
    throw error instanceof LaunchFault ? error : new LaunchFault(describeFailure(error))
  } finally {
    await client.end().catch(() => {})
  }
}

const KNOWN_FAILURES: Record<string, string> = {
  ECONNREFUSED: 'reaches no server (connection refused): start that PostgreSQL, or correct host and port',
  ENOTFOUND: 'names a host that cannot be found: correct it',
  EAI_AGAIN: 'names a host that cannot be found now: correct it, or look at the network',
  ETIMEDOUT: 'reaches no server (no answer): correct host and port, or look at the firewall',
  '28P01': 'is refused by the server (user or password wrong): correct it',
  '28000': 'is refused by the server (this user may not sign in from here): correct it, or allow it in pg_hba.conf',
  '3D000': 'names a database that does not exist: create it, or correct the name',
}

/** The way out for a failure to connect; exported for its test. */
export function describeFailure(error: unknown): string {
  const { code = '', message } = error as { code?: string; message: string }
  const known = KNOWN_FAILURES[code]
  return known ? `DATABASE_URL ${known}.` : `DATABASE_URL cannot be used: ${message.split('\n')[0]}.`
}
