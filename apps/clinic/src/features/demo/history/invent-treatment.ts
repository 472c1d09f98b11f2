import {
  activesSafeFrom,
  applyEvent,
  consentText,
  type EventKind,
  type EventPayloads,
  type Plan,
  planHash,
  startTreatment,
  type TreatmentEvent,
  type TreatmentState,
} from '@pointille/protocol'
import { addDays, isoInstant } from '#platform/languages/dates.ts'
import type { Chance } from './chance.ts'
import type { DemoPlan } from './demo-plans.ts'

/** How far a treatment has come: cream on the skin, everything but the seal, or sealed. */
export type Reached = 'numbing' | 'unsealed' | 'sealed'

export type InventedTreatment = {
  treatmentId: string
  openedAt: number
  events: TreatmentEvent[]
}

export type TreatmentScene = {
  /** Epoch ms of the first act: identity. */
  openedAt: number
  /** When the cream went on; later than planned where somebody came late. */
  creamAt: number
  reached: Reached
  plan: DemoPlan
  patient: { name: string; language: 'fr' | 'en' }
  /** Member ids. */
  doctorId: string
  assistantId: string
  cartridge: { lot: string; unit: string }
}

const minuteMs = 60_000
/** A number that no maker holds, with the check digit that a scanner asks for. */
const gtin = '05412345000013'

const words = {
  fr: [
    'De petits trous avec des aiguilles fines, sur les zones du plan.',
    'De la rougeur, un peu de gonflement, la peau sèche.',
    'Je le dis, et on s’arrête.',
  ],
  en: [
    'Small holes with fine needles, on the zones of the plan.',
    'Redness, a little swelling, dry skin.',
    'I say so, and you stop.',
  ],
} as const

/**
 * The events of one treatment, each let in by the same machine that lets in a tablet's.
 * @throws when an event is not legal: then the demo is wrong, or the rules changed
 */
export function inventTreatment(scene: TreatmentScene, chance: Chance): InventedTreatment {
  const {
    openedAt,
    creamAt,
    reached,
    plan: { plan, phototype, areaCm2 },
    patient,
    doctorId,
    assistantId,
  } = scene
  const line = startLine(openedAt, chance)
  const hash = planHash(plan)
  const text = consentText(plan, patient.language)

  line.add(assistantId, 1, 'identityConfirmed', { checked: ['fullName', 'birthDate'] })
  line.add(doctorId, 2, 'examined', { phototype, plan, planHash: hash, byDoctor: true })
  line.add(doctorId, 2, 'consentSigned', {
    textVersion: text.version,
    language: patient.language,
    planHash: hash,
    textHash: text.textHash,
    signatureName: patient.name,
    answers: words[patient.language],
    witness: assistantId,
  })
  const appliedAt = isoInstant(Math.max(creamAt, line.at() + minuteMs))
  line.wait(appliedAt)
  const grams = Math.round(areaCm2 * 0.1)
  line.add(assistantId, 0, 'numbingStarted', { product: 'lidocaine-prilocaine-2.5', grams, areaCm2, appliedAt })
  if (reached !== 'numbing') {
    line.add(assistantId, chance.between(33, 38), 'numbingRemoved', {})
    line.add(assistantId, 1, 'disinfected', { product: 'Chlorhexidine' })
    const expiresOn = addDays(appliedAt.slice(0, 10), 420)
    line.add(assistantId, 1, 'cartridgeOpened', { ...scene.cartridge, expiresOn, gtin })
    needle(line, plan, doctorId, chance)
    line.add(assistantId, 1, 'petrolatumApplied', {})
    line.add(assistantId, 1, 'sharpsCounted', { count: 1 })
    line.add(doctorId, 0.5, 'creamPlanned', { activesSafeFromAt: activesSafeFrom(line.lastNeedlingAt()) })
  }
  if (reached === 'sealed') line.add(doctorId, 0.5, 'sealed', {})
  return { treatmentId: chance.uuid(), openedAt, events: line.events }
}

function needle(line: Line, plan: Plan, doctorId: string, chance: Chance): void {
  // A large plan goes quicker over each zone: whatever the plan, the needles take about twenty minutes.
  const rounds = plan.zones.reduce((sum, zone) => sum + zone.rounds, 0)
  const stepMinutes = 18 / (rounds * 11)
  for (const planned of plan.zones) {
    const { zone } = planned
    for (let round = 0; round < planned.rounds; round += 1) {
      line.add(doctorId, stepMinutes, 'glideApplied', { zone })
      line.add(doctorId, stepMinutes, 'skinStretched', { zone })
      const passes = chance.between(planned.passesLow, planned.passesHigh - 1)
      for (let pass = 0; pass < passes; pass += 1) line.add(doctorId, stepMinutes, 'passAdded', { zone })
      const endpoint = planned.endpoint === 'erythemaOnly' ? 'redness' : 'uniformPinpointBleeding'
      line.add(doctorId, stepMinutes, 'endpointGraded', { zone, endpoint })
      line.add(doctorId, stepMinutes, 'zoneCleaned', { zone })
    }
    line.add(doctorId, stepMinutes / 2, 'zoneFinished', { zone })
  }
}

type Line = {
  events: TreatmentEvent[]
  /** Epoch ms of the last event. */
  at(): number
  wait(until: string): void
  add<K extends EventKind>(by: string, minutesLater: number, kind: K, payload: EventPayloads[K]): void
  lastNeedlingAt(): string
}

function startLine(openedAt: number, chance: Chance): Line {
  let at = openedAt
  let state: TreatmentState = startTreatment()
  const events: TreatmentEvent[] = []
  return {
    events,
    at: () => at,
    wait: (until) => {
      at = Date.parse(until)
    },
    add: (by, minutesLater, kind, payload) => {
      at += Math.round(minutesLater * 60) * 1000
      // A base, a kind and its payload are what an event is made of; the compiler cannot see it for an open kind.
      const event = { eventId: chance.uuid(), kind, at: isoInstant(at), by, ...payload } as unknown as TreatmentEvent
      const next = applyEvent(state, event)
      if ('refusal' in next) throw new Error(`the demo's treatment: ${kind} is not legal (${JSON.stringify(next.why)})`)
      state = next.state
      events.push(event)
    },
    lastNeedlingAt: () => state.lastNeedlingAt!,
  }
}
