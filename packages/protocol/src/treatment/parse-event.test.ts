import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { examplePlan, examplePlannedZone } from '../example-plan.ts'
import { applyEvent } from './apply-event.ts'
import { eventKinds, plainKinds, type TreatmentEvent, zoneKinds } from './event.ts'
import { ExampleTreatment } from './example-treatment.ts'
import { parseEvent } from './parse-event.ts'
import { startTreatment } from './state.ts'

const pass = {
  eventId: '00000000-0000-4000-8000-000000000001',
  kind: 'passAdded',
  at: '2026-11-24T09:00:00.123Z',
  by: 'user-1',
  zone: 'nose',
}

test('gives back every event of a whole treatment, unchanged', () => {
  for (const event of new ExampleTreatment().untilSealed().events) expect(parseEvent(event)).toEqual({ event })
})

test('drops members that are undefined, so that the canonical bytes exist', () => {
  const parsed = parseEvent({ ...pass, device: undefined })
  expect('event' in parsed && Object.keys(parsed.event)).toEqual(['kind', 'eventId', 'at', 'by', 'zone'])
})

test('every kind is either plain or of a zone', () => {
  expect(new Set(eventKinds).size).toBe(plainKinds.length + zoneKinds.length)
})

describe('refuses, naming the member and its limit', () => {
  const examined = {
    ...pass,
    kind: 'examined',
    zone: undefined,
    phototype: 3,
    planHash: 'a'.repeat(64),
    byDoctor: true,
  }
  const cartridge = { ...pass, kind: 'cartridgeOpened', zone: undefined, lot: 'A', unit: '1', expiresOn: '2027-01-01' }
  const without = (event: object) => JSON.parse(JSON.stringify(event)) as unknown
  test.each<[string, unknown, string, string]>([
    ['nothing', null, '', 'record'],
    ['a list', [], '', 'record'],
    ['no kind', { ...pass, kind: undefined }, 'kind', 'known-kind'],
    ['a kind from the prototype', { ...pass, kind: 'constructor' }, 'kind', 'known-kind'],
    ['an id that is no uuid', { ...pass, eventId: '1' }, 'eventId', 'uuid'],
    ['a local time', { ...pass, at: '2026-11-24T09:00:00+01:00' }, 'at', 'instant'],
    ['an hour that does not exist', { ...pass, at: '2026-11-24T25:00:00Z' }, 'at', 'instant'],
    ['nobody', { ...pass, by: '' }, 'by', 'label'],
    ['a lone surrogate', { ...pass, by: 'a\ud800' }, 'by', 'label'],
    ['a zone that is none', { ...pass, zone: 'eyelid' }, 'zone', 'known-zone'],
    ['a member of another kind', { ...pass, count: 1 }, 'count', 'known-field'],
    [
      'a plan beyond needles',
      without({ ...examined, plan: examplePlan({ zones: [examplePlannedZone({ depthMm: 9 })] }) }),
      'plan.zones.0.depthMm',
      'physical-depth',
    ],
    ['no plan', without(examined), 'plan', 'plan'],
    ['a phototype of 7', without({ ...examined, plan: examplePlan(), phototype: 7 }), 'phototype', 'phototype'],
    ['an impossible expiry', without({ ...cartridge, expiresOn: '2027-02-30' }), 'expiresOn', 'real-date'],
    ['a doubt about the stock', without({ ...cartridge, notFromStock: false }), 'notFromStock', 'true'],
    ['a short gtin', without({ ...cartridge, gtin: '123' }), 'gtin', 'gtin'],
  ])('%s', (_, input, field, limit) => {
    expect(parseEvent(input)).toEqual({ refusal: 'InvalidEvent', field, limit })
  })
})

describe('arbitrary JSON', () => {
  const nearly = fc
    .tuple(
      fc.constantFrom(...eventKinds),
      fc.dictionary(fc.constantFrom('zone', 'note', 'plan', 'at', 'count'), fc.jsonValue()),
    )
    .map(([kind, members]) => ({ ...pass, ...members, kind }))

  test('never makes the machine throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), nearly), (input) => {
        const result = applyEvent(startTreatment(), input as unknown as TreatmentEvent)
        expect('state' in result || result.refusal.length > 0).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
