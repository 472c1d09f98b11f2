import type {
  NeedlingDevice,
  Phototype,
  Plan,
  PlannedEndpoint,
  PlannedZone,
  TreatableIndication,
  ZoneId,
} from '@pointille/protocol'

const zone = (
  id: ZoneId,
  depthMm: number,
  {
    rounds = 1,
    endpoint = 'pinpointBleeding',
    device = 'pen',
  }: { rounds?: number; endpoint?: PlannedEndpoint; device?: NeedlingDevice } = {},
): PlannedZone => ({ zone: id, device, depthMm, passesLow: 6, passesHigh: 10, endpoint, rounds })

const gentle = { endpoint: 'erythemaOnly' } as const

/** One plan for each thing that is treated, inside the published needle lengths of its zones. */
const zonesFor: Record<TreatableIndication, PlannedZone[]> = {
  'acne-scars': [zone('cheek-left', 1.5, { rounds: 2 }), zone('cheek-right', 1.5, { rounds: 2 })],
  'surgical-scars': [zone('abdomen', 1.5, { rounds: 2, device: 'stamp' })],
  wrinkles: [zone('forehead', 0.75), zone('crows-feet-left', 0.5, gentle), zone('crows-feet-right', 0.5, gentle)],
  texture: [zone('cheek-left', 1), zone('cheek-right', 1), zone('chin', 0.75, gentle)],
  pores: [zone('nose', 0.5, gentle), zone('cheek-left', 0.75), zone('cheek-right', 0.75)],
  'stretch-marks': [zone('thigh-left', 1.5, { device: 'roller' }), zone('thigh-right', 1.5, { device: 'roller' })],
  hyperpigmentation: [zone('cheekbone-left', 0.5, gentle), zone('cheekbone-right', 0.5, gentle)],
}

/** Square centimetres of cream for these zones, as a practice would note them. */
const creamAreaCm2: Record<TreatableIndication, number> = {
  'acne-scars': 120,
  'surgical-scars': 60,
  wrinkles: 90,
  texture: 150,
  pores: 140,
  'stretch-marks': 200,
  hyperpigmentation: 60,
}

export type DemoPlan = { plan: Plan; phototype: Phototype; areaCm2: number }

export function planFor(indication: TreatableIndication, phototype: Phototype): DemoPlan {
  const numbing = { product: 'lidocaine-prilocaine-2.5' } as const
  return {
    plan: { indication, zones: zonesFor[indication], glide: 'sterileGel', numbing },
    phototype,
    areaCm2: creamAreaCm2[indication],
  }
}
