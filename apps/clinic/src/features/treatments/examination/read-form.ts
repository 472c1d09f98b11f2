import {
  checkPlan,
  defaultPasses,
  type InvalidPlan,
  isZoneId,
  numbingProductIds,
  type Phototype,
  type Plan,
  phototypes,
} from '@pointille/protocol'
import type { ExaminationDraft } from './draft.ts'

/** The form as it first stands: nothing of the patient is presumed, only the house's pass counts and the sterile gel. */
export function emptyDraft(): ExaminationDraft {
  return {
    phototype: '',
    indication: 'acne-scars',
    zones: [],
    device: 'pen',
    passesLow: String(defaultPasses.passesLow),
    passesHigh: String(defaultPasses.passesHigh),
    endpoint: 'pinpointBleeding',
    rounds: '1',
    numbing: numbingProductIds[0],
    glide: 'gel',
    glideProduct: '',
    glideReason: '',
  }
}

/** The form filled with a plan that was examined before. */
export function draftOf(plan: Plan, phototype: Phototype): ExaminationDraft {
  const first = plan.zones[0]!
  return {
    phototype: String(phototype),
    indication: plan.indication,
    zones: plan.zones.map((zone) => ({ zone: zone.zone, depth: String(zone.depthMm), reason: zone.depthReason ?? '' })),
    device: first.device,
    passesLow: String(first.passesLow),
    passesHigh: String(first.passesHigh),
    endpoint: first.endpoint,
    rounds: String(first.rounds),
    numbing: plan.numbing === 'none' ? 'none' : plan.numbing.product,
    glide: plan.glide === 'sterileGel' ? 'gel' : 'other',
    glideProduct: plan.glide === 'sterileGel' ? '' : plan.glide.product,
    glideReason: plan.glide === 'sterileGel' ? '' : plan.glide.reason,
  }
}

export function readDraft(form: FormData): ExaminationDraft {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  return {
    phototype: text('phototype'),
    indication: text('indication'),
    zones: form
      .getAll('zone')
      .filter(isZoneId)
      .map((zone) => ({ zone, depth: text(`depth-${zone}`).replace(',', '.'), reason: text(`reason-${zone}`) })),
    device: text('device'),
    passesLow: text('passesLow'),
    passesHigh: text('passesHigh'),
    endpoint: text('endpoint'),
    rounds: text('rounds'),
    numbing: text('numbing'),
    glide: text('glide') === 'other' ? 'other' : 'gel',
    glideProduct: text('glideProduct'),
    glideReason: text('glideReason'),
  }
}

export type InvalidExamination = InvalidPlan | { refusal: 'InvalidPlan'; field: 'phototype'; limit: 'one-to-six' }

/** The examination that a draft says, checked by the protocol's own rules. */
export function checkDraft(draft: ExaminationDraft): { phototype: Phototype; plan: Plan } | InvalidExamination {
  const phototype = phototypes.find((value) => String(value) === draft.phototype)
  if (phototype === undefined) return { refusal: 'InvalidPlan', field: 'phototype', limit: 'one-to-six' }
  const checked = checkPlan({
    indication: draft.indication,
    zones: draft.zones.map(({ zone, depth, reason }) => ({
      zone,
      device: draft.device,
      depthMm: numberOf(depth),
      ...(reason === '' ? {} : { depthReason: reason }),
      passesLow: numberOf(draft.passesLow),
      passesHigh: numberOf(draft.passesHigh),
      endpoint: draft.endpoint,
      rounds: numberOf(draft.rounds),
    })),
    glide: draft.glide === 'gel' ? 'sterileGel' : { product: draft.glideProduct, reason: draft.glideReason },
    numbing: draft.numbing === 'none' ? 'none' : { product: draft.numbing },
  })
  return 'refusal' in checked ? checked : { phototype, plan: checked.plan }
}

function numberOf(text: string): number {
  return text === '' ? Number.NaN : Number(text)
}
