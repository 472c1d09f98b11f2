import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPlan } from './check-plan.ts'
import { listSettings } from './evidence.ts'
import { examplePlan, examplePlannedZone } from './example-plan.ts'
import { indications, isTreatableIndication } from './indications.ts'
import { publishedDepth } from './plan-limits.ts'
import { getZone, isZoneId, zoneIds } from './zones.ts'

test('accepts a plan and gives a copy without undefined members', () => {
  const plan = examplePlan()
  const loose = { ...plan, zones: plan.zones.map((zone) => ({ ...zone, depthReason: undefined })) }
  expect(JSON.stringify(checkPlan(loose))).toBe(JSON.stringify({ plan }))
})

test('accepts another glide when it has a product and a reason, and no numbing', () => {
  const plan = examplePlan({ glide: { product: 'Serum', reason: 'chosen by the doctor' }, numbing: 'none' })
  expect(checkPlan(plan)).toEqual({ plan })
})

describe('refuses, naming the field and the limit', () => {
  const zone = (change: object) => ({ ...examplePlan(), zones: [{ ...examplePlannedZone(), ...change }] })
  test.each<[string, unknown, string, string]>([
    ['nothing', undefined, '', 'record'],
    ['a field nobody knows', { ...examplePlan(), price: 1 }, 'price', 'known-field'],
    ['no indication to treat', { ...examplePlan(), indication: 'unsure' }, 'indication', 'known-indication'],
    ['no zone', examplePlan({ zones: [] }), 'zones', 'one-to-twenty-zones'],
    ['a zone that is none', zone({ zone: 'toString' }), 'zones.0.zone', 'known-zone'],
    ['a zone twice', examplePlan({ zones: [examplePlannedZone(), examplePlannedZone()] }), 'zones.1.zone', 'zone-once'],
    ['an unknown device', zone({ device: 'laser' }), 'zones.0.device', 'known-device'],
    ['a depth of nothing', zone({ depthMm: 0.05 }), 'zones.0.depthMm', 'physical-depth'],
    ['a depth beyond needles', zone({ depthMm: 3.01, depthReason: 'no' }), 'zones.0.depthMm', 'physical-depth'],
    ['a depth that is no number', zone({ depthMm: Number.NaN }), 'zones.0.depthMm', 'physical-depth'],
    ['a depth finer than a hundredth', zone({ depthMm: 0.1 + 0.2 }), 'zones.0.depthMm', 'two-decimals'],
    ['a blank reason', zone({ depthReason: ' ' }), 'zones.0.depthReason', 'short-text'],
    ['half a pass', zone({ passesLow: 5.5 }), 'zones.0.passesLow', 'one-to-twenty-passes'],
    ['a range upside down', zone({ passesHigh: 5 }), 'zones.0.passesHigh', 'not-below-passes-low'],
    ['an endpoint nobody grades', zone({ endpoint: 'heavyBleeding' }), 'zones.0.endpoint', 'known-endpoint'],
    ['no round', zone({ rounds: 0 }), 'zones.0.rounds', 'one-to-five-rounds'],
    [
      'an active glide without a reason',
      examplePlan({ glide: { product: 'Serum', reason: '' } }),
      'glide',
      'sterile-gel-or-product-with-reason',
    ],
    ['an unknown cream', { ...examplePlan(), numbing: { product: 'x' } }, 'numbing', 'known-numbing-product-or-none'],
  ])('%s', (_, input, field, limit) => {
    expect(checkPlan(input)).toMatchObject({ refusal: 'InvalidPlan', field, limit })
  })
})

describe('depth above the published range', () => {
  const nose = examplePlannedZone({ zone: 'nose', depthMm: 1 })

  test('needs a reason, and names the range and its rows', () => {
    expect(checkPlan(examplePlan({ indication: 'wrinkles', zones: [nose] }))).toEqual({
      refusal: 'InvalidPlan',
      field: 'zones.0.depthMm',
      limit: 'published-depth-or-reason',
      lowMm: 0.25,
      highMm: 0.75,
      rowIds: ['ST28', 'ST37'],
    })
    const reasoned = examplePlan({ indication: 'wrinkles', zones: [{ ...nose, depthReason: 'thick sebaceous skin' }] })
    expect(checkPlan(reasoned)).toEqual({ plan: reasoned })
  })

  test('a site without any published figure always needs a reason', () => {
    const zones = [examplePlannedZone({ zone: 'abdomen', depthMm: 0.5 })]
    expect(checkPlan(examplePlan({ indication: 'hyperpigmentation', zones }))).toMatchObject({
      limit: 'published-depth-or-reason',
      highMm: undefined,
      rowIds: [],
    })
  })

  test('scars may go as deep as their trials, wrinkles only as the charts of the site', () => {
    expect(publishedDepth('forehead', 'acne-scars')).toMatchObject({ lowMm: 0.25, highMm: 1.5 })
    expect(publishedDepth('forehead', 'wrinkles')).toEqual({ lowMm: 0.25, highMm: 0.75, rowIds: ['ST26', 'ST35'] })
    expect(publishedDepth('neck', 'wrinkles')).toMatchObject({ highMm: 2.5 })
    expect(publishedDepth('thigh-left', 'stretch-marks')).toEqual({ lowMm: 1, highMm: 2, rowIds: ['ST12', 'ST34'] })
  })

  test('every row named exists, for every zone and indication', () => {
    const known = listSettings().map((row) => row.id)
    for (const zone of zoneIds) {
      for (const indication of indications.filter(isTreatableIndication)) {
        for (const id of publishedDepth(zone, indication).rowIds) expect(known).toContain(id)
      }
    }
  })
})

test('no zone lies inside the orbital rim, and every zone has a name in both languages', () => {
  for (const id of zoneIds) {
    expect(id).not.toMatch(/eyelid|under-eye/)
    expect(getZone(id).name.fr.length * getZone(id).name.en.length).toBeGreaterThan(0)
  }
  expect(isZoneId('upper-eyelid')).toBe(false)
})

test('never throws, whatever JSON comes', () => {
  const zone = fc.record({ zone: fc.constantFrom('nose', 'x'), device: fc.constant('pen'), depthMm: fc.jsonValue() })
  const nearly = fc.record({ indication: fc.constant('pores'), zones: fc.oneof(fc.array(zone), fc.jsonValue()) })
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), nearly), (input) => {
      const result = checkPlan(input)
      expect('plan' in result || result.refusal === 'InvalidPlan').toBe(true)
    }),
    { numRuns: 500 },
  )
})
