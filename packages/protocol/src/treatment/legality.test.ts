import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activesSafeFrom } from '../actives-safe-from.ts'
import { examplePlan, examplePlannedZone } from '../example-plan.ts'
import { type Plan, planHash } from '../plan.ts'
import { zoneIds } from '../zones.ts'
import { applyEvent } from './apply-event.ts'
import { type EventPayloads, eventKinds, isZoneKind, type TreatmentEvent } from './event.ts'
import { ExampleTreatment } from './example-treatment.ts'
import { type PossibleEvent, possibleEvents } from './possible-events.ts'
import { replay } from './replay.ts'
import { startTreatment, type TreatmentState } from './state.ts'
import { currentStep } from './step.ts'

const plans: readonly Plan[] = [
  examplePlan(),
  examplePlan({ numbing: 'none', zones: [examplePlannedZone({ zone: 'nose', depthMm: 0.5, passesLow: 2 })] }),
  examplePlan({ zones: [examplePlannedZone({ zone: 'cheek-left', depthMm: 1 })] }),
]

/** A payload for a kind: mostly what fits the state, sometimes (by `pick`) something that does not. */
function payloadOf(state: TreatmentState, { kind }: PossibleEvent, at: string, pick: number): object {
  const plan = plans[pick % plans.length] ?? examplePlan()
  const signed = pick % 7 === 0 ? 'f'.repeat(64) : (state.examination?.planHash ?? planHash(plan))
  const payloads: Partial<{ [K in keyof EventPayloads]: object }> = {
    identityConfirmed: { checked: ['fullName', 'birthDate'] },
    examined: { phototype: 1 + (pick % 6), plan, planHash: planHash(plan), byDoctor: pick % 5 > 0 },
    consentSigned: { textVersion: 1, language: 'fr', planHash: signed, textHash: 'a'.repeat(64), signatureName: 'L' },
    numbingStarted: { product: 'lidocaine-prilocaine-2.5', grams: 5, areaCm2: 50, appliedAt: at },
    numbingRemoved: { overtimeNote: 'late' },
    cartridgeOpened: { lot: 'A', unit: String(pick % 3), expiresOn: pick % 4 === 0 ? '2020-01-01' : '2030-01-01' },
    plasmaApplied: {
      tubeId: '00000000-0000-4000-8000-00000000000b',
      label: 'PT-2026-00419-A-S',
      drawnAt: at,
      delayMinutes: pick % 241,
      prpHead: 'd'.repeat(64),
    },
    depthSet: { depthMm: (1 + (pick % 20)) / 10 },
    endpointGraded: { endpoint: pick % 3 === 0 ? 'tooMuch' : 'redness', ...(pick % 2 === 0 ? { reason: 'thin' } : {}) },
    zoneSkipped: { reason: 'asked' },
    sharpsCounted: { count: pick % 2 === 0 ? state.cartridges.length : pick % 90 },
    creamPlanned: { activesSafeFromAt: pick % 2 === 0 ? at : activesSafeFrom(at) },
    photosTaken: { moment: 'before', photoIds: ['00000000-0000-4000-8000-00000000000a'] },
    problemReported: { problem: 'pain', note: 'sharp' },
    stopped: { reason: 'asked' },
    amended: { note: 'typo', correctsSeq: 1 + (pick % 3) },
  }
  return payloads[kind] ?? {}
}

interface Walk {
  events: TreatmentEvent[]
  states: TreatmentState[]
}

/** Follows picks through the machine: mostly possible steps, now and then any kind in any zone. Keeps what was accepted. */
function walk(picks: readonly number[]): Walk {
  const done: Walk = { events: [], states: [startTreatment()] }
  const clock = new ExampleTreatment()
  for (const pick of picks) {
    const state = done.states.at(-1) ?? startTreatment()
    const [which, how] = [pick % 1000, Math.floor(pick / 1000)]
    const choices = how % 13 === 0 ? anyEvents(state, how) : withoutEnds(possibleEvents(state), how, state)
    const choice = choices[which % choices.length]
    if (choice === undefined) break
    clock.wait(1)
    const payload = { ...payloadOf(state, choice, clock.at, how), ...('zone' in choice ? { zone: choice.zone } : {}) }
    const base = {
      eventId: `00000000-0000-4000-8000-${String(done.events.length).padStart(12, '0')}`,
      at: clock.at,
      by: 'u',
    }
    const event = { ...base, kind: choice.kind, ...payload } as unknown as TreatmentEvent
    const result = applyEvent(state, event)
    if ('refusal' in result) continue
    done.events.push(event)
    done.states.push(result.state)
  }
  return done
}

/** Stops and withdrawals are rare, or no walk would get far. */
function withoutEnds(choices: PossibleEvent[], pick: number, state: TreatmentState): PossibleEvent[] {
  const rare = ['stopped', 'problemReported', 'photosTaken', 'consentWithdrawn', 'zoneSkipped', 'passRemoved']
  if (state.examination !== undefined) rare.push('examined')
  const common = choices.filter(({ kind }) => !rare.includes(kind))
  return pick % 97 === 0 || common.length === 0 ? choices : common
}

function anyEvents(state: TreatmentState, pick: number): PossibleEvent[] {
  const zone = state.zones[pick % Math.max(1, state.zones.length)]?.zone ?? zoneIds[pick % zoneIds.length] ?? 'nose'
  return eventKinds.map((kind) => (isZoneKind(kind) ? { kind, zone } : { kind }))
}

const picks = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 200, size: 'max' })
const anyWalk = picks.map(walk)
const runs = { numRuns: 200 }

