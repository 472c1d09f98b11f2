import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectAs, inTenant, makeTestClinic, refusalOf, type TestClinic } from './test-clinic.ts'
import { makeTestDatabase, type TestDatabase } from './test-database.ts'

/* Promise 6: a clinic sees itself only, and the application's role owns nothing. Tried by plain SQL as that role. */

const notGranted = '42501'
let database: TestDatabase
let app: pg.Client
let signIn: pg.Client
let a: TestClinic
let b: TestClinic
let tables: string[]

beforeAll(async () => {
  database = await makeTestDatabase()
  a = await makeTestClinic(database.owner, 'a')
  b = await makeTestClinic(database.owner, 'b')
  app = await connectAs(database.ownerUrl, 'app')
  signIn = await connectAs(database.ownerUrl, 'signIn')
  const { rows } = await database.owner.query(
    `select c.relname from pg_class c where c.relnamespace = 'clinic'::regnamespace and c.relkind in ('r', 'p', 'f', 'v', 'm') order by 1`,
  )
  tables = rows.map((row: { relname: string }) => row.relname)
})
afterAll(async () => {
  await app.end()
  await signIn.end()
  await database.close()
})

/** Rows that a statement returns for the owner, past every fence. */
async function look(text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  return (await database.owner.query(text, values)).rows
}

test('there are tables to fence', () => {
  expect(tables).toContain('patients')
  expect(tables.length).toBeGreaterThan(15)
})

test('every table of schema clinic is fenced: row security on and forced, one policy for every command, clinic_id first in its key', async () => {
  const rows = await look(`
    select c.relname, c.relrowsecurity and c.relforcerowsecurity as forced,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
      (select bool_and(p.polcmd = '*' and p.polpermissive
          and pg_get_expr(p.polqual, p.polrelid) = '(clinic_id = house.tenant())'
          and pg_get_expr(p.polwithcheck, p.polrelid) = '(clinic_id = house.tenant())')
        from pg_policy p where p.polrelid = c.oid) as "isOwnClinic",
      (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisprimary) as "firstInKey",
      (select bool_and(a.attname = 'clinic_id') from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
        where i.indrelid = c.oid and i.indisunique) as "firstInEveryUnique"
    from pg_class c where c.relnamespace = 'clinic'::regnamespace and c.relkind in ('r', 'p', 'f', 'v', 'm')`)
  for (const row of rows)
    expect(row, String(row.relname)).toMatchObject({
      forced: true,
      policies: 1,
      isOwnClinic: true,
      firstInKey: 'clinic_id',
      firstInEveryUnique: true,
    })
})

test('every reference between tables of schema clinic carries the clinic, so no row can point into another', async () => {
  const crossing = await look(`
    select k.conname from pg_constraint k
    where k.contype = 'f' and k.connamespace = 'clinic'::regnamespace
      and not exists (select from unnest(k.conkey) with ordinality x(column_number, place)
        join unnest(k.confkey) with ordinality y(column_number, place) using (place)
        join pg_attribute f on f.attrelid = k.conrelid and f.attnum = x.column_number
        join pg_attribute t on t.attrelid = k.confrelid and t.attnum = y.column_number
        where f.attname = 'clinic_id' and t.attname = 'clinic_id')`)
  expect(crossing).toEqual([])
})

test('without a clinic nothing is seen and nothing is written', async () => {
  for (const table of tables) {
    const seen = await app.query(`select * from clinic.${table}`).then((answer) => answer.rowCount)
    expect(seen, table).toBe(0)
  }
  const written = app.query(
    `insert into clinic.patients (clinic_id, file_number, given_name, family_name, birth_on, phone, email, language, created_at)
     values ($1, 99, 'x', 'x', '1990-01-01', '', '', 'fr', now())`,
    [a.clinicId],
  )
  expect(await refusalOf(written)).toBe(notGranted)
  expect(
    await refusalOf(app.query('select house.issue_token($1, $2, $3, null)', [randomBytes(32), 'hold', a.patientId])),
  ).toBe('23502')
})

test('a clinic sees its own rows and not one of another', async () => {
  for (const table of tables) {
    const rows = await inTenant(app, a.clinicId, () => app.query(`select clinic_id from clinic.${table}`)).then(
      (answer) => answer.rows,
    )
    expect(new Set(rows.map((row) => row.clinic_id)), table).toEqual(
      rows.length > 0 ? new Set([a.clinicId]) : new Set(),
    )
  }
  const named = await inTenant(app, a.clinicId, () =>
    app.query('select from clinic.patients where patient_id = $1', [b.patientId]),
  )
  expect(named.rowCount).toBe(0)
})

