import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Caller } from '#features/access/index.server.ts'
import { type DemoSignIn, seedDemo } from '#features/demo/index.server.ts'
import { findActor, makeSignInLibrary, signInMember } from '#features/sign-in/index.server.ts'
import { readTreatment, verifyTreatment } from '#features/treatments/index.server.ts'
import {
  addAppointment,
  append,
  connectAs,
  inTenant,
  makeTestClinic,
  nextEvent,
  type TestEvent,
} from '#platform/database/test-clinic.ts'
import { makeTestDatabase, type TestDatabase } from '#platform/database/test-database.ts'
import { listClinics } from '#platform/house/house.queries.server.ts'
import { type House, openHouse } from '#platform/house/house.server.ts'
import { startTemporaryPostgres } from '../../../../../run/postgres.ts'
import { type CheckedBackup, makeBackup, type Restored, restoreBackup } from './index.server.ts'
import { onDatabase } from './test-databases.queries.server.ts'

/* A clinic at work is backed up, and brought back on a server that has never seen it. */

const at = Date.parse('2026-11-24T10:20:00Z')
const migrations = new URL('../../../migrations/', import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'pointille-backup-'))
const file = join(folder, 'clinic.backup')
const passphrase = 'a passphrase of the clinic'
let source: TestDatabase
let fresh: Awaited<ReturnType<typeof startTemporaryPostgres>>
let house: House
let signIns: DemoSignIn[]
let made: CheckedBackup
let restored: Restored
const written = { before: 0, after: 0, backedUp: 0 }

beforeAll(async () => {
  source = await makeTestDatabase()
  const [server, seeded] = await Promise.all([
    startTemporaryPostgres(),
    seedDemo(source.ownerUrl, { demo: true, nowAt: at }),
  ])
  fresh = server
  signIns = seeded.signIns
  await backUpUnderLoad()
  const answer = await restoreBackup({
    ...{ file, passphrase, migrations, at, acceptBrokenChains: false, openDatabase: async () => fresh.databaseUrl },
  })
  if ('refusal' in answer) throw new Error(answer.says)
  restored = answer
  const settings = { smtpUrl: undefined, publicUrl: 'http://clinic.test', rateLimit: false, secret: undefined }
  house = await openHouse({ ...settings, databaseUrl: fresh.databaseUrl })
})
afterAll(async () => {
  await house?.close()
  await fresh?.stop()
  await source.close()
  rmSync(folder, { recursive: true })
})

/** Three tablets write, each an appointment with its letter in one transaction and an event after the other, while it is read. */
async function backUpUnderLoad(): Promise<void> {
  let writes = 0
  let isOver = false
  const tablets = await Promise.all(
    [1, 2, 3].map(async (number) => ({
      app: await connectAs(source.ownerUrl, 'app'),
      clinic: await makeTestClinic(source.owner, `load-${number}`),
    })),
  )
  const writers = tablets.map(async ({ app, clinic }) => {
    for (let event: TestEvent | undefined; !isOver; ) {
      event = nextEvent(clinic, event, 'noted')
      await inTenant(app, clinic.clinicId, async () => {
        const appointmentId = randomUUID()
        await append(app, clinic, event!)
        await addAppointment(app, clinic, appointmentId, clinic.patientId)
        await addLetter(app, clinic.clinicId, appointmentId)
      })
      writes += 1
    }
    await app.end()
  })
  try {
    while (writes < 30) await new Promise((resolve) => setTimeout(resolve, 5))
    written.before = writes
    const answer = await makeBackup({ databaseUrl: source.ownerUrl, file, passphrase, product: '1.2.3', at })
    written.after = writes
    if ('refusal' in answer) throw new Error(answer.says)
    made = answer
  } finally {
    isOver = true
    await Promise.all(writers)
  }
}

function addLetter(app: pg.Client, clinicId: string, appointmentId: string) {
  return app.query(
    `insert into clinic.messages (clinic_id, message_id, kind, appointment_id, recipient, language, subject, outcome, recorded_at)
     values ($1, $2, 'load', $2, 'x@clinic.example', 'fr', 'x', 'sent', now())`,
    [clinicId, appointmentId],
  )
}

async function countRestored(statement: string): Promise<number> {
  return onDatabase(fresh.databaseUrl, async (client) => (await client.query(statement)).rows[0].count)
}

test('the clinic wrote on while it was backed up', async () => {
  expect(written.after).toBeGreaterThan(written.before)
})

test('what came back is one instant: every transaction whole, or not there', async () => {
  const letters = await countRestored(`select count(*)::int from clinic.messages where kind = 'load'`)
  const pairs = await countRestored(
    `select count(*)::int from clinic.messages m join clinic.appointments a using (clinic_id, appointment_id) where m.kind = 'load'`,
  )
  const events = await countRestored(
    `select sum(last_seq)::int as count from clinic.treatments t join house.clinics c using (clinic_id) where slug like 'load-%'`,
  )
  expect(letters).toBeGreaterThanOrEqual(written.before)
  expect(letters).toBeLessThanOrEqual(written.after + 3)
  expect(pairs).toBe(letters)
  expect(events).toBe(letters)
})

test('on a server of its own it is equal by count and hash, and backed up again it is the same', async () => {
  const again = await makeBackup({
    ...{ databaseUrl: fresh.databaseUrl, file: join(folder, 'again.backup'), passphrase: undefined, product: '1', at },
  })
  if ('refusal' in again) throw new Error(again.says)
  expect(again.manifest.tables).toEqual(made.manifest.tables)
  expect(restored.loaded.chains).toEqual(made.chains)
  expect(made.chains.broken).toEqual([])
})

test('the clinic that came back serves: a member signs in and reads a sealed record, unaltered', async () => {
  const library = makeSignInLibrary(house)
  const clinic = (await listClinics(house.db)).find(({ slug }) => slug === 'demo-be')!
  const visitor: Caller = { house, clinic, actor: { kind: 'nobody' }, language: 'fr', nowAt: at }
  const { email, password } = signIns.find(({ clinic: slug, role }) => slug === 'demo-be' && role === 'practitioner')!
  const request = { email, password, address: '192.0.2.1', headers: new Headers() }
  const answer = await signInMember(visitor, library, request)
  if ('refusal' in answer) throw new Error(answer.refusal)
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')
  const actor = await findActor(house, clinic, library, { headers: new Headers({ cookie }), patientToken: undefined })
  const caller: Caller = { ...visitor, actor }
  const treatmentId = await onDatabase(fresh.databaseUrl, async (client) => {
    const { rows } = await client.query(
      'select treatment_id from clinic.treatments where clinic_id = $1 and sealed_at is not null limit 1',
      [clinic.clinicId],
    )
    return rows[0].treatment_id as string
  })
  expect(await verifyTreatment(caller, treatmentId)).toMatchObject({ ok: true })
  expect(await readTreatment(caller, treatmentId)).toMatchObject({ treatmentId, sealedAt: expect.any(Number) })
})
