import { randomUUID } from 'node:crypto'
import { consentText, type Plan, planHash } from '@pointille/protocol'

const plan: Plan = {
  indication: 'acne-scars',
  zones: [
    { zone: 'chin', device: 'pen', depthMm: 1.5, passesLow: 1, passesHigh: 4, endpoint: 'pinpointBleeding', rounds: 1 },
  ],
  glide: 'sterileGel',
  numbing: 'none',
}

/** A treatment from its identity to a needled and cleaned chin: where plasma may come. */
export function needlingSteps(): object[] {
  const hash = planHash(plan)
  const { version, textHash } = consentText(plan, 'fr')
  return [
    { kind: 'identityConfirmed', checked: ['fullName', 'birthDate'] },
    { kind: 'examined', phototype: 3, plan, planHash: hash, byDoctor: true },
    {
      kind: 'consentSigned',
      textVersion: version,
      language: 'fr',
      planHash: hash,
      textHash,
      signatureName: 'Léa Martin',
    },
    { kind: 'numbingSkipped' },
    { kind: 'disinfected' },
    {
      kind: 'cartridgeOpened',
      lot: 'L2405-B',
      unit: randomUUID().slice(0, 8),
      expiresOn: '2027-06-30',
      notFromStock: true,
    },
    { kind: 'glideApplied', zone: 'chin' },
    { kind: 'skinStretched', zone: 'chin' },
    { kind: 'passAdded', zone: 'chin' },
    { kind: 'endpointGraded', zone: 'chin', endpoint: 'uniformPinpointBleeding' },
    { kind: 'zoneCleaned', zone: 'chin' },
  ]
}
