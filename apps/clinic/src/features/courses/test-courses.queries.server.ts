import { randomUUID } from 'node:crypto'
import { consentText, type Plan, type PlannedZone, planHash, type TreatmentEvent } from '@pointille/protocol'
import type { Caller, Role } from '#features/access/index.server.ts'
import { appendEvents } from '#features/treatments/index.server.ts'
import { makeTestClinic, type TestClinic } from '#platform/database/test-clinic.ts'
import type { TestDatabase } from '#platform/database/test-database.ts'

export const treatedAt = Date.parse('2026-11-24T09:00:00Z')

export type Who = Partial<{ roles: Role[]; doctor: boolean; at: number }>

/** A clinic in Brussels, open from Monday to Friday, with a patient who comes on 24 November 2026. */
export type TestCourses = TestClinic & {
  caller(who?: Who): Caller
  /** The patient's treatment of that day, done and sealed: chin 1.5 mm with six passes, forehead 0.75 mm with three. */
  treat(): Promise<void>
  /** What the patient reported on the first day after it. */
  report(): Promise<void>
  rows(table: string): Promise<number>
  /** The access log of the patient: 'planCourse allowed'. */
  lines(): Promise<string[]>
  statePurpose(): Promise<void>
}

export async function makeTestCourses(database: TestDatabase, slug: string): Promise<TestCourses> {
  const { owner, house } = database
  const clinic = await makeTestClinic(owner, slug)
  const { clinicId, memberId, treatmentId, patientId } = clinic
  await owner.query(`update clinic.appointments set status = 'inTreatment' where appointment_id = $1`, [
    clinic.appointmentId,
  ])
  await owner.query(
    `insert into clinic.opening_hours (clinic_id, weekday, opens, closes) select $1, day, '09:00', '18:00' from generate_series(1, 5) day`,
    [clinicId],
  )
  const caller = ({ roles = ['practitioner'], doctor = true, at = treatedAt }: Who = {}): Caller => ({
    house,
    clinic: { clinicId, slug, name: slug, timeZone: 'Europe/Brussels', isDefault: false },
    actor: { kind: 'member', memberId, userId: 'user', name: 'Dr Test', roles, doctor, resourceId: undefined },
    language: 'fr',
    nowAt: at,
  })
  return {
    ...clinic,
    caller,
    treat: async () => {
      const at = new Date(treatedAt).toISOString()
      // A base, a kind and its payload are what an event is made of; the compiler cannot see it for an open kind.
      const events = steps.map(
        (step) => ({ eventId: randomUUID(), at, by: memberId, ...step }) as unknown as TreatmentEvent,
      )
      const answer = await appendEvents(caller(), treatmentId, events)
      const isTaken = 'answers' in answer && answer.answers.every(({ acknowledged }) => acknowledged)
      if (!isTaken) throw new Error(`the test's treatment was refused: ${JSON.stringify(answer)}`)
    },
    report: async () =>
      void (await owner.query(
        `insert into clinic.check_ins (clinic_id, check_in_id, treatment_id, patient_id, day, redness, swelling, pain_score, red_flags, care_level, sent_at)
         values ($1, $2, $3, $4, 1, 'marked', 'mild', 2, '{}', 'none', now())`,
        [clinicId, randomUUID(), treatmentId, patientId],
      )),
    rows: async (table) =>
      Number(
        (await owner.query(`select count(*) from clinic.${table} where clinic_id = $1`, [clinicId])).rows[0].count,
      ),
    lines: async () => {
      const { rows } = await owner.query(
        'select action, outcome from clinic.audit_log where clinic_id = $1 and patient_id = $2 order by entry_id',
        [clinicId, patientId],
      )
      return rows.map(({ action, outcome }) => `${action} ${outcome}`)
    },
    statePurpose: async () => {
      await owner.query(`update clinic.profiles set prp_purpose = 'cicatrices' where clinic_id = $1`, [clinicId])
      await house.changed(clinicId)
    },
  }
}

const planned = (zone: PlannedZone['zone'], depthMm: number, rounds: number): PlannedZone => ({
  ...{ zone, device: 'pen', depthMm, passesLow: 2, passesHigh: 4, endpoint: 'pinpointBleeding', rounds },
})
const plan: Plan = {
  indication: 'acne-scars',
  zones: [planned('chin', 1.5, 2), planned('forehead', 0.75, 1)],
  glide: 'sterileGel',
  numbing: 'none',
}
const text = consentText(plan, 'fr')
const round = (zone: string) => [
  { kind: 'glideApplied', zone },
  { kind: 'skinStretched', zone },
  ...Array.from({ length: 3 }, () => ({ kind: 'passAdded', zone })),
  { kind: 'endpointGraded', zone, endpoint: 'uniformPinpointBleeding' },
  { kind: 'zoneCleaned', zone },
]
const steps = [
  { kind: 'identityConfirmed', checked: ['fullName', 'birthDate'] },
  { kind: 'examined', phototype: 3, plan, planHash: planHash(plan), byDoctor: true },
  {
    ...{ kind: 'consentSigned', textVersion: text.version, language: 'fr', planHash: planHash(plan) },
    ...{ textHash: text.textHash, signatureName: 'Léa Martin' },
  },
  { kind: 'numbingSkipped' },
  { kind: 'disinfected' },
  { kind: 'cartridgeOpened', lot: 'L2405-B', unit: '0900', expiresOn: '2027-06-30', notFromStock: true },
  ...round('chin'),
  ...round('chin'),
  { kind: 'zoneFinished', zone: 'chin' },
  ...round('forehead'),
  { kind: 'zoneFinished', zone: 'forehead' },
  { kind: 'petrolatumApplied' },
  { kind: 'sharpsCounted', count: 1 },
  { kind: 'creamPlanned', activesSafeFromAt: new Date(treatedAt + 72 * 3_600_000).toISOString() },
  { kind: 'sealed' },
]
