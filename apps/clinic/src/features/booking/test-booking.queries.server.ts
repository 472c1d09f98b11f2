import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Caller } from '#features/access/index.server.ts'
import { readClinics } from '#features/clinics/index.server.ts'
import { makeTestDatabase, type TestDatabase } from '#platform/database/test-database.ts'
import type { Hold } from './hold.ts'
import { type HoldRequest, takeHold } from './take-hold.server.ts'

/** Monday 23 November 2026, 09:00 in Brussels and Paris. */
export const mondayAt = Date.parse('2026-11-23T08:00:00Z')

/** Healthy, grown up, and asking for acne scars. */
export const nothingApplies = { indication: 'acne-scars', birthDate: '1988-03-03', answers: { none: true } }

export const lea = {
  givenName: 'Léa',
  familyName: 'Martin',
  phone: '+32 470 12 34 56',
  email: 'lea@example.org',
  language: 'fr',
} as const

export type TestBooking = {
  database: TestDatabase
  /** Somebody without a sign-in at a clinic's door, at `mondayAt` unless told otherwise. */
  at(slug: 'demo-be' | 'demo-fr', changes?: Partial<Caller>): Caller
  /** A hold that must succeed. */
  hold(caller: Caller, request?: Partial<HoldRequest>): Promise<Hold>
  /** Everything that booking writes, counted, to show that a refusal wrote nothing. */
  countRows(): Promise<Record<string, number>>
}

/** Two clinics in a database of their own: one in Brussels, and one in Lyon that begins with a consultation. */
export async function makeTestBooking(): Promise<TestBooking> {
  const database = await makeTestDatabase()
  database.setNow(mondayAt)
  for (const clinic of testClinics) await buildClinic(database.owner, clinic)
  const clinics = await readClinics(database.house)
  return {
    database,
    at: (slug, changes) => ({
      house: database.house,
      clinic: clinics.find((clinic) => clinic.slug === slug)!,
      actor: { kind: 'nobody' },
      language: 'fr',
      nowAt: database.house.now(),
      ...changes,
    }),
    hold: async (caller, request) => {
      const hold = await takeHold(caller, {
        serviceId: 'solo',
        startAt: Date.parse('2026-11-24T09:00:00Z'),
        screening: nothingApplies,
        ...request,
      })
      if ('refusal' in hold) throw new Error(`no hold: ${JSON.stringify(hold)}`)
      return hold
    },
    countRows: async () => {
      const tables = [
        'clinic.appointments',
        'clinic.occupancies',
        'clinic.screenings',
        'clinic.patients',
        'clinic.audit_log',
        'house.tokens',
        'graphile_worker.jobs',
      ]
      const counts = tables.map((table) => `(select count(*)::int from ${table}) as "${table}"`)
      const { rows } = await database.owner.query<Record<string, number>>(`select ${counts.join(', ')}`)
      return rows[0]!
    },
  }
}

type TestClinic = (typeof testClinics)[number]

const treatmentPhases = [
  ['numbing', 40, '{room}', true],
  ['needling', 35, '{practitioner,room,device}', true],
  ['settling', 10, '{room}', true],
  ['cleaning', 15, '{room}', false],
] as const
const shortPhases = [
  ['needling', 20, '{practitioner,room}', true],
  ['cleaning', 10, '{room}', false],
] as const
const consultationPhases = [['consultation', 30, '{practitioner,room}', true]] as const

const testClinics = [
  {
    slug: 'demo-be',
    zone: 'Europe/Brussels',
    country: 'BE',
    firstVisit: 'treatment',
    weekdays: [1, 2, 4, 5, 6],
    resources: [
      ['practitioner', 'Dr Claire Peeters', 0],
      ['practitioner', 'Dr Amadou Diallo', 0],
      ['practitioner', 'Dr Inès Wauters', 0],
      ['room', 'Salle 1', 0],
      ['room', 'Salle 2', 0],
      ['room', 'Salle 3', 0],
      ['device', 'Stylo 1', 10],
      ['device', 'Stylo 2', 10],
    ],
    services: [
      ['consultation', 'consultation', consultationPhases, ['Dr Claire Peeters', 'Dr Amadou Diallo', 'Salle 1']],
      [
        'treatment',
        'treatment',
        treatmentPhases,
        ['Dr Claire Peeters', 'Dr Amadou Diallo', 'Salle 1', 'Salle 2', 'Stylo 1', 'Stylo 2'],
      ],
      ['solo', 'treatment', shortPhases, ['Dr Inès Wauters', 'Salle 3']],
    ],
  },
  {
    slug: 'demo-fr',
    zone: 'Europe/Paris',
    country: 'FR',
    firstVisit: 'consultation',
    weekdays: [1, 2, 4, 5],
    resources: [
      ['practitioner', 'Dr Paul Morel', 0],
      ['room', 'Salle 1', 0],
      ['device', 'Stylo 1', 10],
    ],
    services: [
      ['consultation', 'consultation', consultationPhases, ['Dr Paul Morel', 'Salle 1']],
      ['treatment', 'treatment', treatmentPhases, ['Dr Paul Morel', 'Salle 1', 'Stylo 1']],
    ],
  },
] as const

async function buildClinic(owner: pg.Pool, clinic: TestClinic): Promise<void> {
  const id = randomUUID()
  await owner.query(
    `insert into house.clinics (clinic_id, slug, name, time_zone, is_default, opened_at) values ($1, $2, $3, $4, $5, $6)`,
    [id, clinic.slug, `Cabinet ${clinic.slug}`, clinic.zone, clinic.slug === 'demo-be', new Date(mondayAt)],
  )
  await owner.query(
    `insert into clinic.profiles (clinic_id, country, city, address, phone, email, first_visit, notice_minutes, horizon_days, step_minutes, free_cancel_hours)
     values ($1, $2, 'Bruxelles', '18 rue de l’Arbre Bénit', '+32 2 555 01 20', 'bonjour@clinic.example', $3, 120, 365, 15, 24)`,
    [id, clinic.country, clinic.firstVisit],
  )
  for (const weekday of clinic.weekdays)
    await owner.query(
      `insert into clinic.opening_hours (clinic_id, weekday, opens, closes) values ($1, $2, '09:00', '12:30'), ($1, $2, '13:30', '18:30')`,
      [id, weekday],
    )
  for (const [position, [kind, name, after]] of clinic.resources.entries())
    await owner.query(
      `insert into clinic.resources (clinic_id, kind, name, buffer_after_minutes, position) values ($1, $2, $3, $4, $5)`,
      [id, kind, name, after, position],
    )
  for (const [serviceId, kind, phases, resources] of clinic.services) {
    await owner.query(
      `insert into clinic.services (clinic_id, service_id, kind, name_fr, name_en) values ($1, $2, $3, $4, $5)`,
      [id, serviceId, kind, `Soin ${serviceId}`, `Service ${serviceId}`],
    )
    for (const [i, phase] of phases.entries())
      await owner.query(`insert into clinic.service_phases values ($1, $2, $3, $4, $5, $6, $7)`, [
        id,
        serviceId,
        i + 1,
        ...phase,
      ])
    await owner.query(
      `insert into clinic.service_resources select $1, $2, resource_id from clinic.resources where clinic_id = $1 and name = any ($3)`,
      [id, serviceId, resources],
    )
  }
}
