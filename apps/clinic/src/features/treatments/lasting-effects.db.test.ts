import { planHash, type TreatmentEvent } from '@pointille/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeTestDatabase, type TestDatabase } from '../../platform/database/test-database.ts'
import { appendEvents, openTreatment, verifyTreatment } from './index.server.ts'
import {
  makeTestTreatment,
  startAt,
  stepsToCartridge,
  stepsToConsent,
  stepsToSeal,
  type TestTreatment,
  testPlan,
} from './test-treatment.queries.server.ts'

let database: TestDatabase
let clinics = 0
const newTreatment = () => makeTestTreatment(database, `effects-${++clinics}`)

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

describe('consent', () => {
  const consents = async (on: TestTreatment) => {
    const { rows } = await database.owner.query(
      'select plan_hash, language, text_version, signature_name, voided_at is not null as voided, withdrawn_at is not null as withdrawn from clinic.consents where treatment_id = $1 order by voided_at nulls last',
      [on.treatmentId],
    )
    return rows
  }

  test('is a row of its own, bound to the plan and the text', async () => {
    const on = await newTreatment()
    await append(
      on,
      stepsToConsent().map((step) => on.event(step)),
    )
    expect(await consents(on)).toEqual([
      {
        plan_hash: planHash(testPlan),
        language: 'fr',
        text_version: 1,
        signature_name: 'Léa Martin',
        voided: false,
        withdrawn: false,
      },
    ])
  })

  test('to words that the server does not hold is refused, with no row', async () => {
    const on = await newTreatment()
    const [identity, examined, signed] = stepsToConsent().map((step) => on.event(step))
    const forged = { ...signed, textHash: 'f'.repeat(64) }
    expect(await outcomes(on, [identity, examined, forged])).toEqual([1, 2, 'ConsentTextChanged'])
    expect(await consents(on)).toEqual([])
  })

  test('ends when the plan changes: no pass until a new one is signed', async () => {
    const on = await newTreatment()
    await append(
      on,
      stepsToCartridge('0301').map((step) => on.event(step)),
    )
    const deeper = { ...testPlan, zones: testPlan.zones.map((zone) => ({ ...zone, depthMm: 0.5 })) }
    const examined = on.event({
      kind: 'examined',
      phototype: 3,
      plan: deeper,
      planHash: planHash(deeper),
      byDoctor: true,
    })
    expect(await outcomes(on, [examined, on.event({ kind: 'glideApplied', zone: 'chin' })])).toEqual([7, 'IllegalStep'])
    expect(await consents(on)).toMatchObject([{ voided: true }])
    const signed = on.event(stepsToConsent(deeper)[2]!)
    expect(await outcomes(on, [signed, on.event({ kind: 'glideApplied', zone: 'chin' })])).toEqual([8, 9])
    expect(await consents(on)).toMatchObject([{ voided: true }, { voided: false }])
  })

  test('withdrawn stops the needles', async () => {
    const on = await newTreatment()
    await append(
      on,
      stepsToCartridge('0302').map((step) => on.event(step)),
    )
    expect(
      await outcomes(on, [on.event({ kind: 'consentWithdrawn' }), on.event({ kind: 'glideApplied', zone: 'chin' })]),
    ).toEqual([7, 'IllegalStep'])
    expect(await consents(on)).toMatchObject([{ withdrawn: true }])
  })
})

describe('a cartridge', () => {
  const open = (on: TestTreatment, change: Record<string, unknown> = {}): TreatmentEvent =>
    ({
      ...on.event({ kind: 'cartridgeOpened', lot: 'L9', unit: '7', expiresOn: '2027-06-30', notFromStock: true }),
      ...change,
    }) as TreatmentEvent

  test('serves one patient, ever: the second treatment is told when it was used, and nothing is written', async () => {
    const on = await newTreatment()
    await append(
      on,
      stepsToCartridge('0400').map((step) => on.event(step)),
    )
    expect(await outcomes(on, [open(on)])).toEqual([7])
    const arrival = await on.addArrival()
    const second = await openTreatment(on.caller(), arrival.appointmentId)
    if (!('treatmentId' in second)) throw new Error(second.refusal)
    const other = { ...on, treatmentId: second.treatmentId }
    await append(
      other,
      stepsToCartridge('0401').map((step) => other.event(step)),
    )
    for (const change of [{}, { lot: ' l9 ' }, { gtin: '03400912345678' }]) {
      const { answers } = await append(other, [open(other, change)])
      expect(answers[0]).toMatchObject({ refusal: 'CartridgeUsed', why: { openedAt: startAt, sameTreatment: false } })
    }
    expect(await stored(other)).toHaveLength(6)
  })

  test('past its date is refused', async () => {
    const on = await newTreatment()
    await append(
      on,
      stepsToCartridge('0402').map((step) => on.event(step)),
    )
    expect(await outcomes(on, [open(on, { expiresOn: '2026-11-23' })])).toEqual(['CartridgeExpired'])
  })
})

describe('after the seal', () => {
  test('nothing changes; a doctor adds a dated amendment, and the chain goes on', async () => {
    const on = await newTreatment()
    await append(
      on,
      stepsToSeal('0500').map((step) => on.event(step)),
    )
    const length = (await stored(on)).length
    expect(await outcomes(on, [on.event({ kind: 'passAdded', zone: 'chin' }), on.event({ kind: 'sealed' })])).toEqual([
      'IllegalStep',
      'IllegalStep',
    ])
    const amended = on.event({ kind: 'amended', note: 'Front : 0,50 mm et non 0,75.', correctsSeq: 20 })
    const nextDay = { at: startAt + 24 * 3_600_000 }
    const later = { ...amended, at: new Date(nextDay.at).toISOString() }
    expect(await outcomes(on, [later], { ...nextDay, roles: ['assistant'], doctor: false })).toEqual(['NotAllowed'])
    expect(await outcomes(on, [later], nextDay)).toEqual([length + 1])
    expect(await verifyTreatment(on.caller(), on.treatmentId)).toMatchObject({ ok: true })
  })

  test('a changed byte is found by its place', async () => {
    const on = await newTreatment()
    await append(
      on,
      stepsToSeal('0501').map((step) => on.event(step)),
    )
    await database.owner.query('alter table clinic.treatment_events disable trigger user')
    await database.owner.query(
      `update clinic.treatment_events set canonical = convert_to(replace(convert_from(canonical, 'UTF8'), '"count":1', '"count":2'), 'UTF8')
       where treatment_id = $1 and kind = 'sharpsCounted'`,
      [on.treatmentId],
    )
    await database.owner.query('alter table clinic.treatment_events enable trigger user')
    const { seq } = (await stored(on)).find(({ kind }) => kind === 'sharpsCounted')!
    expect(await verifyTreatment(on.caller(), on.treatmentId)).toEqual({ ok: false, seq, why: 'hash' })
  })
})
