import { describe, expect, test } from 'vitest'
import { examplePlan, examplePlannedZone } from '../example-plan.ts'
import { planHash } from '../plan.ts'
import { applyEvent } from './apply-event.ts'
import type { EventKind, EventPayloads, TreatmentEvent } from './event.ts'
import { ExampleTreatment } from './example-treatment.ts'
import { replay } from './replay.ts'
import { findZone, startTreatment, type TreatmentState } from './state.ts'

const cheek = 'cheek-left'

/** The state after all events of an example; fails the test when one is refused. */
function stateOf(treatment: ExampleTreatment, policy = { doctorMustExamine: true }): TreatmentState {
  const result = replay(treatment.events, policy)
  if ('refusal' in result) throw new Error(`${result.seq}: ${JSON.stringify(result.why)}`)
  return result.state
}

/** What comes of one more event after an example. */
function then<K extends EventKind>(treatment: ExampleTreatment, kind: K, payload: EventPayloads[K]) {
  return applyEvent(stateOf(treatment), treatment.make(kind, payload) as TreatmentEvent)
}

function begun(): ExampleTreatment {
  return new ExampleTreatment()
}

test('a whole treatment runs from identity to seal', () => {
  const state = stateOf(begun().untilSealed())
  expect(state).toMatchObject({
    petrolatum: 'applied',
    sharpsCounted: 1,
    cartridges: [{ lot: 'L2405-B', unit: '0081' }],
  })
  expect(state.sealedAt).toBeDefined()
  expect(findZone(state, cheek)).toMatchObject({ status: 'finished', rounds: [{ passes: 8 }, { passes: 8 }] })
})

describe('before the needles', () => {
  test('a pass without any step before it names what is missing first', () => {
    const treatment = begun()
    expect(then(treatment, 'passAdded', { zone: cheek })).toMatchObject({
      refusal: 'IllegalStep',
      why: { cause: 'identityMissing' },
      expected: [{ kind: 'identityConfirmed' }, { kind: 'problemReported' }, { kind: 'stopped' }],
    })
  })

  test('needling waits for the consent, the numbing, the disinfection and the cartridge', () => {
    const causes: unknown[] = []
    const treatment = begun()
    const tryPass = () => {
      const result = then(treatment, 'passAdded', { zone: cheek })
      causes.push('refusal' in result ? result.why : 'applied')
    }
    treatment.add('identityConfirmed', { checked: ['fullName', 'birthDate'] })
    tryPass()
    const hash = planHash(treatment.plan)
    treatment.add('examined', { phototype: 3, plan: treatment.plan, planHash: hash, byDoctor: true })
    tryPass()
    const consent = {
      textVersion: 1,
      language: 'fr',
      planHash: hash,
      textHash: 'b'.repeat(64),
      signatureName: 'Léa',
    } as const
    treatment.add('consentSigned', consent)
    tryPass()
    treatment.add('numbingSkipped', {})
    tryPass()
    treatment.add('disinfected', {})
    tryPass()
    treatment.add('cartridgeOpened', { lot: 'A', unit: '1', expiresOn: '2026-11-24' })
    tryPass()
    expect(causes).toEqual(
      [
        'examinationMissing',
        'consentMissing',
        'numbingUndecided',
        'disinfectionMissing',
        'cartridgeMissing',
        'stretchMissing',
      ].map((cause) => ({ cause })),
    )
  })

  test('two different identity questions are asked', () => {
    expect(then(begun(), 'identityConfirmed', { checked: ['birthDate', 'birthDate'] })).toMatchObject({
      refusal: 'InvalidEvent',
      why: { field: 'checked', limit: 'two-identity-questions' },
    })
  })

  test('the examination is a doctor’s, unless the clinic’s country allows others', () => {
    const treatment = begun().add('identityConfirmed', { checked: ['fullName', 'phone'] })
    const plan = treatment.plan
    const payload = { phototype: 4, plan, planHash: planHash(plan), byDoctor: false } as const
    expect(then(treatment, 'examined', payload)).toMatchObject({ refusal: 'DoctorRequired' })
    treatment.add('examined', payload)
    expect(stateOf(treatment, { doctorMustExamine: false }).examination?.phototype).toBe(4)
  })

  test('the plan’s hash is recomputed', () => {
    const treatment = begun().add('identityConfirmed', { checked: ['fullName', 'phone'] })
    const payload = { phototype: 4, plan: treatment.plan, planHash: 'c'.repeat(64), byDoctor: true } as const
    expect(then(treatment, 'examined', payload)).toMatchObject({
      refusal: 'PlanHashMismatch',
      why: { computedHash: planHash(treatment.plan) },
    })
  })
})

