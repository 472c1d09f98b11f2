import type { Plan, PlannedZone } from './plan.ts'

/** A plan for tests and examples: acne scars of the left cheek and the forehead, with a pen. */
export function examplePlan(change: Partial<Plan> = {}): Plan {
  return {
    indication: 'acne-scars',
    zones: [examplePlannedZone(), examplePlannedZone({ zone: 'forehead', depthMm: 0.75, rounds: 1 })],
    glide: 'sterileGel',
    numbing: { product: 'lidocaine-prilocaine-2.5' },
    ...change,
  }
}

export function examplePlannedZone(change: Partial<PlannedZone> = {}): PlannedZone {
  return {
    zone: 'cheek-left',
    device: 'pen',
    depthMm: 1.5,
    passesLow: 6,
    passesHigh: 10,
    endpoint: 'pinpointBleeding',
    rounds: 2,
    ...change,
  }
}
