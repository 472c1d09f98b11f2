import { randomUUID } from 'node:crypto'
import {
  consentText,
  type EventKind,
  type EventPayloads,
  type Plan,
  type PlannedZone,
  planHash,
  type TreatmentEvent,
} from '@pointille/protocol'
import type { Caller, Role } from '#features/access/index.server.ts'
import { makeTestClinic, type TestClinic } from '../../platform/database/test-clinic.ts'
import type { TestDatabase } from '../../platform/database/test-database.ts'

export type Step = { [K in EventKind]: { kind: K } & EventPayloads[K] }[EventKind]

export const startAt = Date.parse('2026-11-24T09:00:00Z')

const zone = (change: Partial<PlannedZone>): PlannedZone => ({
  zone: 'chin',
  device: 'pen',
  depthMm: 1.5,
  passesLow: 2,
  passesHigh: 4,
  endpoint: 'pinpointBleeding',
  rounds: 2,
  ...change,
})

export const testPlan: Plan = {
  indication: 'acne-scars',
  zones: [zone({}), zone({ zone: 'forehead', depthMm: 0.75, rounds: 1 })],
  glide: 'sterileGel',
  numbing: 'none',
}

/** A clinic with an arrived patient, and members who ask. */
export type TestTreatment = TestClinic & {
  caller(who?: Partial<{ roles: Role[]; doctor: boolean; memberId: string; at: number }>): Caller
  /** An event by the caller, at the test's time. */
  event(step: Step, change?: Partial<TreatmentEvent>): TreatmentEvent
  addArrival(): Promise<{ appointmentId: string; patientId: string }>
}

/** Makes a clinic of its own in the test database; its ready-made treatment has no event yet. */
export async function makeTestTreatment(database: TestDatabase, slug: string): Promise<TestTreatment> {
  const clinic = await makeTestClinic(database.owner, slug)
  await database.owner.query(`update clinic.appointments set status = 'inTreatment' where appointment_id = $1`, [
    clinic.appointmentId,
  ])
  const { clinicId, memberId } = clinic
  return {
    ...clinic,
    caller: (who = {}) => ({
      house: database.house,
      clinic: { clinicId, slug, name: slug, timeZone: 'Europe/Brussels', isDefault: false },
      actor: {
        kind: 'member',
        memberId: who.memberId ?? memberId,
        userId: 'user',
        name: 'Dr Test',
        roles: who.roles ?? ['practitioner'],
        doctor: who.doctor ?? true,
        resourceId: undefined,
      },
      language: 'fr',
      nowAt: who.at ?? startAt,
    }),
    event: (step, change = {}) =>
      ({
        eventId: randomUUID(),
        at: new Date(startAt).toISOString(),
        by: memberId,
        ...step,
        ...change,
      }) as TreatmentEvent,
    addArrival: async () => {
      const appointmentId = randomUUID()
      await database.owner.query(
        `insert into clinic.appointments (clinic_id, appointment_id, service_id, status, starts_at, ends_at, patient_id, language, held_at, hold_expires_at, verdict_kind)
         values ($1, $2, 'treatment', 'arrived', '2026-11-24T08:00:00Z', '2026-11-24T09:00:00Z', $3, 'fr', '2026-11-01T08:00:00Z', '2026-11-01T08:10:00Z', 'allow')`,
        [clinicId, appointmentId, clinic.otherPatientId],
      )
      return { appointmentId, patientId: clinic.otherPatientId }
    },
  }
}

/** Identity, examination and consent to a plan. */
export function stepsToConsent(plan: Plan = testPlan): Step[] {
  const hash = planHash(plan)
  const text = consentText(plan, 'fr')
  return [
    { kind: 'identityConfirmed', checked: ['fullName', 'birthDate'] },
    { kind: 'examined', phototype: 3, plan, planHash: hash, byDoctor: true },
    {
      kind: 'consentSigned',
      textVersion: text.version,
      language: 'fr',
      planHash: hash,
      textHash: text.textHash,
      signatureName: 'Léa Martin',
    },
  ]
}

/** Everything until a needle may touch the skin. */
export function stepsToCartridge(unit: string): Step[] {
  return [
    ...stepsToConsent(),
    { kind: 'numbingSkipped' },
    { kind: 'disinfected' },
    { kind: 'cartridgeOpened', lot: 'L2405-B', unit, expiresOn: '2027-06-30', notFromStock: true },
  ]
}

/** A whole treatment, sealed at its end. */
export function stepsToSeal(unit: string): Step[] {
  const round = (of: 'chin' | 'forehead'): Step[] => [
    { kind: 'glideApplied', zone: of },
    { kind: 'skinStretched', zone: of },
    { kind: 'passAdded', zone: of },
    { kind: 'passAdded', zone: of },
    { kind: 'passAdded', zone: of },
    { kind: 'endpointGraded', zone: of, endpoint: 'uniformPinpointBleeding' },
    { kind: 'zoneCleaned', zone: of },
  ]
  return [
    ...stepsToCartridge(unit),
    ...round('chin'),
    ...round('chin'),
    { kind: 'zoneFinished', zone: 'chin' },
    ...round('forehead'),
    { kind: 'zoneFinished', zone: 'forehead' },
    { kind: 'petrolatumApplied' },
    { kind: 'sharpsCounted', count: 1 },
    { kind: 'creamPlanned', activesSafeFromAt: new Date(startAt + 72 * 3_600_000).toISOString() },
    { kind: 'sealed' },
  ]
}
