import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  addAppointment,
  append,
  connectAs,
  inTenant,
  makeTestClinic,
  nextEvent,
  otherPlanHash,
  planHash,
  refusalOf,
  signConsent,
  type TestClinic,
  type TestEvent,
} from './test-clinic.ts'
import { makeTestDatabase, type TestDatabase } from './test-database.ts'

/* Promises 4 (no needling without consent), 5 (a sealed treatment never changes) and 8 (sent twice is sent once), tried by plain SQL. */

const notGranted = '42501'
let database: TestDatabase
let app: pg.Client
let clinic: TestClinic
let made = 0

beforeAll(async () => {
  database = await makeTestDatabase()
  app = await connectAs(database.ownerUrl, 'app')
})
afterAll(async () => {
  await app.end()
  await database.close()
})
beforeEach(async () => {
  made += 1
  clinic = await makeTestClinic(database.owner, `clinic-${made}`)
})

const asApp = <T>(work: () => Promise<T>) => inTenant(app, clinic.clinicId, work)
const send = (event: TestEvent) => asApp(() => append(app, clinic, event))

async function examine(previous?: TestEvent, plan = planHash): Promise<TestEvent> {
  const event = nextEvent(clinic, previous, 'examined', { planHash: plan })
  await send(event)
  return event
}

async function readHead(): Promise<{ lastSeq: number; headHash: string | null; sealed: boolean }> {
  const { rows } = await database.owner.query(
    'select last_seq, head_hash, sealed_at from clinic.treatments where treatment_id = $1',
    [clinic.treatmentId],
  )
  return { lastSeq: rows[0].last_seq, headHash: rows[0].head_hash, sealed: rows[0].sealed_at !== null }
}

test('no pass without an examination, even where a consent is signed', async () => {
  await asApp(() => signConsent(app, clinic, planHash))
  expect(await refusalOf(send(nextEvent(clinic, undefined, 'passAdded')))).toBe('PT403')
})

test('an examination that names no plan opens nothing', async () => {
  const event = nextEvent(clinic, undefined, 'examined')
  await send(event)
  await asApp(() => signConsent(app, clinic, planHash))
  expect(await refusalOf(send(nextEvent(clinic, event, 'passAdded')))).toBe('PT403')
})

test('no pass without consent, nor with consent to another plan', async () => {
  const examined = await examine()
  expect(await refusalOf(send(nextEvent(clinic, examined, 'passAdded')))).toBe('PT403')
  await asApp(() => signConsent(app, clinic, otherPlanHash))
  expect(await refusalOf(send(nextEvent(clinic, examined, 'passAdded')))).toBe('PT403')
  await asApp(() => signConsent(app, clinic, planHash))
  expect(await refusalOf(send(nextEvent(clinic, examined, 'passAdded')))).toBe('allowed')
})

test('a changed plan voids the consent, and going back to the first plan does not bring it back', async () => {
  const first = await examine()
  await asApp(() => signConsent(app, clinic, planHash))
  const changed = await examine(first, otherPlanHash)
  expect(await refusalOf(send(nextEvent(clinic, changed, 'passAdded')))).toBe('PT403')
  const back = await examine(changed, planHash)
  expect(await refusalOf(send(nextEvent(clinic, back, 'passAdded')))).toBe('PT403')
})

test('a withdrawn consent stops the needling, and cannot be given back by an update', async () => {
  const examined = await examine()
  const consentId = await asApp(() => signConsent(app, clinic, planHash))
  const withdraw = (at: string | null) =>
    asApp(() => app.query('update clinic.consents set withdrawn_at = $1 where consent_id = $2', [at, consentId]))
  await withdraw('2026-11-24T08:30:00Z')
  expect(await refusalOf(send(nextEvent(clinic, examined, 'passAdded')))).toBe('PT403')
  expect(await refusalOf(withdraw(null))).toBe('PT405')
})

test('the application can neither unvoid, rewrite nor delete a consent, nor sign one for a person who is not treated', async () => {
  const consentId = await asApp(() => signConsent(app, clinic, otherPlanHash))
  const attempts = [
    `update clinic.consents set voided_at = null`,
    `update clinic.consents set plan_hash = '${planHash}' where consent_id = '${consentId}'`,
    `delete from clinic.consents`,
    `truncate clinic.consents`,
  ]
  for (const attempt of attempts) expect(await refusalOf(asApp(() => app.query(attempt))), attempt).toBe(notGranted)
  const forAnother = { ...clinic, patientId: clinic.otherPatientId }
  expect(await refusalOf(asApp(() => signConsent(app, forAnother, planHash)))).toBe('23503')
})

