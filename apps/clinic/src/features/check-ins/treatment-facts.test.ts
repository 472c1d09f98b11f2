import type { TreatmentEvent } from '@pointille/protocol'
import { expect, test } from 'vitest'
import { factsOf } from './treatment-facts.ts'

const zone = { device: 'pen', passesLow: 6, passesHigh: 10, endpoint: 'pinpointBleeding', rounds: 2 }
const examined = (zones: object[]) => ({ kind: 'examined', plan: { zones } }) as unknown as TreatmentEvent
const by = (event: object, byName = 'Dr Morel') => ({ event: event as TreatmentEvent, byName })

test('a treatment is told by what its last plan needled, without the zones that were skipped', () => {
  const facts = factsOf(
    [
      by(examined([{ ...zone, zone: 'chin', depthMm: 0.5 }])),
      by(
        examined([
          { ...zone, zone: 'cheek-left', depthMm: 1.5 },
          { ...zone, zone: 'cheek-right', depthMm: 1.5 },
          { ...zone, zone: 'chin', depthMm: 1 },
        ]),
        'Dr Peeters',
      ),
      by({ kind: 'cartridgeOpened', lot: 'L1' }),
      by({ kind: 'zoneSkipped', zone: 'chin' }),
      by({ kind: 'creamPlanned', activesSafeFromAt: '2026-11-27T09:00:00.000Z' }),
    ],
    'fr',
  )
  expect(facts).toEqual({
    zones: ['Joue gauche 1,50\u00a0mm', 'joue droite 1,50\u00a0mm'],
    devices: ['pen'],
    lots: ['L1'],
    byName: 'Dr Peeters',
    activesSafeFromAt: Date.parse('2026-11-27T09:00:00Z'),
  })
})

test('a treatment of which nothing is written has no facts', () => {
  expect(factsOf([], 'en')).toMatchObject({ zones: [], lots: [], byName: undefined, activesSafeFromAt: undefined })
})
