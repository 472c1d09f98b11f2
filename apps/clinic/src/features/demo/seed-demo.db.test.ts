import { verifyChain } from '@pointille/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestDatabase, type TestDatabase } from '#platform/database/test-database.ts'
import { seedDemo } from './seed-demo.server.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await makeTestDatabase()
  await seedDemo(database.ownerUrl, { demo: true, nowAt: Date.parse('2026-11-24T10:20:00Z') })
})
afterAll(() => database.close())

async function rows<T>(query: string, values: unknown[] = []): Promise<T[]> {
  return (await database.owner.query(query, values)).rows as T[]
}

test('every chain of the demo verifies, and the treatment’s row says where it ends', async () => {
  const treatments = await rows<{ treatment_id: string; head_hash: string; last_seq: number }>(
    'select * from clinic.treatments',
  )
  expect(treatments.length).toBeGreaterThan(15)
  for (const { treatment_id, head_hash, last_seq } of treatments) {
    const events = await rows<{ seq: number; canonical: Buffer; hash: string }>(
      'select seq, canonical, hash from clinic.treatment_events where treatment_id = $1 order by seq',
      [treatment_id],
    )
    expect(verifyChain(events, { head: head_hash })).toEqual({ ok: true, head: head_hash })
    expect(events).toHaveLength(last_seq)
  }
})

test('a treatment is sealed exactly where its appointment is done', async () => {
  const crossed = await rows(
    `select from clinic.treatments t join clinic.appointments a using (clinic_id, appointment_id)
     where (t.sealed_at is not null) <> (a.status = 'done')`,
  )
  expect(crossed).toHaveLength(0)
})

test('a pen rests between two patients', async () => {
  const tooClose = await rows(
    `select from clinic.occupancies a join clinic.occupancies b using (clinic_id, resource_id)
     join clinic.resources r using (clinic_id, resource_id)
     where r.kind = 'device' and upper(a.during) <= lower(b.during)
       and lower(b.during) < upper(a.during) + make_interval(mins => r.buffer_after_minutes)`,
  )
  expect(tooClose).toHaveLength(0)
})

test('whatever is cancelled takes no time', async () => {
  expect(
    await rows(
      `select from clinic.occupancies join clinic.appointments using (clinic_id, appointment_id) where status = 'cancelled'`,
    ),
  ).toHaveLength(0)
})

test('the second start finds the clinics and leaves them as they are', async () => {
  const before = await rows('select count(*) from clinic.patients')
  expect(await seedDemo(database.ownerUrl, { demo: true, nowAt: Date.now() })).toMatchObject({ seeded: false })
  expect(await rows('select count(*) from clinic.patients')).toEqual(before)
})
