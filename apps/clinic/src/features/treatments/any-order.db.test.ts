import { randomUUID } from 'node:crypto'
import {
  activesSafeFrom,
  consentText,
  type PossibleEvent,
  planHash,
  possibleEvents,
  replay,
  startTreatment,
  type TreatmentEvent,
  type TreatmentState,
  verifyChain,
} from '@pointille/protocol'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeTestDatabase, type TestDatabase } from '../../platform/database/test-database.ts'
import { appendEvents, exportTreatment, openTreatment, readTreatment } from './index.server.ts'
import {
  makeTestTreatment,
  type Step,
  startAt,
  stepsToConsent,
  type TestTreatment,
  testPlan,
} from './test-treatment.queries.server.ts'

let database: TestDatabase
let on: TestTreatment

beforeAll(async () => {
  database = await makeTestDatabase()
  on = await makeTestTreatment(database, 'any-order')
})
afterAll(() => database.close())

const deeperPlan = { ...testPlan, zones: [{ ...testPlan.zones[0]!, depthMm: 1.25 }, testPlan.zones[1]!] }

/** A step of a possible kind with a payload that is right more often than not: `pick` in 0..1 chooses. */
function stepOf(state: TreatmentState, { kind, ...rest }: PossibleEvent, pick: number): Step {
  const plan = pick < 0.7 ? testPlan : deeperPlan
  const current = state.examination?.plan ?? testPlan
  const payloads: { [kind: string]: Record<string, unknown> } = {
    identityConfirmed: { checked: ['fullName', 'birthDate'] },
    examined: { phototype: 2, plan, planHash: planHash(plan), byDoctor: true },
    consentSigned: {
      ...stepsToConsent(current)[2],
      textHash: pick < 0.9 ? consentText(current, 'fr').textHash : 'e'.repeat(64),
    },
    photosTaken: { moment: 'before', photoIds: [randomUUID()] },
    cartridgeOpened: {
      lot: 'L1',
      unit: pick < 0.1 ? 'shared' : randomUUID(),
      expiresOn: '2027-01-31',
      notFromStock: true,
    },
    depthSet: { depthMm: pick < 0.8 ? 0.5 : 2.5 },
    endpointGraded: {
      endpoint: pick < 0.9 ? 'uniformPinpointBleeding' : 'tooMuch',
      ...(pick < 0.6 ? { reason: 'r' } : {}),
    },
    zoneSkipped: { reason: 'r' },
    sharpsCounted: { count: pick < 0.8 ? state.cartridges.length : 9 },
    creamPlanned: { activesSafeFromAt: activesSafeFrom(state.lastNeedlingAt ?? new Date(startAt).toISOString()) },
    problemReported: { problem: 'pain', note: 'n' },
    stopped: { reason: 'r' },
    amended: { note: 'n', correctsSeq: 1 },
  }
  return { kind, ...rest, ...payloads[kind] } as Step
}

/** Rare at first sight, these would end every random treatment early. */
const ending = new Set(['stopped', 'zoneSkipped', 'consentWithdrawn', 'sealed'])

async function openFresh(): Promise<string> {
  const { appointmentId } = await on.addArrival()
  const opened = await openTreatment(on.caller(), appointmentId)
  if (!('treatmentId' in opened)) throw new Error(opened.refusal)
  return opened.treatmentId
}

