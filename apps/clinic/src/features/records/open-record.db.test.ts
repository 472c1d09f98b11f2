import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Actor, Caller, Role } from '#features/access/index.server.ts'
import type { ClinicTransaction } from '#platform/database/database.server.ts'
import { makeTestClinic, type TestClinic } from '#platform/database/test-clinic.ts'
import { makeTestDatabase, type TestDatabase } from '#platform/database/test-database.ts'
import { isNotAllowed, openRecord } from './open-record.server.ts'

/* Promise 7: one door to patient records, which writes the access log in its own transaction. */

const visitAt = Date.parse('2026-11-24T08:00:00Z')
let database: TestDatabase
let clinic: TestClinic
let made = 0

beforeAll(async () => {
  database = await makeTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  made += 1
  clinic = await makeTestClinic(database.owner, `clinic-${made}`)
})

const member = (role: Role): Actor => ({
  ...{ kind: 'member', memberId: clinic.memberId, userId: 'u', name: 'Dr Test', roles: [role] },
  ...{ doctor: true, resourceId: undefined },
})

function callerAs(actor: Actor, nowAt = visitAt): Caller {
  const { clinicId, slug } = clinic
  const row = { clinicId, slug, name: slug, timeZone: 'Europe/Brussels', isDefault: false }
  return { house: database.house, clinic: row, actor, language: 'fr', nowAt }
}

async function lines() {
  const { rows } = await database.owner.query(
    'select action, outcome, actor_name, patient_id, detail from clinic.audit_log where clinic_id = $1 order by entry_id',
    [clinic.clinicId],
  )
  return rows
}

const rename = (tx: ClinicTransaction) =>
  tx
    .updateTable('clinic.patients')
    .set({ givenName: 'changed' })
    .where('clinicId', '=', clinic.clinicId)
    .where('patientId', '=', clinic.patientId)
    .execute()

async function givenName(): Promise<string> {
  const { rows } = await database.owner.query('select given_name from clinic.patients where patient_id = $1', [
    clinic.patientId,
  ])
  return rows[0].given_name
}

test('what is read or changed leaves its line: who, what, whose', async () => {
  const access = { action: 'readRecord', patientId: clinic.patientId, detail: 'treatment x' } as const
  await openRecord(callerAs(member('practitioner')), access, rename)
  expect(await givenName()).toBe('changed')
  expect(await lines()).toEqual([
    {
      ...{ action: 'readRecord', outcome: 'allowed', actor_name: 'Dr Test' },
      ...{ patient_id: clinic.patientId, detail: 'treatment x' },
    },
  ])
})

test('work that fails leaves neither its change nor its line', async () => {
  const failing = openRecord(
    callerAs(member('practitioner')),
    { action: 'readRecord', patientId: clinic.patientId },
    async (tx) => {
      await rename(tx)
      throw new Error('no more paper')
    },
  )
  await expect(failing).rejects.toThrow('no more paper')
  expect(await givenName()).toBe(`Léa ${clinic.slug}`)
  expect(await lines()).toEqual([])
})

test('a refusal leaves exactly its line, and the work never runs', async () => {
  for (const actor of [member('frontDesk'), member('owner'), { kind: 'nobody' } as const]) {
    let ran = false
    const before = (await lines()).length
    const answer = await openRecord(
      callerAs(actor),
      { action: 'readRecord', patientId: clinic.patientId },
      async () => {
        ran = true
      },
    )
    expect(isNotAllowed(answer)).toBe(true)
    expect(ran).toBe(false)
    expect((await lines()).slice(before)).toMatchObject([{ outcome: 'refused', patient_id: clinic.patientId }])
  }
  expect(await givenName()).toBe(`Léa ${clinic.slug}`)
})

test('a patient opens their own record, not another’s, and no list of several people', async () => {
  const lea = { kind: 'patient', patientId: clinic.patientId, name: 'Léa' } as const
  const open = (patientId: string | undefined) =>
    openRecord(callerAs(lea), { action: 'readOwnSpace', patientId }, async () => 'open')
  expect(await open(clinic.patientId)).toBe('open')
  expect(isNotAllowed(await open(clinic.otherPatientId))).toBe(true)
  expect(isNotAllowed(await open(undefined))).toBe(true)
  expect((await lines()).map((line) => line.outcome)).toEqual(['allowed', 'refused', 'refused'])
})

test('an assistant opens a record on the day of the visit only, by the clinic’s own clock', async () => {
  await database.owner.query(`update clinic.appointments set starts_at = '2026-11-23T23:30:00Z' where clinic_id = $1`, [
    clinic.clinicId,
  ])
  const open = async (at: string, patientId = clinic.patientId) =>
    !isNotAllowed(
      await openRecord(
        callerAs(member('assistant'), Date.parse(at)),
        { action: 'readRecord', patientId },
        async () => 'open',
      ),
    )
  expect(await open('2026-11-23T22:59:00Z')).toBe(false)
  expect(await open('2026-11-23T23:01:00Z')).toBe(true)
  expect(await open('2026-11-24T22:59:00Z')).toBe(true)
  expect(await open('2026-11-24T23:01:00Z')).toBe(false)
  expect(await open('2026-11-24T08:00:00Z', clinic.otherPatientId)).toBe(false)
  await database.owner.query(`update clinic.appointments set status = 'cancelled' where clinic_id = $1`, [
    clinic.clinicId,
  ])
  expect(await open('2026-11-24T08:00:00Z')).toBe(false)
})

test('the record of another clinic’s patient is empty, and the log stays in the clinic that looked', async () => {
  const other = await makeTestClinic(database.owner, `other-${made}`)
  const seen = await openRecord(
    callerAs(member('practitioner')),
    { action: 'readRecord', patientId: other.patientId },
    (tx) => tx.selectFrom('clinic.patients').select('givenName').where('patientId', '=', other.patientId).execute(),
  )
  expect(seen).toEqual([])
  const { rows } = await database.owner.query('select from clinic.audit_log where clinic_id = $1', [other.clinicId])
  expect(rows).toEqual([])
})

test('the log is neither changed, deleted nor emptied: the application has no grant, and the trigger stops the owner', async () => {
  await openRecord(
    callerAs(member('practitioner')),
    { action: 'readRecord', patientId: clinic.patientId },
    async () => 'open',
  )
  const change = openRecord(callerAs(member('practitioner')), { action: 'readDay' }, (tx) =>
    tx
      .updateTable('clinic.auditLog')
      .set({ actorName: 'somebody else' })
      .where('clinicId', '=', clinic.clinicId)
      .execute(),
  )
  await expect(change).rejects.toMatchObject({ code: '42501' })
  const remove = openRecord(callerAs(member('practitioner')), { action: 'readDay' }, (tx) =>
    tx.deleteFrom('clinic.auditLog').where('clinicId', '=', clinic.clinicId).execute(),
  )
  await expect(remove).rejects.toMatchObject({ code: '42501' })
  for (const attempt of [
    'update clinic.audit_log set detail = $$$$',
    'delete from clinic.audit_log',
    'truncate clinic.audit_log',
  ])
    await expect(database.owner.query(attempt), attempt).rejects.toMatchObject({ code: 'PT405' })
})
