import { randomBytes, randomUUID } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest'
import { seedDemo } from '#features/demo/index.server.ts'
import { migrateDatabase } from '#platform/database/migrate.server.ts'
import { connectAs, inTenant, makeTestClinic, nextEvent, refusalOf } from '#platform/database/test-clinic.ts'
import { makeTestDatabase, type TestDatabase } from '#platform/database/test-database.ts'
import { checkBackup, makeBackup, type RestoreOrder, restoreBackup } from './index.server.ts'
import {
  type EmptyDatabase,
  fingerprint,
  guardsOf,
  makeEmptyDatabase,
  onDatabase,
} from './test-databases.queries.server.ts'

const at = Date.parse('2026-11-24T10:20:00Z')
const migrations = new URL('../../../migrations/', import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'pointille-backup-'))
const serverUrl = inject('templateUrl')
const leftBehind = ['auth.session', 'auth.verification']
let source: TestDatabase
let backup: string
const targets: EmptyDatabase[] = []

beforeAll(async () => {
  source = await makeTestDatabase()
  await seedDemo(source.ownerUrl, { demo: true, nowAt: at })
  backup = await backUp(source.ownerUrl)
})
afterEach(async () => {
  for (const target of targets.splice(0)) await target.drop()
})
afterAll(async () => {
  await source.close()
  rmSync(folder, { recursive: true })
})

async function emptyTarget(options?: { asOwner: boolean }): Promise<string> {
  const target = await makeEmptyDatabase(serverUrl, options)
  targets.push(target)
  return target.url
}

async function backUp(databaseUrl: string): Promise<string> {
  const file = join(folder, `${randomUUID()}.backup`)
  const made = await makeBackup({ databaseUrl, file, passphrase: undefined, product: '1.2.3', at })
  if ('refusal' in made) throw new Error(made.says)
  return file
}

function restore(file: string, url: string, more: Partial<RestoreOrder> = {}) {
  return restoreBackup({
    ...{ file, passphrase: undefined, migrations, at, acceptBrokenChains: false, openDatabase: async () => url },
    ...more,
  })
}

async function restored(file: string, url: string, more: Partial<RestoreOrder> = {}) {
  const answer = await restore(file, url, more)
  if ('refusal' in answer) throw new Error(answer.says)
  return answer
}

/** No row anywhere, and the guards stand. */
async function isStillEmpty(url: string): Promise<boolean> {
  const prints = Object.entries(await fingerprint(url)).filter(([, print]) => !print.startsWith('0 '))
  // The house's own secret is made with its roles.
  return prints.every(([name]) => name === 'house.secrets')
}

