import { indicationNames } from './indications.ts'
import { type Language, millimetres } from './language.ts'
import { getNumbingProduct } from './numbing.ts'
import type { NeedlingDevice, Plan, PlannedEndpoint, PlannedZone } from './plan.ts'
import { getZone } from './zones.ts'

/** The plan as sentences that a patient can read and consent to: what for, numbing, glide, then one sentence a zone. */
export function planText(plan: Plan, language: Language): string[] {
  const say = sentences[language]
  return [
    say.indication(indicationNames[language][plan.indication]),
    plan.numbing === 'none' ? say.noNumbing : say.numbing(getNumbingProduct(plan.numbing.product).name[language]),
    plan.glide === 'sterileGel' ? say.sterileGel : say.otherGlide(plan.glide.product, plan.glide.reason),
    ...plan.zones.map((zone) => zoneText(zone, language)),
  ]
}

function zoneText(planned: PlannedZone, language: Language): string {
  const say = sentences[language]
  const depth = say.depth(say.devices[planned.device], millimetres(planned.depthMm, language))
  const passes = say.passes(planned.passesLow, planned.passesHigh, planned.rounds)
  const text = `${getZone(planned.zone).name[language]}${say.colon} ${depth} ${passes} ${say.endpoints[planned.endpoint]}`
  return planned.depthReason === undefined ? text : `${text} ${say.reason(planned.depthReason)}`
}

interface PlanSentences {
  indication: (name: string) => string
  numbing: (product: string) => string
  noNumbing: string
  sterileGel: string
  otherGlide: (product: string, reason: string) => string
  colon: string
  devices: Record<NeedlingDevice, string>
  depth: (device: string, depth: string) => string
  passes: (low: number, high: number, rounds: number) => string
  endpoints: Record<PlannedEndpoint, string>
  reason: (reason: string) => string
}

const sentences: Record<Language, PlanSentences> = {
  fr: {
    indication: (name) => `Ce que l’on traite : ${name}.`,
    numbing: (product) => `Avant : ${product}, puis la crème est retirée et la peau désinfectée.`,
    noNumbing: 'Avant : pas de crème anesthésiante, la peau est désinfectée.',
    sterileGel: 'Pour glisser : un gel stérile.',
    otherGlide: (product, reason) => `Pour glisser : ${product}, choisi par le médecin. Raison : ${reason}`,
    colon: '\u00a0:',
    devices: { roller: 'rouleau', pen: 'stylo', stamp: 'tampon' },
    depth: (device, depth) => `${device} à aiguilles, longueur réglée à ${depth} au plus.`,
    passes: (low, high, rounds) =>
      `${low === high ? low : `${low} à ${high}`} passages${rounds === 1 ? ', une fois' : `, répétés jusqu’à ${rounds} fois`}.`,
    endpoints: {
      pinpointBleeding: 'On s’arrête au saignement en points.',
      erythemaOnly: 'On s’arrête à la rougeur.',
    },
    reason: (reason) => `Raison de cette longueur : ${reason}`,
  },
  en: {
    indication: (name) => `What is treated: ${name}.`,
    numbing: (product) => `Before: ${product}, then the cream comes off and the skin is disinfected.`,
    noNumbing: 'Before: no numbing cream, the skin is disinfected.',
    sterileGel: 'Glide: a sterile gel.',
    otherGlide: (product, reason) => `Glide: ${product}, chosen by the doctor. Reason: ${reason}`,
    colon: ':',
    devices: { roller: 'roller', pen: 'pen', stamp: 'stamp' },
    depth: (device, depth) => `needling ${device}, length set to ${depth} at most.`,
    passes: (low, high, rounds) =>
      `${low === high ? low : `${low} to ${high}`} passes${rounds === 1 ? ', once' : `, repeated up to ${rounds} times`}.`,
    endpoints: {
      pinpointBleeding: 'It ends at pinpoint bleeding.',
      erythemaOnly: 'It ends at redness.',
    },
    reason: (reason) => `Reason for this length: ${reason}`,
  },
}
