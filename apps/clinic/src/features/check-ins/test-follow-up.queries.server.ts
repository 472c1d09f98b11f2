import { type EventKind, type Plan, planHash } from '@pointille/protocol'
import type { Caller, Role } from '#features/access/index.server.ts'
import {
  append,
  connectAs,
  inTenant,
  makeTestClinic,
  nextEvent,
  signConsent,
  type TestClinic,
  type TestEvent,
} from '#platform/database/test-clinic.ts'
import { makeTestDatabase } from '#platform/database/test-database.ts'

/** A clinic in Brussels with one treatment of 24 November 2026, 9:00 (left cheek, pen, 1.5 mm, 8 passes), sealed that day, and callers of every kind. */
export async function makeTestFollowUp() {
  const database = await makeTestDatabase()
  const clinic = await makeTestClinic(database.owner, 'follow')
  await seal(database.ownerUrl, clinic)
  const at = (nowAt: string, actor: Caller['actor'], of = clinic): Caller => ({
    house: database.house,
    clinic: { clinicId: of.clinicId, slug: of.slug, name: of.slug, timeZone: 'Europe/Brussels', isDefault: false },
    actor,
    language: 'fr',
    nowAt: Date.parse(nowAt),
  })
  return {
    database,
    clinic,
    asPatient: (nowAt: string, patientId = clinic.patientId): Caller =>
      at(nowAt, { kind: 'patient', patientId, name: 'Léa' }),
    as: (role: Role, nowAt: string, of: TestClinic = clinic): Caller =>
      at(
        nowAt,
        {
          kind: 'member',
          memberId: of.memberId,
          userId: `user-${of.slug}`,
          name: 'Dr Test',
          roles: [role],
          doctor: role === 'practitioner',
          resourceId: undefined,
        },
        of,
      ),
    asNobody: (nowAt: string): Caller => at(nowAt, { kind: 'nobody' }),
  }
}

async function seal(ownerUrl: string, clinic: TestClinic): Promise<void> {
  const app = await connectAs(ownerUrl, 'app')
  let previous: TestEvent | undefined
  try {
    await inTenant(app, clinic.clinicId, () => signConsent(app, clinic, hash))
    for (const [kind, more] of events) {
      previous = nextEvent(clinic, previous, kind, more)
      const event = previous
      await inTenant(app, clinic.clinicId, () => append(app, clinic, event))
    }
  } finally {
    await app.end()
  }
}

const plan: Plan = {
  indication: 'acne-scars',
  zones: (['cheek-left', 'cheek-right'] as const).map((zone) => ({
    zone,
    device: 'pen',
    depthMm: 1.5,
    passesLow: 6,
    passesHigh: 10,
    endpoint: 'pinpointBleeding',
    rounds: 2,
  })),
  glide: 'sterileGel',
  numbing: 'none',
}
const hash = planHash(plan)
const zone = 'cheek-left'
const events: [kind: EventKind, more: Record<string, unknown>][] = [
  ['identityConfirmed', { checked: ['fullName', 'birthDate'] }],
  ['examined', { phototype: 3, planHash: hash, byDoctor: true, plan }],
  [
    'consentSigned',
    { textVersion: 1, language: 'fr', planHash: hash, textHash: 'c'.repeat(64), signatureName: 'Léa Martin' },
  ],
  ['numbingSkipped', {}],
  ['disinfected', {}],
  ['cartridgeOpened', { lot: 'L2405-B', unit: '0081', expiresOn: '2027-05-01' }],
  ['glideApplied', { zone }],
  ['skinStretched', { zone }],
  ...Array.from({ length: 8 }, (): [EventKind, { zone: string }] => ['passAdded', { zone }]),
  ['endpointGraded', { zone, endpoint: 'uniformPinpointBleeding' }],
  ['zoneCleaned', { zone }],
  ['zoneFinished', { zone }],
  ['zoneSkipped', { zone: 'cheek-right', reason: 'plaie' }],
  ['petrolatumApplied', {}],
  ['sharpsCounted', { count: 1 }],
  ['creamPlanned', { activesSafeFromAt: '2026-11-27T09:00:00.000Z' }],
  ['sealed', {}],
]