describe('a backup that is restored', () => {
  test('is the same in every table, with every trigger, constraint, fence and grant in force', async () => {
    const url = await emptyTarget()
    const { loaded } = await restored(backup, url)
    expect(await fingerprint(url, leftBehind)).toEqual(await fingerprint(source.ownerUrl, leftBehind))
    expect(await guardsOf(url)).toEqual(await guardsOf(source.ownerUrl))
    expect(loaded.chains).toMatchObject({ treatments: expect.any(Number), broken: [] })
    expect(loaded.chains.events).toBeGreaterThan(500)
  })

  test('gives the database roles passwords of their own, keeps the seal of cookies, and signs nobody in', async () => {
    const secrets = (url: string) =>
      onDatabase(url, async (client) =>
        Object.fromEntries(
          (await client.query('select name, value from house.secrets')).rows.map(({ name, value }) => [name, value]),
        ),
      )
    await source.owner.query(
      `insert into auth."session" ("id", "expiresAt", "token", "updatedAt", "userId") select 's', now(), 't', now(), id from auth."user" limit 1`,
    )
    const url = await emptyTarget()
    await restored(await backUp(source.ownerUrl), url)
    const [before, after] = [await secrets(source.ownerUrl), await secrets(url)]
    expect(after.secret).toBe(before.secret)
    expect(after.demo).toBe('on')
    expect(after['role:app']).not.toBe(before['role:app'])
    expect(readFileSync(backup).includes(before['role:app'])).toBe(false)
    const app = await connectAs(url, 'app')
    expect((await app.query('select slug from house.list_clinics()')).rowCount).toBe(2)
    await app.end()
    expect(await onDatabase(url, async (client) => (await client.query('select from auth."session"')).rowCount)).toBe(0)
  })

  test('goes on where it was: sealed stays sealed, numbers go on, nothing is taken twice', async () => {
    const url = await emptyTarget()
    await restored(backup, url)
    const app = await connectAs(url, 'app')
    const [sealed] = await onDatabase(url, async (client) => {
      const { rows } = await client.query(
        'select e.*, last_seq, head_hash from clinic.treatments t join clinic.treatment_events e using (clinic_id, treatment_id) where sealed_at is not null order by seq desc limit 1',
      )
      return rows
    })
    const add = (kind: string) => {
      const event = nextEvent({ memberId: sealed.by_member }, { seq: sealed.last_seq, hash: sealed.head_hash }, kind)
      return refusalOf(
        inTenant(app, sealed.clinic_id, () =>
          app.query(
            `insert into clinic.treatment_events (clinic_id, treatment_id, seq, event_id, kind, at, by_member, canonical, hash, recorded_at)
             values ($1, $2, $3, $4, $5, '2026-11-24T08:00:00Z', $6, $7, $8, now())`,
            [
              ...[sealed.clinic_id, sealed.treatment_id, event.seq, event.eventId, kind, sealed.by_member],
              event.canonical,
              event.hash,
            ],
          ),
        ),
      )
    }
    expect(await add('noted')).toBe('PT405')
    expect(await add('amended')).toBe('allowed')
    await onDatabase(url, async (client) => {
      expect(await refusalOf(client.query('delete from clinic.treatment_events'))).toBe('PT405')
      const { rows } = await client.query(
        `insert into clinic.audit_log (clinic_id, at, actor_kind, actor_name, action, outcome) values ($1, now(), 'system', '', 'x', 'allowed') returning entry_id, (select max(entry_id) from clinic.audit_log) as last`,
        [sealed.clinic_id],
      )
      expect(Number(rows[0].entry_id)).toBeGreaterThan(Number(rows[0].last))
    })
    await app.end()
  })

  test('belongs to an ordinary owner as well, whom the fences hold, and can be backed up from there', async () => {
    const url = await emptyTarget({ asOwner: true })
    await restored(backup, url)
    const again = await backUp(url)
    const tables = async (file: string) => {
      const checked = await checkBackup({ file, passphrase: undefined })
      if ('refusal' in checked) throw new Error(checked.says)
      return checked.manifest.tables
    }
    expect(await tables(again)).toEqual(await tables(backup))
  })

  test('sends no letter that was due, and those to come once', async () => {
    const [clinic] = (await source.owner.query('select clinic_id from house.clinics limit 1')).rows
    const app = await connectAs(source.ownerUrl, 'app')
    const enqueue = (key: string, runAt: number) =>
      inTenant(app, clinic.clinic_id, () =>
        app.query('select house.enqueue_job($1, $2, $3, $4)', [
          ...['sendReminder', JSON.stringify({ clinicId: clinic.clinic_id }), key, new Date(runAt)],
        ]),
      )
    await enqueue('due', at - 1000)
    await enqueue('to come', at + 1000)
    await app.end()
    const file = await backUp(source.ownerUrl)
    const url = await emptyTarget()
    const { loaded } = await restored(file, url)
    expect(loaded.jobs).toEqual({ toCome: { sendReminder: 1 }, overdue: { sendReminder: 1 } })
    const jobs = await onDatabase(url, (client) =>
      client.query('select key, run_at, max_attempts from graphile_worker.jobs'),
    )
    expect(jobs.rows).toEqual([{ key: `${clinic.clinic_id} to come`, run_at: new Date(at + 1000), max_attempts: 12 }])
    await source.owner.query('delete from graphile_worker._private_jobs')
  })
})

