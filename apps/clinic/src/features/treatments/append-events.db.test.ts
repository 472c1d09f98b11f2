import { randomUUID } from 'node:crypto'
import { verifyChain } from '@pointille/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestDatabase, type TestDatabase } from '../../platform/database/test-database.ts'
import { appendEvents, exportTreatment, openTreatment, readTreatment, verifyTreatment } from './index.server.ts'
import {
  makeTestTreatment,
  startAt,
  stepsToConsent,
  stepsToSeal,
  type TestTreatment,
} from './test-treatment.queries.server.ts'

let database: TestDatabase
let clinics = 0
const newTreatment = () => makeTestTreatment(database, `treat-${++clinics}`)

beforeAll(async () => {
  database = await makeTestDatabase()
})
afterAll(() => database.close())

async function append(on: TestTreatment, events: unknown[], who: Parameters<TestTreatment['caller']>[0] = {}) {
  const answer = await appendEvents(on.caller(who), on.treatmentId, events)
  if ('refusal' in answer) throw new Error(answer.refusal)
  return answer
}

/** What each event was answered: its place, or the name of the refusal. */
async function outcomes(on: TestTreatment, events: unknown[], who: Parameters<TestTreatment['caller']>[0] = {}) {
  const { answers } = await append(on, events, who)
  return answers.map((answer) => (answer.acknowledged ? answer.seq : answer.refusal))
}

async function stored(on: TestTreatment) {
  const { rows } = await database.owner.query<{ kind: string; canonical: Buffer; hash: string; seq: number }>(
    'select seq, kind, canonical, hash from clinic.treatment_events where treatment_id = $1 order by seq',
    [on.treatmentId],
  )
  return rows
}

describe('appendEvents', () => {
  test('writes a whole treatment to its seal, hashed in a chain that holds, and finishes the appointment', async () => {
    const on = await newTreatment()
    const events = stepsToSeal('0081').map((step) => on.event(step))
    expect(await outcomes(on, events)).toEqual(events.map((_, at) => at + 1))
    const rows = await stored(on)
    expect(verifyChain(rows.map((row) => ({ ...row, canonical: row.canonical.toString('utf8') })))).toMatchObject({
      ok: true,
    })
    expect(await verifyTreatment(on.caller(), on.treatmentId)).toEqual({ ok: true, head: rows.at(-1)!.hash })
    const view = await readTreatment(on.caller(), on.treatmentId)
    expect(view).toMatchObject({ head: rows.at(-1)!.hash, sealedAt: startAt, state: { sharpsCounted: 1 } })
    const { rows: appointments } = await database.owner.query(
      'select status from clinic.appointments where appointment_id = $1',
      [on.appointmentId],
    )
    expect(appointments).toEqual([{ status: 'done' }])
  })

  test('acknowledges the same event again at the same place, and writes it once', async () => {
    const on = await newTreatment()
    const events = stepsToConsent().map((step) => on.event(step))
    const first = await append(on, events)
    expect(await append(on, events)).toEqual(first)
    expect(await stored(on)).toHaveLength(3)
  })

  test('refuses other bytes under an id that is taken, here or in another treatment', async () => {
    const on = await newTreatment()
    const event = on.event(stepsToConsent()[0]!)
    await append(on, [event])
    expect(await outcomes(on, [{ ...event, checked: ['fullName', 'phone'] }])).toEqual(['EventIdTaken'])
    const arrival = await on.addArrival()
    const other = await openTreatment(on.caller(), arrival.appointmentId)
    if (!('treatmentId' in other)) throw new Error(other.refusal)
    expect(await outcomes({ ...on, treatmentId: other.treatmentId }, [event])).toEqual(['EventIdTaken'])
    expect(await stored(on)).toHaveLength(1)
  })

  test('judges each event on its own: a refused one leaves nothing, the next is still taken', async () => {
    const on = await newTreatment()
    const [identity, examined] = stepsToConsent().map((step) => on.event(step))
    const early = on.event({ kind: 'passAdded', zone: 'chin' })
    expect(await outcomes(on, [early, identity, examined])).toEqual(['IllegalStep', 1, 2])
    expect((await stored(on)).map(({ kind }) => kind)).toEqual(['identityConfirmed', 'examined'])
  })

  test('says what may come instead of a step that may not', async () => {
    const on = await newTreatment()
    const { answers } = await append(on, [on.event({ kind: 'disinfected' })])
    expect(answers[0]).toMatchObject({
      refusal: 'IllegalStep',
      why: { cause: 'identityMissing' },
      expected: expect.arrayContaining([{ kind: 'identityConfirmed' }]),
    })
  })

  test.each<[string, (on: TestTreatment) => unknown, string]>([
    ['what is no event', () => ({ kind: 'passAdded' }), 'InvalidEvent'],
    ['an event with a stranger in it', (on) => ({ ...on.event(stepsToConsent()[0]!), extra: 1 }), 'InvalidEvent'],
    ['an event in another member’s name', (on) => on.event(stepsToConsent()[0]!, { by: randomUUID() }), 'NotYou'],
    [
      'an event from three minutes ahead',
      (on) => on.event(stepsToConsent()[0]!, { at: new Date(startAt + 180_000).toISOString() }),
      'ClockOff',
    ],
    [
      'an event from before the treatment',
      (on) => on.event(stepsToConsent()[0]!, { at: '2026-11-24T07:55:00Z' }),
      'ClockOff',
    ],
    [
      'a text that PostgreSQL cannot keep',
      (on) => on.event({ kind: 'problemReported', problem: 'other', note: 'a\u0000b' }),
      'InvalidEvent',
    ],
  ])('refuses %s, and nothing is written', async (_, make, refusal) => {
    const on = await newTreatment()
    expect(await outcomes(on, [make(on)])).toEqual([refusal])
    expect(await stored(on)).toEqual([])
  })

  test('takes an event that a tablet kept for an hour without network', async () => {
    const on = await newTreatment()
    expect(await outcomes(on, [on.event(stepsToConsent()[0]!)], { at: startAt + 3_600_000 })).toEqual([1])
  })

  test('the clock may not go back by more than a device lags', async () => {
    const on = await newTreatment()
    const [identity, examined] = stepsToConsent()
    await append(on, [on.event(identity!)])
    const back = on.event(examined!, { at: new Date(startAt - 6 * 60_000).toISOString() })
    expect(await outcomes(on, [back])).toEqual(['ClockWentBack'])
  })
})

