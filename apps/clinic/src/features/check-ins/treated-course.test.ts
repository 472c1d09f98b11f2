import type { Course } from '@pointille/healing'
import { startTreatment, type TreatmentState, type ZoneId } from '@pointille/protocol'
import { describe, expect, test } from 'vitest'
import { listNeedledZones, stateOf } from './needled-zones.ts'
import { courseOf, siteOf } from './treated-course.ts'

type Round = { depthMm: number; passes: number }

function treated(zones: Partial<Record<ZoneId, Round[]>>): TreatmentState {
  const ids = Object.keys(zones) as ZoneId[]
  const planned = {
    device: 'pen',
    depthMm: 2,
    passesLow: 6,
    passesHigh: 10,
    endpoint: 'pinpointBleeding',
    rounds: 2,
  } as const
  return {
    ...startTreatment(),
    examination: {
      phototype: 3,
      planHash: 'a'.repeat(64),
      byDoctor: true,
      plan: {
        indication: 'acne-scars',
        zones: ids.map((zone) => ({ zone, ...planned })),
        glide: 'sterileGel',
        numbing: 'none',
      },
    },
    zones: ids.map((zone) => ({ zone, status: 'finished', rounds: zones[zone] ?? [], closed: false })),
  }
}

const passesOf = ({ treatments }: Course) => treatments[0]!.passes

describe('the course behind a sealed treatment', () => {
  test('has the passes that were done and the length that was set, not what was planned', () => {
    const state = treated({
      'cheek-left': [
        { depthMm: 1, passes: 6 },
        { depthMm: 1.5, passes: 2 },
      ],
    })
    expect(listNeedledZones(state)).toEqual([{ zone: 'cheek-left', device: 'pen', needleMm: 1.125, passes: 8 }])
    expect(courseOf(state, 38, passesOf)).toMatchObject({
      ageYears: 38,
      phototype: 3,
      site: 'cheek',
      indication: 'acne-scars',
      treatments: [{ day: 0, device: 'pen', needleMm: 1.125, passes: 8 }],
    })
  })

  test('is that of the zone with the largest dose', () => {
    const state = treated({
      forehead: [{ depthMm: 1, passes: 4 }],
      'cheek-left': [{ depthMm: 1, passes: 9 }],
      chin: [{ depthMm: 1, passes: 6 }],
    })
    expect(courseOf(state, 38, passesOf)?.site).toBe('cheek')
  })

  test('is none where no needle passed: nothing is expected then', () => {
    expect(courseOf(treated({ chin: [] }), 38, passesOf)).toBeUndefined()
    expect(courseOf(treated({}), 38, passesOf)).toBeUndefined()
  })

  test('is none for events that today’s machine does not let in', () => {
    const event = { eventId: '00000000-0000-4000-8000-000000000001', at: '2026-11-24T09:00:00Z', by: 'x' }
    expect(stateOf([{ ...event, kind: 'passAdded', zone: 'chin' }])).toBeUndefined()
  })
})

test('a zone of the body is the site that the model knows by name, else the body', () => {
  const sites = (
    ['thigh-left', 'upper-arm-right', 'abdomen', 'knee-left', 'lower-back', 'crows-feet-left'] as const
  ).map(siteOf)
  expect(sites).toEqual(['thigh', 'upperArm', 'abdomen', 'knee', 'back', 'aroundEye'])
})