describe('whatever the order of events', () => {
  test('no pass without identity, examination, matching consent, numbing settled, disinfection and cartridge', () => {
    let passes = 0
    fc.assert(
      fc.property(anyWalk, ({ events, states }) => {
        for (const [i, event] of events.entries()) {
          if (event.kind !== 'passAdded') continue
          passes++
          const before = states[i] ?? startTreatment()
          expect(before).toMatchObject({ identityConfirmed: true, disinfected: true })
          expect(['removed', 'skipped']).toContain(before.numbing.status)
          expect(before.cartridges.length).toBeGreaterThan(0)
          expect(before.stopped ?? before.sealedAt ?? before.petrolatum ?? before.sharpsCounted).toBeUndefined()
          expect(before.consent?.planHash).toBe(before.examination?.planHash)
          expect(before.consent).toBeDefined()
          expect(planHash(before.examination?.plan ?? examplePlan())).toBe(before.consent?.planHash)
          const zone = before.zones.find((progress) => progress.zone === event.zone)
          expect(zone?.closed).toBe(false)
        }
      }),
      runs,
    )
    // The property means something only if the walks do reach needles.
    expect(passes).toBeGreaterThan(100)
  })

  test('a consent is for the current plan, or there is none', () => {
    fc.assert(
      fc.property(anyWalk, ({ states }) => {
        for (const state of states) {
          if (state.consent !== undefined) expect(state.consent.planHash).toBe(state.examination?.planHash)
        }
      }),
      runs,
    )
  })

  test('a sealed treatment accepts amendments only, has counted its sharps and planned its creams', () => {
    let sealedOnes = 0
    fc.assert(
      fc.property(anyWalk, ({ events, states }) => {
        const sealed = states.findIndex((state) => state.sealedAt !== undefined)
        const state = states[sealed]
        if (state === undefined) return
        sealedOnes++
        expect(events.slice(sealed).every((event) => event.kind === 'amended')).toBe(true)
        expect(possibleEvents(states.at(-1) ?? state)).toEqual([{ kind: 'amended' }])
        expect(state.numbing.status).not.toBe('on')
        expect(state.sharpsCounted ?? 0).toBe(state.cartridges.length)
        if (state.lastNeedlingAt !== undefined) expect(state.activesSafeFromAt).toBeDefined()
      }),
      runs,
    )
    expect(sealedOnes).toBeGreaterThan(20)
  })

  test('what is refused as an illegal step is exactly what is not among the possible steps', () => {
    fc.assert(
      fc.property(anyWalk, fc.nat(), ({ states }, pick) => {
        const state = states.at(-1) ?? startTreatment()
        const possible = possibleEvents(state)
        for (const choice of anyEvents(state, pick)) {
          const at = '2030-01-01T00:00:00Z'
          const zone = 'zone' in choice ? { zone: choice.zone } : {}
          const base = { eventId: 'ffffffff-ffff-4fff-8fff-ffffffffffff', at, by: 'u', kind: choice.kind }
          const event = { ...base, ...payloadOf(state, choice, at, pick), ...zone } as unknown as TreatmentEvent
          const result = applyEvent(state, event)
          const illegal = 'refusal' in result && result.refusal === 'IllegalStep'
          const drawn = possible.some(
            (p) => p.kind === choice.kind && ('zone' in p ? p.zone : '') === (zone.zone ?? ''),
          )
          expect(illegal, choice.kind).toBe(!drawn)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('replaying any beginning gives the state that was reached there', () => {
    fc.assert(
      fc.property(anyWalk, fc.nat(), ({ events, states }, cut) => {
        const length = cut % (events.length + 1)
        expect(replay(events.slice(0, length))).toEqual({ state: states[length] })
      }),
      runs,
    )
  })

  test('every treatment can be brought to its seal', () => {
    fc.assert(
      fc.property(anyWalk, ({ states }) => {
        let state = states.at(-1) ?? startTreatment()
        const clock = new ExampleTreatment()
        for (let i = 0; i < 12 && state.sealedAt === undefined; i++) {
          const order = ['stopped', 'numbingRemoved', 'zoneCleaned', 'sharpsCounted', 'creamPlanned', 'sealed']
          const [next] = possibleEvents(state)
            .filter(({ kind }) => order.includes(kind))
            .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
          if (next === undefined) throw new Error('nowhere to go')
          const at = clock.wait(10_000).at
          const payload = { ...payloadOf(state, next, activesSafeFrom(at), 0), ...next }
          const event = { eventId: `ffffffff-ffff-4fff-8fff-${String(i).padStart(12, '0')}`, at, by: 'u', ...payload }
          const result = applyEvent(state, event as unknown as TreatmentEvent)
          if ('refusal' in result) throw new Error(`${next.kind}: ${JSON.stringify(result)}`)
          state = result.state
        }
        expect(currentStep(state)).toBe('sealed')
      }),
      runs,
    )
  })
})

test('the runner’s step follows the treatment from identity to seal', () => {
  const steps = new ExampleTreatment().untilSealed().events.reduce<{ state: TreatmentState; seen: string[] }>(
    ({ state, seen }, event) => {
      const result = applyEvent(state, event)
      const step = currentStep(state)
      return { state: 'state' in result ? result.state : state, seen: seen.includes(step) ? seen : [...seen, step] }
    },
    { state: startTreatment(), seen: [] },
  )
  expect([...steps.seen, currentStep(steps.state)]).toEqual([
    'identity',
    'examination',
    'consent',
    'numbing',
    'numbingRemoval',
    'disinfection',
    'cartridge',
    'zones',
    'petrolatum',
    'sharps',
    'creamPlan',
    'seal',
    'sealed',
  ])
})