describe('consent', () => {
  const deeper = examplePlan({ zones: [examplePlannedZone({ depthMm: 1.75 })] })
  const sign = (plan: typeof deeper) =>
    ({
      textVersion: 1,
      language: 'en',
      planHash: planHash(plan),
      textHash: 'd'.repeat(64),
      signatureName: 'Léa',
    }) as const
  const examine = (plan: typeof deeper) => ({ phototype: 3, plan, planHash: planHash(plan), byDoctor: true }) as const

  test('for another plan than the one examined is refused', () => {
    const treatment = begun()
      .add('identityConfirmed', { checked: ['fullName', 'birthDate'] })
      .add('examined', examine(examplePlan()))
    expect(then(treatment, 'consentSigned', sign(deeper))).toMatchObject({
      refusal: 'ConsentPlanMismatch',
      why: { planHash: planHash(deeper), currentPlanHash: planHash(examplePlan()) },
    })
  })

  test('is void when the plan changes, and needling waits for a new one', () => {
    const treatment = begun().untilCartridge().add('examined', examine(deeper))
    expect(stateOf(treatment)).toMatchObject({ consent: undefined, consentVoid: 'planChanged' })
    expect(then(treatment, 'glideApplied', { zone: cheek })).toMatchObject({ why: { cause: 'consentVoid' } })
    treatment.add('consentSigned', sign(deeper)).passes(cheek, 1)
    expect(stateOf(treatment).lastNeedlingAt).toBe(treatment.at)
  })

  test('survives an examination that finds the same plan', () => {
    const treatment = begun().untilCartridge()
    treatment.add('examined', examine(treatment.plan))
    expect(stateOf(treatment).consent?.planHash).toBe(planHash(treatment.plan))
  })

  test('can be withdrawn in the middle of a zone: no pass follows, cleaning may', () => {
    const treatment = begun().untilCartridge().passes(cheek, 3).add('consentWithdrawn', {})
    expect(then(treatment, 'passAdded', { zone: cheek })).toMatchObject({ why: { cause: 'consentVoid' } })
    treatment
      .add('endpointGraded', { zone: cheek, endpoint: 'redness', reason: 'patient withdrew' })
      .add('zoneCleaned', { zone: cheek })
    expect(then(treatment, 'glideApplied', { zone: cheek })).toMatchObject({ why: { cause: 'consentVoid' } })
  })

  test('the plan cannot change in the middle of a round', () => {
    const treatment = begun().untilCartridge().passes(cheek, 3)
    expect(then(treatment, 'examined', examine(deeper))).toMatchObject({ why: { cause: 'zoneInProgress' } })
  })
})

describe('numbing', () => {
  const on = (treatment: ExampleTreatment) =>
    treatment.add('numbingStarted', {
      product: 'lidocaine-prilocaine-2.5',
      grams: 10,
      areaCm2: 160,
      appliedAt: treatment.at,
    })

  test('no needle touches the skin while the cream is on', () => {
    const treatment = on(begun().untilConsent())
    expect(then(treatment, 'disinfected', {})).toMatchObject({ why: { cause: 'numbingOn' } })
  })

  test('past the product’s stop the removal needs a note', () => {
    const treatment = on(begun().untilConsent()).wait(300)
    expect(then(treatment, 'numbingRemoved', {})).toMatchObject({
      refusal: 'OvertimeNoteNeeded',
      why: { elapsedMinutes: 302, stopFromMinutes: 300 },
    })
    expect(then(treatment, 'numbingRemoved', { overtimeNote: 'power cut' })).toHaveProperty('state')
  })

  test('a cream applied before the consent is refused', () => {
    const treatment = begun().untilConsent()
    const payload = {
      product: 'lidocaine-prilocaine-2.5',
      grams: 5,
      areaCm2: 50,
      appliedAt: '2026-11-24T08:00:00Z',
    } as const
    expect(then(treatment, 'numbingStarted', payload)).toMatchObject({ refusal: 'NumbingTimeImpossible' })
  })

  test('a plan without numbing offers no cream', () => {
    const treatment = new ExampleTreatment(examplePlan({ numbing: 'none' })).untilConsent()
    const payload = { product: 'lidocaine-prilocaine-2.5', grams: 5, areaCm2: 50, appliedAt: treatment.at } as const
    expect(then(treatment, 'numbingStarted', payload)).toMatchObject({ why: { cause: 'numbingNotPlanned' } })
  })
})