test('random treatments, sent in random posts: the server has what the device has, and the chain holds', {
  timeout: 120_000,
}, async () => {
  const move = fc.record({ which: fc.nat(), pick: fc.double({ min: 0, max: 1, noNaN: true }), post: fc.boolean() })
  let longest = 0
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 20, maxLength: 70 }), async (moves) => {
      const treatmentId = await openFresh()
      const kept: TreatmentEvent[] = []
      let waiting: TreatmentEvent[] = []
      let state = startTreatment()
      for (const { which, pick, post } of moves) {
        const possible = possibleEvents(state).filter(({ kind }) => !ending.has(kind) || pick > 0.93)
        const chosen = possible[which % Math.max(1, possible.length)]
        if (!chosen) break
        const event = on.event(stepOf(state, chosen, pick))
        const local = replay([...kept, ...waiting, event])
        waiting.push(event)
        if ('state' in local && !local.state.sealedAt && !post) {
          state = local.state
          continue
        }
        const answer = await appendEvents(on.caller(), treatmentId, waiting)
        if ('refusal' in answer) throw new Error(answer.refusal)
        kept.push(...waiting.filter((_, at) => answer.answers[at]!.acknowledged))
        waiting = []
        const replayed = replay(kept)
        if ('refusal' in replayed) throw new Error(`the server took what the machine refuses: ${replayed.refusal}`)
        state = replayed.state
      }
      await appendEvents(on.caller(), treatmentId, waiting)
      const view = await readTreatment(on.caller(), treatmentId)
      if (view === undefined || 'refusal' in view) throw new Error('unreadable')
      expect(replay(view.events.map(({ event }) => event))).toEqual({ state: view.state })
      const exported = await exportTreatment(on.caller(), treatmentId)
      if (exported === undefined || 'refusal' in exported) throw new Error('not exported')
      expect(verifyChain(exported.events, exported.head === null ? {} : { head: exported.head })).toMatchObject({
        ok: true,
      })
      longest = Math.max(longest, view.events.length)
    }),
    { numRuns: 20 },
  )
  expect(longest).toBeGreaterThan(20)
})

test('two tablets at once: no fork, no gap, and what one was told is what stands', async () => {
  const treatmentId = await openFresh()
  const prepared = [...stepsToConsent(), { kind: 'numbingSkipped' }, { kind: 'disinfected' }] as Step[]
  await appendEvents(
    on.caller(),
    treatmentId,
    prepared.map((step) => on.event(step)),
  )
  const posts = Array.from({ length: 12 }, () => [
    on.event({ kind: 'problemReported', problem: 'pain', note: 'n' }),
    on.event({ kind: 'glideApplied', zone: 'chin' }),
  ])
  const answers = await Promise.all(posts.map((events) => appendEvents(on.caller(), treatmentId, events)))
  const given = answers.flatMap((answer) => ('answers' in answer ? answer.answers : []))
  const taken = given.filter(({ acknowledged }) => acknowledged)
  expect(taken).toHaveLength(13)
  const exported = await exportTreatment(on.caller(), treatmentId)
  if (exported === undefined || 'refusal' in exported) throw new Error('not exported')
  expect(exported.events.map(({ seq }) => seq)).toEqual(Array.from({ length: 18 }, (_, at) => at + 1))
  expect(verifyChain(exported.events)).toMatchObject({ ok: true, head: exported.head })
  for (const answer of taken) {
    if (!answer.acknowledged) continue
    expect(exported.events[answer.seq - 1]).toMatchObject({
      hash: answer.hash,
      canonical: expect.stringContaining(answer.eventId),
    })
  }
})

test('one cartridge opened at once in two treatments goes to one of them', async () => {
  const ids = [await openFresh(), await openFresh()]
  const prepared = [...stepsToConsent(), { kind: 'numbingSkipped' }, { kind: 'disinfected' }] as Step[]
  for (const id of ids)
    await appendEvents(
      on.caller(),
      id,
      prepared.map((step) => on.event(step)),
    )
  const answers = await Promise.all(
    ids.map((id) =>
      appendEvents(on.caller(), id, [
        on.event({ kind: 'cartridgeOpened', lot: 'RACE', unit: '1', expiresOn: '2027-01-31', notFromStock: true }),
      ]),
    ),
  )
  const outcomes = answers
    .flatMap((answer) => ('answers' in answer ? answer.answers : []))
    .map((answer) => (answer.acknowledged ? 'taken' : answer.refusal))
  expect(outcomes.sort()).toEqual(['CartridgeUsed', 'taken'])
})