test('rows of another clinic can be neither changed, nor written, nor pointed at', async () => {
  const asA = <T>(work: () => Promise<T>) => inTenant(app, a.clinicId, work)
  const changed = await asA(() =>
    app.query(`update clinic.patients set given_name = 'x' where clinic_id = $1`, [b.clinicId]),
  )
  expect(changed.rowCount).toBe(0)
  const moved = asA(() =>
    app.query('update clinic.patients set clinic_id = $1 where clinic_id = $2', [b.clinicId, a.clinicId]),
  )
  expect(await refusalOf(moved)).toBe(notGranted)
  const insert = (clinicId: string, patientId: string) =>
    asA(() =>
      app.query(
        `insert into clinic.appointments (clinic_id, appointment_id, service_id, status, starts_at, ends_at, patient_id, language, held_at, hold_expires_at, verdict_kind)
         values ($1, $2, 'treatment', 'booked', '2027-02-01', '2027-02-02', $3, 'fr', now(), now(), 'allow')`,
        [clinicId, randomUUID(), patientId],
      ),
    )
  expect(await refusalOf(insert(b.clinicId, b.patientId))).toBe(notGranted)
  expect(await refusalOf(insert(a.clinicId, b.patientId))).toBe('23503')
  expect(await refusalOf(insert(a.clinicId, a.patientId))).toBe('allowed')
})

test('the clinic of a transaction ends with it', async () => {
  await inTenant(app, a.clinicId, () => app.query('select 1'))
  const { rows } = await app.query('select house.tenant() as tenant')
  expect(rows[0].tenant).toBeNull()
})

test('the roles own nothing, are no superusers, cannot pass row security, and make neither roles nor databases', async () => {
  const roles = await look(
    `select r.rolname, r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication as powerful,
       (select count(*)::int from pg_class c where c.relowner = r.oid) + (select count(*)::int from pg_namespace n where n.nspowner = r.oid)
       + (select count(*)::int from pg_proc p where p.proowner = r.oid) as owns
     from pg_roles r where r.rolname like 'pointille\\_%'`,
  )
  expect(roles.length).toBeGreaterThanOrEqual(4)
  for (const role of roles) expect(role, String(role.rolname)).toMatchObject({ powerful: false, owns: 0 })
})

test('the application reads neither the secrets, nor the tokens, nor passwords, nor the job queue, and makes nothing', async () => {
  const attempts = [
    'select * from house.secrets',
    'select * from house.tokens',
    'select * from house.clinics',
    'insert into house.tokens select * from house.tokens',
    'select * from auth."user"',
    'select * from auth.account',
    'select * from auth."session"',
    'select * from auth."twoFactor"',
    'select * from graphile_worker._private_jobs',
    `select graphile_worker.add_job('sendPatientLink')`,
    'select * from migrations.kysely_migration',
    'create table clinic.mine (clinic_id uuid)',
    'create table public.mine (clinic_id uuid)',
    'create schema mine',
    'alter table clinic.patients disable row level security',
    'drop policy own_clinic on clinic.patients',
    'alter table clinic.treatment_events disable trigger all',
    `set role pointille_sign_in`,
    `set session_replication_role = replica`,
  ]
  for (const attempt of attempts)
    expect(await refusalOf(inTenant(app, a.clinicId, () => app.query(attempt))), attempt).toBe(notGranted)
})

test('the application empties no table, and deletes only what a hold leaves behind', async () => {
  const deletable: string[] = []
  for (const table of tables) {
    const attempt = (verb: string) => refusalOf(inTenant(app, a.clinicId, () => app.query(`${verb} clinic.${table}`)))
    expect(await attempt('truncate'), table).toBe(notGranted)
    const { rows } = await app.query('select has_table_privilege($1, $2) as may', [`clinic.${table}`, 'delete'])
    if (rows[0].may) deletable.push(table)
  }
  expect(deletable).toEqual(['occupancies', 'screenings'])
})