describe('cartridges', () => {
  const ready = () => begun().untilConsent().add('numbingSkipped', {}).add('disinfected', {})

  test('a cartridge past its date is refused, naming both days; its last day is good', () => {
    expect(then(ready(), 'cartridgeOpened', { lot: 'A', unit: '1', expiresOn: '2026-11-23' })).toMatchObject({
      refusal: 'CartridgeExpired',
      why: { expiresOn: '2026-11-23', on: '2026-11-24' },
    })
    expect(then(ready(), 'cartridgeOpened', { lot: 'A', unit: '1', expiresOn: '2026-11-24' })).toHaveProperty('state')
  })

  test('the same cartridge is opened once', () => {
    const cartridge = { lot: 'A', unit: '1', expiresOn: '2027-01-01' }
    expect(then(ready().add('cartridgeOpened', cartridge), 'cartridgeOpened', cartridge)).toMatchObject({
      refusal: 'CartridgeAlreadyOpened',
      why: { lot: 'A', unit: '1' },
    })
  })

  test('sharps must be as many as cartridges were opened', () => {
    const treatment = begun().untilZonesDone().add('petrolatumSkipped', {})
    expect(then(treatment, 'sharpsCounted', { count: 2 })).toMatchObject({
      refusal: 'SharpsMismatch',
      why: { counted: 2, opened: 1 },
    })
  })
})

