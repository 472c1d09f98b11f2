import { describe, expect, test } from 'vitest'
import { applyEvent } from './apply-event.ts'
import type { TreatmentEvent } from './event.ts'
import { ExampleTreatment } from './example-treatment.ts'
import { replay } from './replay.ts'
import { findZone, startTreatment } from './state.ts'

const cheek = 'cheek-left'

function begun(): ExampleTreatment {
  return new ExampleTreatment()
}

test('a whole treatment runs from identity to seal', () => {
  const state = begun().untilSealed().state()
  expect(state).toMatchObject({
    petrolatum: 'applied',
    sharpsCounted: 1,
    cartridges: [{ lot: 'L2405-B', unit: '0081' }],
  })
  expect(state.sealedAt).toBeDefined()
  expect(findZone(state, cheek)).toMatchObject({ status: 'finished', rounds: [{ passes: 8 }, { passes: 8 }] })
})

describe('closing', () => {
  test('petrolatum waits for the last zone, sharps for the petrolatum, the cream plan for the sharps, the seal for all', () => {
    const treatment = begun().untilCartridge().round(cheek)
    const causeOf = (kind: 'petrolatumApplied' | 'sealed') => {
      const result = treatment.attempt(kind, {})
      return 'refusal' in result ? result.why : undefined
    }
    expect(causeOf('petrolatumApplied')).toEqual({ cause: 'zonesUnfinished' })
    treatment.add('zoneFinished', { zone: cheek }).add('zoneSkipped', { zone: 'forehead', reason: 'tired' })
    expect(treatment.attempt('sharpsCounted', { count: 1 })).toMatchObject({ why: { cause: 'petrolatumUndecided' } })
    treatment.add('petrolatumSkipped', {})
    expect(treatment.attempt('creamPlanned', { activesSafeFromAt: '2027-01-01T00:00:00Z' })).toMatchObject({
      why: { cause: 'sharpsUncounted' },
    })
    treatment.add('sharpsCounted', { count: 1 })
    expect(causeOf('sealed')).toEqual({ cause: 'creamUnplanned' })
    expect(treatment.attempt('glideApplied', { zone: cheek })).toMatchObject({ why: { cause: 'closing' } })
  })

  test('active creams wait 72 hours from the last pass', () => {
    const treatment = begun().untilCartridge().passes(cheek, 6)
    const lastPassAt = treatment.at
    expect(lastPassAt).toBe('2026-11-24T09:55:00Z')
    treatment
      .add('stopped', { reason: 'patient asked' })
      .add('zoneCleaned', { zone: cheek })
      .add('sharpsCounted', { count: 1 })
    expect(treatment.attempt('creamPlanned', { activesSafeFromAt: '2026-11-27T09:54:59Z' })).toMatchObject({
      refusal: 'CreamTooEarly',
      why: { earliestAt: '2026-11-27T09:55:00Z' },
    })
    expect(treatment.attempt('creamPlanned', { activesSafeFromAt: '2026-11-27T09:55:00Z' })).toHaveProperty('state')
  })

  test('a sealed treatment accepts amendments only, of events that exist', () => {
    const treatment = begun().untilSealed()
    const last = treatment.events.length
    expect(treatment.attempt('problemReported', { problem: 'pain', note: 'late' })).toMatchObject({
      why: { cause: 'sealed' },
    })
    expect(treatment.attempt('amended', { note: 'lot misread', correctsSeq: last + 1 })).toMatchObject({
      refusal: 'CorrectsUnknownEvent',
      why: { lastSeq: last },
      expected: [{ kind: 'amended' }],
    })
    expect(treatment.attempt('amended', { note: 'lot misread', correctsSeq: last })).toHaveProperty('state')
  })

  test('nothing is amended before the seal', () => {
    expect(begun().untilConsent().attempt('amended', { note: 'x', correctsSeq: 1 })).toMatchObject({
      why: { cause: 'notSealed' },
    })
  })
})

describe('a stop', () => {
  test('leads straight to cleaning, sharps, cream plan and seal', () => {
    const treatment = begun().untilCartridge().passes(cheek, 4).add('stopped', { reason: 'faint' })
    expect(treatment.attempt('passAdded', { zone: cheek })).toMatchObject({ why: { cause: 'stopped' } })
    expect(treatment.attempt('sharpsCounted', { count: 1 })).toMatchObject({ why: { cause: 'cleaningMissing' } })
    treatment
      .add('zoneCleaned', { zone: cheek })
      .add('sharpsCounted', { count: 1 })
      .add('creamPlanned', { activesSafeFromAt: '2026-12-01T00:00:00Z' })
      .add('sealed', {})
    expect(treatment.state().stopped).toEqual({ reason: 'faint' })
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
    expect(treatment.attempt('sealed', {})).toMatchObject({ why: { cause: 'numbingOn' } })
    treatment.add('numbingRemoved', {}).add('sealed', {})
    expect(treatment.state().sealedAt).toBe(treatment.at)
  })
})

describe('time and identity of events', () => {
  test('a clock may lag five minutes behind the last event, no more', () => {
    const treatment = begun().untilConsent()
    const event = { ...treatment.make('numbingSkipped', {}), at: '2026-11-24T08:58:00Z' }
    expect(applyEvent(treatment.state(), event)).toHaveProperty('state.lastAt', '2026-11-24T09:03:00Z')
    expect(applyEvent(treatment.state(), { ...event, at: '2026-11-24T08:57:59Z' })).toMatchObject({
      refusal: 'ClockWentBack',
      why: { lastAt: '2026-11-24T09:03:00Z', toleranceMinutes: 5 },
    })
  })

  test('the same event is not counted twice', () => {
    const treatment = begun().untilCartridge().passes(cheek, 1)
    const again = treatment.events.at(-1) as TreatmentEvent
    expect(applyEvent(treatment.state(), again)).toMatchObject({
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
