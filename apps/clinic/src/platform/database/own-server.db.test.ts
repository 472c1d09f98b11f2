import { createHash, randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { migrateDatabase } from './migrate.server.ts'
import {
  append,
  connectAs,
  inTenant,
  makeTestClinic,
  nextEvent,
  planHash,
  refusalOf,
  signConsent,
  type TestClinic,
} from './test-clinic.ts'

/*
 * A server of one's own: DATABASE_URL is an ordinary role that owns its database and may make roles, no superuser.
 * The other tests have a superuser for an owner, whom row security never stops; here the fences hold for the owner too.
 * TEST_SERVER_URL (a superuser's address) tries another server, an older PostgreSQL for example.
 */

const serverUrl = process.env.TEST_SERVER_URL ?? inject('templateUrl')
const migrations = new URL('../../../migrations/', import.meta.url)
const name = `own_${randomBytes(6).toString('hex')}`
const others = `other_${name}`
const password = randomBytes(12).toString('hex')
let superuser: pg.Client
let ownerUrl: string
let app: pg.Client
let clinic: TestClinic

beforeAll(async () => {
  superuser = new pg.Client({ connectionString: serverUrl })
  await superuser.connect()
  await superuser.query(`create role ${name} login createrole password '${password}'`)
  // On a server where another house stands already, its groups are there and were not made by this owner.
  for (const group of ['pointille_app', 'pointille_sign_in']) {
    const { rowCount } = await superuser.query('select from pg_roles where rolname = $1', [group])
    if (rowCount) await superuser.query(`grant ${group} to ${name} with admin option`)
  }
  await superuser.query(`create database ${name} owner ${name}`)
  const url = new URL(serverUrl)
  url.username = name
  url.password = password
  url.pathname = `/${name}`
  ownerUrl = url.href
  await migrateDatabase(ownerUrl, migrations)
  await migrateDatabase(ownerUrl, migrations)
  clinic = await makeTestClinicUnfenced()
  app = await connectAs(ownerUrl, 'app')
})
afterAll(async () => {
  await app?.end()
  await superuser.query(`drop database if exists ${name} with (force)`)
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 12)
  for (const group of ['pointille_app', 'pointille_sign_in'])
    await superuser.query(`drop role if exists ${group}_${digest}`)
  await superuser.query(`drop owned by ${name} cascade`)
  await superuser.query(`drop role ${name}`)
  await superuser.query(`drop role if exists ${others}`)
  await superuser.end()
})

/** The fixture is built by the server's superuser, in the owner's database. */
async function makeTestClinicUnfenced(): Promise<TestClinic> {
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  const pool = new pg.Pool({ connectionString: url.href, max: 1 })
  pool.on('error', () => {})
  try {
    return await makeTestClinic(pool, 'own')
  } finally {
    await pool.end()
  }
}

test('the migrations ran as an ordinary owner, to whom the fences apply as well', async () => {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    const { rows } = await owner.query(
      `select rolsuper or rolbypassrls as powerful, (select count(*)::int from clinic.patients) as seen from pg_roles where rolname = current_user`,
    )
    expect(rows).toEqual([{ powerful: false, seen: 0 }])
  } finally {
    await owner.end()
  }
})

test('a treatment runs from the examination to the seal, through the owner’s functions', async () => {
  await inTenant(app, clinic.clinicId, async () => {
    await signConsent(app, clinic, planHash)
    const examined = nextEvent(clinic, undefined, 'examined', { planHash })
    const pass = nextEvent(clinic, examined, 'passAdded')
    const sealed = nextEvent(clinic, pass, 'sealed')
    for (const event of [examined, pass, sealed]) await append(app, clinic, event)
    await app.query('select clinic.lock_treatment($1)', [clinic.treatmentId])
    const { rows } = await app.query('select last_seq, sealed_at is not null as sealed from clinic.treatments')
    expect(rows).toEqual([{ last_seq: 3, sealed: true }])
  })
  const withoutClinic = append(app, clinic, nextEvent(clinic, undefined, 'noted'))
  expect(await refusalOf(withoutClinic)).toBe('PT404')
})

test('tokens, jobs and the sign-in tables work as well', async () => {
  const sha256 = randomBytes(32)
  await inTenant(app, clinic.clinicId, async () => {
    await app.query('select house.issue_token($1, $2, $3, null)', [sha256, 'hold', clinic.patientId])
    await app.query('select house.enqueue_job($1, $2, $3, null)', [
      't',
      JSON.stringify({ clinicId: clinic.clinicId }),
      'k',
    ])
  })
  expect((await app.query('select * from house.resolve_token($1, $2, now())', [sha256, 'hold'])).rowCount).toBe(1)
  const signIn = await connectAs(ownerUrl, 'signIn')
  expect((await signIn.query('select count(*)::int as n from "user"')).rows).toEqual([{ n: 0 }])
  await signIn.end()
})

test('the roles of another database on the same server cannot come in', async () => {
  await superuser.query(`create role ${others} login password '${password}'`)
  await superuser.query(`grant pointille_app to ${others}`)
  const url = new URL(ownerUrl)
  url.username = others
  const stranger = new pg.Client({ connectionString: url.href })
  stranger.on('error', () => {})
  expect(await refusalOf(stranger.connect())).toBe('42501')
})
