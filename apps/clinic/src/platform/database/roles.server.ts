import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'

/** One sign-in to the database: the application (owns nothing, sees one clinic at a time) or the sign-in library (schema auth only). */
export type DatabaseRole = { name: string; password: string }

export type HouseKeys = { app: DatabaseRole; signIn: DatabaseRole; secret: string }

const groups = { app: 'pointille_app', signIn: 'pointille_sign_in' } as const

/**
 * Makes this database's two sign-in roles and the sealing key on first use, and returns them; later calls, by any process
 * that has the owner's address, return the same. Needs an owner with CREATEROLE.
 */
export async function ensureRoles(owner: pg.ClientBase): Promise<void> {
  await owner.query('select pg_advisory_lock(7706531)')
  try {
    const { rows } = await owner.query<{ database: string }>('select current_database() as database')
    const database = rows[0]!.database
    for (const [key, group] of Object.entries(groups)) {
      const name = roleName(database, group)
      const password = (await readSecret(owner, `role:${key}`)) ?? randomBytes(24).toString('base64url')
      const exists = await owner.query('select from pg_roles where rolname = $1', [name])
      const verb = exists.rowCount === 0 ? 'create' : 'alter'
      await owner.query(`${verb} role ${pg.escapeIdentifier(name)} login password ${pg.escapeLiteral(password)}`)
      await grantGroup(owner, group, name)
      await owner.query(`grant connect on database ${pg.escapeIdentifier(database)} to ${pg.escapeIdentifier(name)}`)
      if (key === 'signIn') await owner.query(`alter role ${pg.escapeIdentifier(name)} set search_path = auth`)
      await writeSecret(owner, `role:${key}`, password)
      await writeSecret(owner, `role-name:${key}`, name)
    }
    // PostgreSQL lets every role of the server in. The groups are the server's too, so a role of another house there would find the same grants here.
    await owner.query(`revoke connect on database ${pg.escapeIdentifier(database)} from public`)
    if (!(await readSecret(owner, 'secret'))) await writeSecret(owner, 'secret', randomBytes(32).toString('base64url'))
  } finally {
    await owner.query('select pg_advisory_unlock(7706531)')
  }
}

/** The keys of the house; throws when the database was never prepared. */
export async function readHouseKeys(owner: pg.ClientBase): Promise<HouseKeys> {
  const read = async (name: string) => {
    const value = await readSecret(owner, name)
    if (!value) throw new Error('this database was never prepared: run `npm start` on it once')
    return value
  }
  return {
    app: { name: await read('role-name:app'), password: await read('role:app') },
    signIn: { name: await read('role-name:signIn'), password: await read('role:signIn') },
    secret: await read('secret'),
  }
}

/** @throws how to help, where another owner of the same server made the group (PostgreSQL 16 and newer ask who may pass it on) */
async function grantGroup(owner: pg.ClientBase, group: string, name: string): Promise<void> {
  try {
    await owner.query(`grant ${group} to ${pg.escapeIdentifier(name)}`)
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '42501') throw error
    const groupNames = Object.values(groups).join(', ')
    throw new Error(
      `another owner of this server made the role ${group}: let a superuser run once "grant ${groupNames} to <the user of DATABASE_URL> with admin option"`,
      { cause: error },
    )
  }
}

/** Roles belong to the whole server, so the database's name is in theirs; PostgreSQL cuts names at 63 bytes. */
function roleName(database: string, group: string): string {
  return `${group}_${createHash('sha256').update(database).digest('hex').slice(0, 12)}`
}

async function readSecret(owner: pg.ClientBase, name: string): Promise<string | undefined> {
  const { rows } = await owner.query<{ value: string }>('select value from house.secrets where name = $1', [name])
  return rows[0]?.value
}

async function writeSecret(owner: pg.ClientBase, name: string, value: string): Promise<void> {
  await owner.query(
    'insert into house.secrets (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value',
    [name, value],
  )
}
