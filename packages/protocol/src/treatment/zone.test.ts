import { describe, expect, test } from 'vitest'
import type { EventKind, EventPayloads } from './event.ts'
import { ExampleTreatment } from './example-treatment.ts'
import { findZone } from './state.ts'

const cheek = 'cheek-left'

function begun(): ExampleTreatment {
  return new ExampleTreatment()
}

describe('a zone', () => {
  test('takes glide, stretch, passes, endpoint and cleaning in this order', () => {
    const treatment = begun().untilCartridge()
    const causeOf = <K extends EventKind>(kind: K, payload: EventPayloads[K]) => {
      const result = treatment.attempt(kind, payload)
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
    const result = treatment.attempt('endpointGraded', { zone: cheek, endpoint: 'redness' })
    if (needed) {
      expect(result).toMatchObject({ refusal: 'ReasonNeeded', why: { passes, passesLow: 6, passesHigh: 10 } })
      const reason = { zone: cheek, endpoint: 'redness', reason: 'thin skin' } as const
      expect(treatment.attempt('endpointGraded', reason)).toHaveProperty('state')
    } else expect(result).toHaveProperty('state')
  })

  test('a tap too many is taken back', () => {
    const treatment = begun().untilCartridge().passes(cheek, 2).add('passRemoved', { zone: cheek })
    expect(findZone(treatment.state(), cheek)).toMatchObject({ status: 'needling', rounds: [{ passes: 1 }] })
    treatment.add('passRemoved', { zone: cheek })
    expect(findZone(treatment.state(), cheek)).toMatchObject({ status: 'stretched', rounds: [{ passes: 0 }] })
    expect(treatment.attempt('passRemoved', { zone: cheek })).toMatchObject({ why: { cause: 'passMissing' } })
  })

  test('that bleeds too much closes at once, and only cleaning follows', () => {
    const treatment = begun().untilCartridge().passes(cheek, 3)
    treatment.add('endpointGraded', { zone: cheek, endpoint: 'tooMuch' }).add('zoneCleaned', { zone: cheek })
    expect(treatment.attempt('glideApplied', { zone: cheek })).toMatchObject({ why: { cause: 'zoneClosed' } })
    expect(treatment.attempt('zoneFinished', { zone: cheek })).toHaveProperty('state')
    expect(treatment.attempt('glideApplied', { zone: 'forehead' })).toHaveProperty('state')
  })

  test('gets no more rounds than planned', () => {
    const treatment = begun().untilCartridge().round(cheek).round(cheek)
    expect(treatment.attempt('glideApplied', { zone: cheek })).toMatchObject({ why: { cause: 'roundsDone' } })
  })

  test('is finished before another one begins, in any order', () => {
    const treatment = begun().untilCartridge().passes('forehead', 6)
    expect(treatment.attempt('glideApplied', { zone: cheek })).toMatchObject({ why: { cause: 'zoneInProgress' } })
  })

  test('is needled at most as deep as planned', () => {
    const treatment = begun().untilCartridge().add('glideApplied', { zone: cheek })
    expect(treatment.attempt('depthSet', { zone: cheek, depthMm: 1.75 })).toMatchObject({
      refusal: 'DepthAbovePlan',
      why: { depthMm: 1.75, plannedDepthMm: 1.5 },
    })
    treatment.add('depthSet', { zone: cheek, depthMm: 1.25 })
    expect(findZone(treatment.state(), cheek)?.rounds).toEqual([{ depthMm: 1.25, passes: 0 }])
  })

  test('outside the plan does not exist', () => {
    expect(begun().untilCartridge().attempt('glideApplied', { zone: 'nose' })).toMatchObject({
      why: { cause: 'zoneNotPlanned' },
    })
  })

  test('can be skipped with a reason while no needle touched it', () => {
    const treatment = begun().untilCartridge().add('zoneSkipped', { zone: 'forehead', reason: 'cold sore seen' })
    expect(treatment.attempt('glideApplied', { zone: 'forehead' })).toMatchObject({ why: { cause: 'zoneClosed' } })
    treatment.round(cheek)
    expect(treatment.attempt('zoneSkipped', { zone: cheek, reason: 'enough' })).toMatchObject({
      why: { cause: 'zoneNeedled' },
    })
  })
})