describe('a restore is refused, and writes nothing', () => {
  test('when the file was cut or altered, before a database is even opened', async () => {
    const bytes = readFileSync(backup)
    const altered = Buffer.from(bytes)
    altered[Math.floor(bytes.length / 2)]! ^= 1
    for (const wrong of [altered, bytes.subarray(0, bytes.length - 1), bytes.subarray(0, 5000)]) {
      const file = join(folder, `${randomUUID()}.wrong`)
      writeFileSync(file, wrong)
      const answer = await restore(file, '', { openDatabase: () => Promise.reject(new Error('it was opened')) })
      expect(answer).toMatchObject({ refusal: 'FileAltered' })
    }
  })

  test('when there is a clinic already', async () => {
    const before = await fingerprint(source.ownerUrl)
    expect(await restore(backup, source.ownerUrl)).toMatchObject({
      refusal: 'TargetNotEmpty',
      says: expect.stringMatching(/Cabinet.*POINTILLE_DATA/),
    })
    expect(await fingerprint(source.ownerUrl)).toEqual(before)
  })

  test('when the database holds tables of another program', async () => {
    const url = await emptyTarget()
    await onDatabase(url, (client) => client.query('create table public.ledger (id int)'))
    expect(await restore(backup, url)).toMatchObject({
      refusal: 'TargetNotOurs',
      says: expect.stringContaining('public.ledger'),
    })
    expect(
      await onDatabase(
        url,
        async (client) => (await client.query(`select from pg_namespace where nspname = 'clinic'`)).rowCount,
      ),
    ).toBe(0)
  })

  test('when a row breaks a rule of the database, whatever came before it', async () => {
    const broken = await makeTestDatabase()
    try {
      const clinic = await makeTestClinic(broken.owner, 'broken')
      // A reference that leads nowhere, which only a superuser can make.
      await onDatabase(broken.ownerUrl, async (client) => {
        await client.query('set session_replication_role = replica')
        await client.query('delete from clinic.patients where patient_id = $1', [clinic.patientId])
      })
      const url = await emptyTarget()
      expect(await restore(await backUp(broken.ownerUrl), url)).toMatchObject({
        refusal: 'RowsRefused',
        says: expect.stringMatching(/clinic\.appointments.*foreign key/),
      })
      expect(await isStillEmpty(url)).toBe(true)
      expect(await guardsOf(url)).toEqual(await guardsOf(source.ownerUrl))
      await restored(backup, url)
    } finally {
      await broken.close()
    }
  })

  test('when the backup is of a newer release', async () => {
    const older = join(folder, 'older-migrations')
    cpSync(migrations, older, { recursive: true })
    rmSync(join(older, readdirSync(older).sort().at(-1)!))
    const answer = await restore(backup, await emptyTarget(), { migrations: pathToFileURL(`${older}/`) })
    expect(answer).toMatchObject({ refusal: 'BackupNewer' })
  })

  test('when a byte of a record was flipped before the backup, unless that is accepted', async () => {
    const tampered = await makeTestDatabase()
    try {
      await seedDemo(tampered.ownerUrl, { demo: true, nowAt: at })
      const treatmentId = await onDatabase(tampered.ownerUrl, async (client) => {
        await client.query('set session_replication_role = replica')
        const { rows } = await client.query(
          `update clinic.treatment_events set canonical = set_byte(canonical, 40, get_byte(canonical, 40) # 1)
           where seq = 3 and treatment_id = (select treatment_id from clinic.treatments where last_seq > 3 order by 1 limit 1) returning treatment_id`,
        )
        return rows[0].treatment_id as string
      })
      const file = join(folder, `${randomUUID()}.backup`)
      const made = await makeBackup({ databaseUrl: tampered.ownerUrl, file, passphrase: undefined, product: '1', at })
      const broken = [{ treatmentId, seq: 3, why: 'hash' }]
      expect(made).toMatchObject({ chains: { broken } })
      const url = await emptyTarget()
      expect(await restore(file, url)).toMatchObject({
        refusal: 'ChainBroken',
        says: expect.stringContaining(`${treatmentId}, event 3`),
      })
      expect(await restore(file, url, { acceptBrokenChains: true })).toMatchObject({ loaded: { chains: { broken } } })
    } finally {
      await tampered.close()
    }
  })
})

test('a backup of an older release is loaded as it was, and migrated then', async () => {
  const old = await emptyTarget()
  await migrateDatabase(old, migrations, '0006-the-fences')
  const owner = new pg.Pool({ connectionString: old, max: 1 })
  await makeTestClinic(owner, 'old')
  await owner.end()
  const url = await emptyTarget()
  const { migratedTo } = await restored(await backUp(old), url)
  expect(migratedTo).toBe(readdirSync(migrations).sort().at(-1)!.replace('.sql', ''))
  expect(await guardsOf(url)).toEqual(await guardsOf(source.ownerUrl))
  const found = await onDatabase(url, (client) => client.query('select family_name from clinic.patients order by 1'))
  expect(found.rows).toEqual([{ family_name: 'MARTIN-old-0' }, { family_name: 'MARTIN-old-1' }])
})

test('a backup that is stopped leaves no file', async () => {
  const file = join(folder, `${randomBytes(4).toString('hex')}.backup`)
  const stopping = new AbortController()
  const order = { databaseUrl: source.ownerUrl, file, passphrase: undefined, product: '1', at, signal: stopping.signal }
  await expect(makeBackup({ ...order, tell: () => stopping.abort() })).rejects.toThrow()
  expect(existsSync(file)).toBe(false)
  expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([])
})