describe('who may', () => {
  test('an assistant runs the treatment, but neither examines nor seals; the attempt is in the access log', async () => {
    const on = await newTreatment()
    const assistant = { roles: ['assistant' as const], doctor: false }
    const [identity, examined] = stepsToConsent().map((step) => on.event(step))
    expect(await outcomes(on, [identity, examined], assistant)).toEqual([1, 'NotAllowed'])
    const { rows } = await database.owner.query(
      `select action, outcome from clinic.audit_log where clinic_id = $1 and outcome = 'refused'`,
      [on.clinicId],
    )
    expect(rows).toEqual([{ action: 'examine', outcome: 'refused' }])
    await append(
      on,
      stepsToSeal('0099')
        .slice(1, -1)
        .map((step) => on.event(step)),
    )
    expect(await outcomes(on, [on.event({ kind: 'sealed' })], assistant)).toEqual(['NotAllowed'])
    expect(await outcomes(on, [on.event({ kind: 'sealed' })], { doctor: false })).toEqual(['NotAllowed'])
  })

  test('the front desk and patients reach no event, and only the refusal is logged', async () => {
    const on = await newTreatment()
    const frontDesk = on.caller({ roles: ['frontDesk'], doctor: false })
    const answer = await appendEvents(frontDesk, on.treatmentId, [on.event(stepsToConsent()[0]!)])
    expect(answer).toEqual({ refusal: 'NotAllowed', action: 'runTreatment' })
    expect(await readTreatment(frontDesk, on.treatmentId)).toEqual({ refusal: 'NotAllowed', action: 'readRecord' })
    const patient = { ...on.caller(), actor: { kind: 'patient' as const, patientId: on.patientId, name: 'Léa' } }
    expect(await exportTreatment(patient, on.treatmentId)).toMatchObject({ refusal: 'NotAllowed' })
    const { rows } = await database.owner.query(
      `select actor_kind, action, outcome, patient_id from clinic.audit_log where clinic_id = $1 order by entry_id`,
      [on.clinicId],
    )
    expect(rows.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused'])
    expect(await stored(on)).toEqual([])
  })

  test('another clinic knows nothing of the treatment', async () => {
    const [on, other] = [await newTreatment(), await newTreatment()]
    const events = [on.event(stepsToConsent()[0]!)]
    expect(await appendEvents(other.caller(), on.treatmentId, events)).toEqual({ refusal: 'NoSuchTreatment' })
    expect(await readTreatment(other.caller(), on.treatmentId)).toBeUndefined()
  })
})
