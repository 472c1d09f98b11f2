import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inClinic } from '#platform/database/in-clinic.server.ts'
import { makeTestDatabase, type TestDatabase } from '#platform/database/test-database.ts'
import { searchByHand } from './brute-force.ts'
import { findExposed } from './find-exposed.server.ts'
import { askedKinds, type SharedKind, sharedKinds } from './link-rules.ts'
import { makeWorld, type PastTreatment, writePast } from './test-world.queries.server.ts'

let database: TestDatabase
let worlds = 0

beforeAll(async () => {
  database = await makeTestDatabase()
})
afterAll(() => database.close())

const zone = 'Europe/Brussels'
/** Around the night in which the clocks go back, so that one of the days has 25 hours. */
const startAt = Date.parse('2026-10-23T22:00:00Z')
const hourMs = 3_600_000
const things = ['A', 'B', 'C']

const use = fc.record({
  kind: fc.constantFrom(...sharedKinds),
  source: fc.constantFrom(...things),
  afterMinutes: fc.constantFrom(0, 10, 59, 90),
})
const treatment = fc.record({
  who: fc.nat(5),
  hour: fc.nat(24 * 5),
  uses: fc.uniqueArray(use, { maxLength: 6, selector: ({ kind, source }) => `${kind} ${source}` }),
})
const question = fc.record({
  kind: fc.constantFrom(...askedKinds),
  source: fc.constantFrom(...things),
  who: fc.nat(5),
  fromHour: fc.nat(48),
  hours: fc.integer({ min: 1, max: 120 }),
})

test('finds what a search by hand finds, in the same order and with the same certainty, whatever the past', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(treatment, { maxLength: 14 }),
      fc.array(question, { minLength: 6, maxLength: 6 }),
      async (treatments, questions) => {
        const { clinic, patientIds } = await makeWorld(database.owner, `world-${++worlds}`, 6)
        const past = treatments.map(({ who, hour, uses }): PastTreatment => {
          const openedAt = startAt + hour * hourMs
          return {
            ...{ treatmentId: randomUUID(), patientId: patientIds[who]!, openedAt },
            uses: uses.map(({ afterMinutes, ...rest }) => ({ ...rest, at: openedAt + afterMinutes * 60_000 })),
          }
        })
        await writePast(database.owner, clinic.clinicId, past)
        for (const { kind, source, who, fromHour, hours } of questions) {
          const asked = { kind, source: kind === 'patient' ? patientIds[who]! : source }
          const span = { fromAt: startAt + fromHour * hourMs, toAt: startAt + (fromHour + hours) * hourMs }
          const { exposures } = await inClinic(database.house.db, clinic.clinicId, (tx) =>
            findExposed(tx, { clinicId: clinic.clinicId, timeZone: zone }, asked, span),
          )
          const found = exposures.map(({ order, certainty, treatmentId }) => `${order} ${certainty} ${treatmentId}`)
          expect(found.sort()).toEqual(searchByHand(past, asked as { kind: SharedKind; source: string }, span, zone))
        }
      },
    ),
    { numRuns: 40, seed: 20181 },
  )
})

test('another clinic’s uses of the same letters are not found', async () => {
  const here = await makeWorld(database.owner, 'here', 1)
  const there = await makeWorld(database.owner, 'there', 1)
  for (const { clinic, patientIds } of [here, there])
    await writePast(database.owner, clinic.clinicId, [
      {
        ...{ treatmentId: randomUUID(), patientId: patientIds[0]!, openedAt: startAt },
        uses: [{ kind: 'lot', source: 'L1', at: startAt }],
      },
    ])
  const { exposures } = await inClinic(database.house.db, here.clinic.clinicId, (tx) =>
    findExposed(
      tx,
      { clinicId: here.clinic.clinicId, timeZone: zone },
      { kind: 'lot', source: 'L1' },
      { fromAt: startAt, toAt: startAt + hourMs },
    ),
  )
  expect(exposures.map(({ patientId }) => patientId)).toEqual(here.patientIds)
})