test('the sign-in library reaches its own tables and no record of a clinic', async () => {
  expect(await refusalOf(signIn.query('select count(*) from auth."user"'))).toBe('allowed')
  for (const table of [...tables.map((name) => `clinic.${name}`), 'house.secrets', 'house.tokens'])
    expect(await refusalOf(signIn.query(`select * from ${table}`)), table).toBe(notGranted)
  expect(await refusalOf(signIn.query('select * from house.list_clinics()'))).toBe(notGranted)
})

test('every function of ours has a fixed search path or a parsed body, and none is open to everyone', async () => {
  const functions = await look(`
    select n.nspname || '.' || p.proname as name, p.prosecdef,
      p.prosqlbody is not null as parsed,
      exists (select from unnest(p.proconfig) setting where setting in ('search_path=pg_catalog, pg_temp')) as fixed,
      exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) g where g.grantee = 0) as "openToAll"
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname in ('house', 'clinic', 'auth')`)
  expect(functions.length).toBeGreaterThan(10)
  for (const row of functions) {
    expect(row.openToAll, String(row.name)).toBe(false)
    expect(row.fixed === true || (row.parsed === true && row.prosecdef === false), String(row.name)).toBe(true)
  }
})

test('a token issued in one clinic opens nothing in another', async () => {
  const token = randomBytes(16).toString('base64url')
  const sha256 = createHash('sha256').update(token).digest()
  const issue = (clinicId: string) =>
    inTenant(app, clinicId, () =>
      app.query('select house.issue_token($1, $2, $3, $4)', [sha256, 'patientLink', b.patientId, '2100-01-01']),
    )
  await issue(a.clinicId)
  // Issued again elsewhere, it stays what it was.
  await issue(b.clinicId)
  const { rows } = await app.query('select * from house.resolve_token($1, $2, now())', [sha256, 'patientLink'])
  expect(rows).toEqual([{ clinic_id: a.clinicId, subject_id: b.patientId }])
  const found = await inTenant(app, rows[0].clinic_id, () =>
    app.query('select from clinic.patients where patient_id = $1', [rows[0].subject_id]),
  )
  expect(found.rowCount).toBe(0)
})

test('a token opens only the door of its kind, not after its time, and a one-time token once', async () => {
  const sha256 = randomBytes(32)
  await inTenant(app, a.clinicId, () =>
    app.query('select house.issue_token($1, $2, $3, $4)', [sha256, 'patientLink', a.patientId, '2027-01-01T00:00:00Z']),
  )
  const count = async (name: 'resolve_token' | 'use_token', kind: string, at: string) =>
    (await app.query(`select * from house.${name}($1, $2, $3)`, [sha256, kind, at])).rowCount
  expect(await count('resolve_token', 'patientSignIn', '2026-12-01')).toBe(0)
  expect(await count('use_token', 'patientLink', '2027-01-01T00:00:00Z')).toBe(0)
  const other = await connectAs(database.ownerUrl, 'app')
  const uses = await Promise.all(
    [app, other].map((client) =>
      client.query('select * from house.use_token($1, $2, $3)', [sha256, 'patientLink', '2026-12-01']),
    ),
  )
  expect(uses.map((use) => use.rowCount).toSorted()).toEqual([0, 1])
  expect(await count('resolve_token', 'patientLink', '2026-12-01')).toBe(0)
  await other.end()
})

test('a job can be left for the own clinic only, and vanishes with a transaction that fails', async () => {
  const enqueue = (payload: unknown) =>
    app.query('select house.enqueue_job($1, $2, $3, null)', ['someTask', JSON.stringify(payload), 'key'])
  expect(await refusalOf(enqueue({}))).toBe(notGranted)
  expect(await refusalOf(inTenant(app, a.clinicId, () => enqueue({ clinicId: b.clinicId })))).toBe(notGranted)
  const failed = inTenant(app, a.clinicId, async () => {
    await enqueue({ clinicId: a.clinicId })
    throw new Error('the booking failed')
  })
  await expect(failed).rejects.toThrow('the booking failed')
  const jobs = () => look(`select key from graphile_worker.jobs where task_identifier = 'someTask'`)
  expect(await jobs()).toEqual([])
  await inTenant(app, a.clinicId, () => enqueue({ clinicId: a.clinicId }))
  await inTenant(app, b.clinicId, () => enqueue({ clinicId: b.clinicId }))
  expect(await jobs()).toHaveLength(2)
})

test('the clock of a house that is no demo does not move', async () => {
  expect(await refusalOf(app.query('select house.move_clock(3600)'))).toBe(notGranted)
})