describe('a zone', () => {
  test('takes glide, stretch, passes, endpoint and cleaning in this order', () => {
    const treatment = begun().untilCartridge()
    const causeOf = <K extends EventKind>(kind: K, payload: EventPayloads[K]) => {
      const result = then(treatment, kind, payload)
      return 'refusal' in result ? result.why : undefined
    }
    const zone = cheek
    expect(causeOf('skinStretched', { zone })).toEqual({ cause: 'glideMissing' })
    treatment.add('glideApplied', { zone })
    expect(causeOf('passAdded', { zone })).toEqual({ cause: 'stretchMissing' })
    treatment.add('skinStretched', { zone })
    expect(causeOf('endpointGraded', { zone, endpoint: 'redness' })).toEqual({ cause: 'passMissing' })
    for (let i = 0; i < 6; i++) treatment.add('passAdded', { zone })
    expect(causeOf('zoneCleaned', { zone })).toEqual({ cause: 'endpointMissing' })
    treatment.add('endpointGraded', { zone, endpoint: 'scatteredPoints' })
    expect(causeOf('passAdded', { zone })).toEqual({ cause: 'stretchMissing' })
    expect(causeOf('zoneFinished', { zone })).toEqual({ cause: 'cleaningMissing' })
    treatment.add('zoneCleaned', { zone })
    expect(causeOf('zoneFinished', { zone })).toBeUndefined()
    expect(causeOf('glideApplied', { zone })).toBeUndefined()
  })

  test.each([
    [5, true],
    [6, false],
    [10, false],
    [11, true],
  ])('graded after %i passes needs a reason: %s', (passes, needed) => {
    const treatment = begun().untilCartridge().passes(cheek, passes)
    const result = then(treatment, 'endpointGraded', { zone: cheek, endpoint: 'redness' })
    if (needed) {
      expect(result).toMatchObject({ refusal: 'ReasonNeeded', why: { passes, passesLow: 6, passesHigh: 10 } })
      const reason = { zone: cheek, endpoint: 'redness', reason: 'thin skin' } as const
      expect(then(treatment, 'endpointGraded', reason)).toHaveProperty('state')
    } else expect(result).toHaveProperty('state')
  })

  test('a tap too many is taken back', () => {
    const treatment = begun().untilCartridge().passes(cheek, 2).add('passRemoved', { zone: cheek })
    expect(findZone(stateOf(treatment), cheek)).toMatchObject({ status: 'needling', rounds: [{ passes: 1 }] })
    treatment.add('passRemoved', { zone: cheek })
    expect(findZone(stateOf(treatment), cheek)).toMatchObject({ status: 'stretched', rounds: [{ passes: 0 }] })
    expect(then(treatment, 'passRemoved', { zone: cheek })).toMatchObject({ why: { cause: 'passMissing' } })
  })

  test('that bleeds too much closes at once, and only cleaning follows', () => {
    const treatment = begun().untilCartridge().passes(cheek, 3)
    treatment.add('endpointGraded', { zone: cheek, endpoint: 'tooMuch' }).add('zoneCleaned', { zone: cheek })
    expect(then(treatment, 'glideApplied', { zone: cheek })).toMatchObject({ why: { cause: 'zoneClosed' } })
    expect(then(treatment, 'zoneFinished', { zone: cheek })).toHaveProperty('state')
    expect(then(treatment, 'glideApplied', { zone: 'forehead' })).toHaveProperty('state')
  })

  test('gets no more rounds than planned', () => {
    const treatment = begun().untilCartridge().round(cheek).round(cheek)
    expect(then(treatment, 'glideApplied', { zone: cheek })).toMatchObject({ why: { cause: 'roundsDone' } })
  })

  test('is finished before another one begins, in any order', () => {
    const treatment = begun().untilCartridge().passes('forehead', 6)
    expect(then(treatment, 'glideApplied', { zone: cheek })).toMatchObject({ why: { cause: 'zoneInProgress' } })
  })

  test('is needled at most as deep as planned', () => {
    const treatment = begun().untilCartridge().add('glideApplied', { zone: cheek })
    expect(then(treatment, 'depthSet', { zone: cheek, depthMm: 1.75 })).toMatchObject({
      refusal: 'DepthAbovePlan',
      why: { depthMm: 1.75, plannedDepthMm: 1.5 },
    })
    treatment.add('depthSet', { zone: cheek, depthMm: 1.25 })
    expect(findZone(stateOf(treatment), cheek)?.rounds).toEqual([{ depthMm: 1.25, passes: 0 }])
  })

  test('outside the plan does not exist', () => {
    expect(then(begun().untilCartridge(), 'glideApplied', { zone: 'nose' })).toMatchObject({
      why: { cause: 'zoneNotPlanned' },
    })
  })

  test('can be skipped with a reason while no needle touched it', () => {
    const treatment = begun().untilCartridge().add('zoneSkipped', { zone: 'forehead', reason: 'cold sore seen' })
    expect(then(treatment, 'glideApplied', { zone: 'forehead' })).toMatchObject({ why: { cause: 'zoneClosed' } })
    treatment.round(cheek)
    expect(then(treatment, 'zoneSkipped', { zone: cheek, reason: 'enough' })).toMatchObject({
      why: { cause: 'zoneNeedled' },
    })
  })
})

describe('closing', () => {
  test('petrolatum waits for the last zone, sharps for the petrolatum, the cream plan for the sharps, the seal for all', () => {
    const treatment = begun().untilCartridge().round(cheek)
    const causeOf = (kind: 'petrolatumApplied' | 'sealed') => {
      const result = then(treatment, kind, {})
      return 'refusal' in result ? result.why : undefined
    }
    expect(causeOf('petrolatumApplied')).toEqual({ cause: 'zonesUnfinished' })
    treatment.add('zoneFinished', { zone: cheek }).add('zoneSkipped', { zone: 'forehead', reason: 'tired' })
    expect(then(treatment, 'sharpsCounted', { count: 1 })).toMatchObject({ why: { cause: 'petrolatumUndecided' } })
    treatment.add('petrolatumSkipped', {})
    expect(then(treatment, 'creamPlanned', { activesSafeFromAt: '2027-01-01T00:00:00Z' })).toMatchObject({
      why: { cause: 'sharpsUncounted' },
    })
    treatment.add('sharpsCounted', { count: 1 })
    expect(causeOf('sealed')).toEqual({ cause: 'creamUnplanned' })
    expect(then(treatment, 'glideApplied', { zone: cheek })).toMatchObject({ why: { cause: 'closing' } })
  })

  test('active creams wait 72 hours from the last pass', () => {
    const treatment = begun().untilCartridge().passes(cheek, 6)
    const lastPassAt = treatment.at
    expect(lastPassAt).toBe('2026-11-24T09:55:00Z')
    treatment
      .add('stopped', { reason: 'patient asked' })
      .add('zoneCleaned', { zone: cheek })
      .add('sharpsCounted', { count: 1 })
    expect(then(treatment, 'creamPlanned', { activesSafeFromAt: '2026-11-27T09:54:59Z' })).toMatchObject({
      refusal: 'CreamTooEarly',
      why: { earliestAt: '2026-11-27T09:55:00Z' },
    })
    expect(then(treatment, 'creamPlanned', { activesSafeFromAt: '2026-11-27T09:55:00Z' })).toHaveProperty('state')
  })

  test('a sealed treatment accepts amendments only, of events that exist', () => {
    const treatment = begun().untilSealed()
    const last = treatment.events.length
    expect(then(treatment, 'problemReported', { problem: 'pain', note: 'late' })).toMatchObject({
      why: { cause: 'sealed' },
    })
    expect(then(treatment, 'amended', { note: 'lot misread', correctsSeq: last + 1 })).toMatchObject({
      refusal: 'CorrectsUnknownEvent',
      why: { lastSeq: last },
      expected: [{ kind: 'amended' }],
    })
    expect(then(treatment, 'amended', { note: 'lot misread', correctsSeq: last })).toHaveProperty('state')
  })

  test('nothing is amended before the seal', () => {
    expect(then(begun().untilConsent(), 'amended', { note: 'x', correctsSeq: 1 })).toMatchObject({
      why: { cause: 'notSealed' },
    })
  })
})

