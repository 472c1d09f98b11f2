import { activesSafeFrom } from '../actives-safe-from.ts'
import { examplePlan } from '../example-plan.ts'
import { addMinutes, type Instant } from '../instant.ts'
import { type Plan, planHash } from '../plan.ts'
import type { ZoneId } from '../zones.ts'
import { applyEvent } from './apply-event.ts'
import type { EventKind, EventOf, EventPayloads, TreatmentEvent } from './event.ts'
import { replay } from './replay.ts'
import type { TreatmentPolicy, TreatmentState } from './state.ts'

/** Writes the events of an invented treatment, one minute apart. For tests. */
export class ExampleTreatment {
  readonly events: TreatmentEvent[] = []
  at: Instant = '2026-11-24T09:00:00Z'
  readonly plan: Plan

  constructor(plan: Plan = examplePlan()) {
    this.plan = plan
  }

  /** The next event, one minute after the last one made. */
  make<K extends EventKind>(kind: K, payload: EventPayloads[K]): EventOf<K> {
    this.at = addMinutes(this.at, 1)
    // A base, a kind and its payload are what EventOf<K> is made of; the compiler cannot see it for an open K.
    return {
      eventId: exampleUuid(this.events.length + 1),
      kind,
      at: this.at,
      by: 'user-morel',
      ...payload,
    } as unknown as EventOf<K>
  }

  add<K extends EventKind>(kind: K, payload: EventPayloads[K]): this {
    // A generic kind is one of the union's members: EventOf<K> for K in EventKind.
    this.events.push(this.make(kind, payload) as TreatmentEvent)
    return this
  }

  /** The state after all events; throws when one is refused. */
  state(policy?: TreatmentPolicy): TreatmentState {
    const result = replay(this.events, policy)
    if ('refusal' in result) throw new Error(`event ${result.seq}: ${JSON.stringify(result.why)}`)
    return result.state
  }

  /** What comes of one more event, which is not kept. */
  attempt<K extends EventKind>(kind: K, payload: EventPayloads[K]): ReturnType<typeof applyEvent> {
    return applyEvent(this.state(), this.make(kind, payload) as TreatmentEvent)
  }

  wait(minutes: number): this {
    this.at = addMinutes(this.at, minutes)
    return this
  }

  untilConsent(): this {
    const hash = planHash(this.plan)
    return this.add('identityConfirmed', { checked: ['fullName', 'birthDate'] })
      .add('examined', { phototype: 3, plan: this.plan, planHash: hash, byDoctor: true })
      .add('consentSigned', {
        textVersion: 1,
        language: 'fr',
        planHash: hash,
        textHash: 'a'.repeat(64),
        signatureName: 'Léa Martin',
      })
  }

  untilCartridge(): this {
    this.untilConsent()
    const appliedAt = addMinutes(this.at, 1)
    return this.add('numbingStarted', { product: 'lidocaine-prilocaine-2.5', grams: 10, areaCm2: 160, appliedAt })
      .wait(40)
      .add('numbingRemoved', {})
      .add('disinfected', {})
      .add('cartridgeOpened', { lot: 'L2405-B', unit: '0081', expiresOn: '2027-06-30' })
  }

  /** Glide, stretch and passes, without grading. */
  passes(zone: ZoneId, passes: number): this {
    this.add('glideApplied', { zone }).add('skinStretched', { zone })
    for (let i = 0; i < passes; i++) this.add('passAdded', { zone })
    return this
  }

  round(zone: ZoneId, passes = 8): this {
    return this.passes(zone, passes)
      .add('endpointGraded', { zone, endpoint: 'uniformPinpointBleeding' })
      .add('zoneCleaned', { zone })
  }

  untilZonesDone(): this {
    this.untilCartridge()
    for (const { zone, rounds } of this.plan.zones) {
      for (let i = 0; i < rounds; i++) this.round(zone)
      this.add('zoneFinished', { zone })
    }
    return this
  }

  untilSealed(): this {
    return this.untilZonesDone()
      .add('petrolatumApplied', {})
      .add('sharpsCounted', { count: 1 })
      .add('creamPlanned', { activesSafeFromAt: activesSafeFrom(this.at) })
      .add('sealed', {})
  }
}

export function exampleUuid(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`
}