test('the application cannot touch a treatment except through events: no plan, seal or head of its own making', async () => {
  const attempts = [
    `update clinic.treatments set plan_hash = '${planHash}'`,
    `update clinic.treatments set sealed_at = null`,
    `delete from clinic.treatments`,
  ]
  for (const attempt of attempts) expect(await refusalOf(asApp(() => app.query(attempt))), attempt).toBe(notGranted)
  const appointmentId = randomUUID()
  await asApp(() => addAppointment(app, clinic, appointmentId, clinic.patientId))
  const open = (columns: string, values: string) =>
    asApp(() =>
      app.query(
        `insert into clinic.treatments (clinic_id, treatment_id, appointment_id, patient_id, opened_at${columns})
         values ($1, $2, $3, $4, now()${values})`,
        [clinic.clinicId, randomUUID(), appointmentId, clinic.patientId],
      ),
    )
  expect(await refusalOf(open(', plan_hash', `, '${planHash}'`))).toBe(notGranted)
  expect(await refusalOf(open(', last_seq', ', 7'))).toBe(notGranted)
  expect(await refusalOf(open('', ''))).toBe('allowed')
})

test('a treatment belongs to whom its appointment belongs', async () => {
  const appointmentId = randomUUID()
  await asApp(() => addAppointment(app, clinic, appointmentId, clinic.patientId))
  const crossed = asApp(() =>
    app.query(
      `insert into clinic.treatments (clinic_id, treatment_id, appointment_id, patient_id, opened_at) values ($1, $2, $3, $4, now())`,
      [clinic.clinicId, randomUUID(), appointmentId, clinic.otherPatientId],
    ),
  )
  expect(await refusalOf(crossed)).toBe('23503')
})

test('an event is neither changed, deleted nor emptied: the application has no grant, and the trigger stops the owner', async () => {
  await examine()
  const attempts = [
    `update clinic.treatment_events set kind = 'noted'`,
    'delete from clinic.treatment_events',
    'truncate clinic.treatment_events cascade',
  ]
  for (const attempt of attempts) {
    expect(await refusalOf(asApp(() => app.query(attempt))), attempt).toBe(notGranted)
    expect(await refusalOf(database.owner.query(attempt)), attempt).toBe('PT405')
  }
})

test('an event out of order, with a gap, or that does not continue the chain is refused', async () => {
  const first = await examine()
  const next = nextEvent(clinic, first, 'noted')
  expect(await refusalOf(send({ ...next, seq: 3 }))).toBe('PT409')
  expect(await refusalOf(send({ ...next, seq: 1 }))).toBe('PT409')
  expect(await refusalOf(send({ ...next, hash: 'f'.repeat(64) }))).toBe('PT422')
  expect(await refusalOf(send({ ...nextEvent(clinic, undefined, 'noted'), seq: 2 }))).toBe('PT422')
  expect(await refusalOf(send(next))).toBe('allowed')
})

test('columns that say another thing than the hashed bytes are refused', async () => {
  const first = await examine()
  const next = nextEvent(clinic, first, 'noted')
  expect(await refusalOf(send({ ...next, kind: 'passAdded' }))).not.toBe('allowed')
  expect(await refusalOf(send({ ...next, eventId: randomUUID() }))).toBe('PT422')
})

test('nothing follows a seal but a dated amendment', async () => {
  const examined = await examine()
  const sealed = nextEvent(clinic, examined, 'sealed')
  await send(sealed)
  expect((await readHead()).sealed).toBe(true)
  for (const kind of ['noted', 'passAdded', 'sealed', 'examined'])
    expect(await refusalOf(send(nextEvent(clinic, sealed, kind, { planHash }))), kind).toBe('PT405')
  expect(await refusalOf(send(nextEvent(clinic, sealed, 'amended')))).toBe('allowed')
  expect((await readHead()).sealed).toBe(true)
})

test('two tablets that append at the same moment do not fork the chain', async () => {
  const first = await examine()
  const other = await connectAs(database.ownerUrl, 'app')
  const answers = await Promise.all(
    [app, other].map((client) => {
      const event = nextEvent(clinic, first, 'noted')
      return refusalOf(inTenant(client, clinic.clinicId, () => append(client, clinic, event)))
    }),
  )
  expect(answers.toSorted()).toEqual(['PT409', 'allowed'])
  expect((await readHead()).lastSeq).toBe(2)
  await other.end()
})

test('the same event id is recorded once, and the refused copy leaves the head where it was', async () => {
  const first = await examine()
  const before = await readHead()
  const again = nextEvent(clinic, first, 'noted', { eventId: first.eventId })
  const copy = { ...again, eventId: first.eventId }
  expect(await refusalOf(send(copy))).toBe('23505')
  expect(await refusalOf(asApp(() => append(app, clinic, copy, 'on conflict do nothing')))).toBe('23505')
  expect(await readHead()).toEqual(before)
  expect(await refusalOf(send(nextEvent(clinic, first, 'noted')))).toBe('allowed')
})

test('an event cannot be appended to a treatment of another clinic, nor by a member of one', async () => {
  const other = await makeTestClinic(database.owner, `other-${made}`)
  const intoOther = inTenant(app, clinic.clinicId, () => append(app, other, nextEvent(other, undefined, 'noted')))
  expect(await refusalOf(intoOther)).not.toBe('allowed')
  const strangers = { ...clinic, memberId: other.memberId }
  const byStranger = asApp(() => append(app, strangers, nextEvent(strangers, undefined, 'noted')))
  expect(await refusalOf(byStranger)).toBe('23503')
})