describe('a stop', () => {
  test('leads straight to cleaning, sharps, cream plan and seal', () => {
    const treatment = begun().untilCartridge().passes(cheek, 4).add('stopped', { reason: 'faint' })
    expect(then(treatment, 'passAdded', { zone: cheek })).toMatchObject({ why: { cause: 'stopped' } })
    expect(then(treatment, 'sharpsCounted', { count: 1 })).toMatchObject({ why: { cause: 'cleaningMissing' } })
    treatment
      .add('zoneCleaned', { zone: cheek })
      .add('sharpsCounted', { count: 1 })
      .add('creamPlanned', { activesSafeFromAt: '2026-12-01T00:00:00Z' })
      .add('sealed', {})
    expect(stateOf(treatment).stopped).toEqual({ reason: 'faint' })
  })

  test('before any needle leads straight to the seal, once the cream is off', () => {
    const treatment = begun().untilConsent()
    treatment.add('numbingStarted', {
      product: 'lidocaine-prilocaine-2.5',
      grams: 5,
      areaCm2: 50,
      appliedAt: treatment.at,
    })
    treatment.add('stopped', { reason: 'rash' })
    expect(then(treatment, 'sealed', {})).toMatchObject({ why: { cause: 'numbingOn' } })
    treatment.add('numbingRemoved', {}).add('sealed', {})
    expect(stateOf(treatment).sealedAt).toBe(treatment.at)
  })
})

describe('time and identity of events', () => {
  test('a clock may lag five minutes behind the last event, no more', () => {
    const treatment = begun().untilConsent()
    const event = { ...treatment.make('numbingSkipped', {}), at: '2026-11-24T08:58:00Z' }
    expect(applyEvent(stateOf(treatment), event)).toHaveProperty('state.lastAt', '2026-11-24T09:03:00Z')
    expect(applyEvent(stateOf(treatment), { ...event, at: '2026-11-24T08:57:59Z' })).toMatchObject({
      refusal: 'ClockWentBack',
      why: { lastAt: '2026-11-24T09:03:00Z', toleranceMinutes: 5 },
    })
  })

  test('the same event is not counted twice', () => {
    const treatment = begun().untilCartridge().passes(cheek, 1)
    const again = treatment.events.at(-1) as TreatmentEvent
    expect(applyEvent(stateOf(treatment), again)).toMatchObject({
      refusal: 'DuplicateEvent',
      why: { eventId: again.eventId },
    })
  })

  test('replay names the event that could not have come then', () => {
    const { events } = begun().untilSealed()
    const result = replay(events.filter((event) => event.kind !== 'disinfected'))
    expect(result).toMatchObject({ refusal: 'IllegalStep', seq: 6, why: { cause: 'disinfectionMissing' } })
  })
})

test('a new treatment starts empty', () => {
  expect(startTreatment()).toMatchObject({
    eventIds: [],
    zones: [],
    cartridges: [],
    policy: { doctorMustExamine: true },
  })
})
