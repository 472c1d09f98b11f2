import { createHash, randomUUID } from 'node:crypto'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { append, connectAs, inTenant, nextEvent, refusalOf, signConsent, type TestClinic } from './test-clinic.ts'
import { makeTestDatabase, type TestDatabase } from './test-database.ts'
import { makePlasmaClinic } from './test-plasma.ts'

/* Promise 3: plasma returns to its donor. Tried by plain SQL as the application's role, past every use case. */

const foreignKey = '23503'
const twice = '23505'
const overlap = '23P01'
const notGranted = '42501'
const drawnAt = '2026-11-24T09:00:00Z'
const at = (minutes: number) => new Date(Date.parse(drawnAt) + minutes * 60_000).toISOString()

let database: TestDatabase
let app: pg.Client
let clinic: TestClinic
let otherTreatmentId: string
let placeId: string
let clinics = 0

beforeAll(async () => {
  database = await makeTestDatabase()
  app = await connectAs(database.ownerUrl, 'app')
})
afterAll(async () => {
  await app.end()
  await database.close()
})

type Head = { seq: number; hash: string } | undefined
type TestTube = { tubeId: string; label: string; head: Head }

const asClinic = <T>(work: () => Promise<T>) => inTenant(app, clinic.clinicId, work)

async function newClinic(country?: string, purpose?: string | null) {
  ;({ clinic, otherTreatmentId, placeId } = await makePlasmaClinic(
    database.owner,
    `plasma-${++clinics}`,
    country,
    purpose,
  ))
}

const insertTube = (tubeId: string, number: number, patientId = clinic.patientId, treatmentId = clinic.treatmentId) =>
  app.query(
    `insert into clinic.prp_tubes (clinic_id, tube_id, patient_id, treatment_id, label_year, label_number, drawn_at) values ($1, $2, $3, $4, 2026, $5, $6)`,
    [clinic.clinicId, tubeId, patientId, treatmentId, number, drawnAt],
  )

async function tell(
  tube: TestTube,
  kind: string,
  minute: number,
  more: Record<string, unknown> = {},
  change: Partial<Record<'hash' | 'seq', unknown>> = {},
) {
  const eventId = (more.eventId as string | undefined) ?? randomUUID()
  const canonical = Buffer.from(JSON.stringify({ at: at(minute), by: clinic.memberId, kind, ...more, eventId }))
  const before = tube.head ? Buffer.from(tube.head.hash, 'hex') : Buffer.alloc(32)
  const hash = createHash('sha256').update(before).update(canonical).digest('hex')
  const seq = (tube.head?.seq ?? 0) + 1
  await app.query(
    `insert into clinic.prp_events (clinic_id, tube_id, seq, event_id, kind, at, by_member, canonical, hash, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $6)`,
    [
      clinic.clinicId,
      tube.tubeId,
      change.seq ?? seq,
      eventId,
      kind,
      at(minute),
      clinic.memberId,
      canonical,
      change.hash ?? hash,
    ],
  )
  tube.head = { seq, hash }
}

/** A tube of the first patient, as far as its syringe. */
async function filledTube(number: number): Promise<TestTube> {
  const tube: TestTube = {
    tubeId: randomUUID(),
    label: `PT-2026-${String(number).padStart(5, '0')}-A`,
    head: undefined,
  }
  await asClinic(async () => {
    await insertTube(tube.tubeId, number)
    await tell(tube, 'drawn', 0, { patientId: clinic.patientId, treatmentId: clinic.treatmentId, label: tube.label })
    await tell(tube, 'syringeFilled', 20)
  })
  return tube
}

const apply = (tube: TestTube, { patientId = clinic.patientId, treatmentId = clinic.treatmentId, minute = 38 } = {}) =>
  app.query(
    `insert into clinic.prp_applications (clinic_id, tube_id, patient_id, treatment_id, applied_at, delay_minutes) values ($1, $2, $3, $4, $5, $6)`,
    [clinic.clinicId, tube.tubeId, patientId, treatmentId, at(minute), minute],
  )

/** A tube drawn at the moment at which test events of treatments happen. */
async function earlyTube(number: number, drawn: string): Promise<{ tubeId: string }> {
  const tubeId = randomUUID()
  await app.query(
    `insert into clinic.prp_tubes (clinic_id, tube_id, patient_id, treatment_id, label_year, label_number, drawn_at) values ($1, $2, $3, $4, 2026, $5, $6)`,
    [clinic.clinicId, tubeId, clinic.patientId, clinic.treatmentId, number, drawn],
  )
  const tube: TestTube = { tubeId, label: '', head: undefined }
  await tell(tube, 'drawn', -60, { patientId: clinic.patientId, treatmentId: clinic.treatmentId })
  await tell(tube, 'syringeFilled', -60)
  return { tubeId }
}

describe('an application', () => {
  beforeAll(() => newClinic())

  test('of one person’s tube to another cannot exist: neither by their treatment, nor by their name, nor by both', async () => {
    const tube = await filledTube(1)
    const other = { patientId: clinic.otherPatientId }
    expect(await refusalOf(asClinic(() => apply(tube, { treatmentId: otherTreatmentId })))).toBe(foreignKey)
    expect(await refusalOf(asClinic(() => apply(tube, other)))).toBe(foreignKey)
    expect(await refusalOf(asClinic(() => apply(tube, { ...other, treatmentId: otherTreatmentId })))).toBe(foreignKey)
    expect(await refusalOf(asClinic(() => apply(tube)))).toBe('allowed')
    expect(await refusalOf(asClinic(() => apply(tube)))).toBe(twice)
  })

  test('comes within four hours of the draw, from a filled syringe, and says its true delay', async () => {
    const tube = await filledTube(2)
    expect(await refusalOf(asClinic(() => apply(tube, { minute: 241 })))).toBe('PT410')
    const lied = asClinic(() =>
      app.query(
        `insert into clinic.prp_applications (clinic_id, tube_id, patient_id, treatment_id, applied_at, delay_minutes) values ($1, $2, $3, $4, $5, 5)`,
        [clinic.clinicId, tube.tubeId, clinic.patientId, clinic.treatmentId, at(90)],
      ),
    )
    expect(await refusalOf(lied)).toBe('PT422')
    const fresh: TestTube = { tubeId: randomUUID(), label: '', head: undefined }
    await asClinic(() => insertTube(fresh.tubeId, 3))
    expect(await refusalOf(asClinic(() => apply(fresh)))).toBe('PT409')
  })

  test('never comes after a mismatch or after the waste', async () => {
    const stopped = await filledTube(4)
    await asClinic(() => tell(stopped, 'mismatched', 25))
    expect(await refusalOf(asClinic(() => apply(stopped)))).toBe('PT410')
    expect(await refusalOf(asClinic(() => tell(stopped, 'identityMatched', 26, { patientId: clinic.patientId })))).toBe(
      'PT410',
    )
    const thrown = await filledTube(5)
    await asClinic(() => tell(thrown, 'discarded', 25))
    expect(await refusalOf(asClinic(() => apply(thrown)))).toBe('PT410')
    expect(await refusalOf(asClinic(() => tell(thrown, 'syringeFilled', 26)))).toBe('PT405')
  })

  test('is named by the treatment’s chain only where it was, and with consent to this plan', async () => {
    const tube = await filledTube(6)
    const examined = nextEvent(clinic, undefined, 'examined', { planHash: 'a'.repeat(64) })
    const openedAt = '2026-11-24T08:00:00Z'
    const named = nextEvent(clinic, examined, 'plasmaApplied', { tubeId: tube.tubeId })
    expect(
      await refusalOf(
        asClinic(async () => {
          await append(app, clinic, examined)
          await append(app, clinic, named)
        }),
      ),
    ).toBe('PT403')
    await asClinic(async () => {
      await append(app, clinic, examined)
      await app.query(
        `insert into clinic.prp_applications (clinic_id, tube_id, patient_id, treatment_id, applied_at, delay_minutes) values ($1, $2, $3, $4, $5, 0)`,
        [clinic.clinicId, (await earlyTube(7, openedAt)).tubeId, clinic.patientId, clinic.treatmentId, openedAt],
      )
    })
    const { rows } = await database.owner.query(
      'select tube_id from clinic.prp_applications where clinic_id = $1 and applied_at = $2',
      [clinic.clinicId, openedAt],
    )
    const right = nextEvent(clinic, examined, 'plasmaApplied', { tubeId: rows[0].tube_id })
    expect(await refusalOf(asClinic(() => append(app, clinic, right)))).toBe('PT403')
    await asClinic(() => signConsent(app, clinic, 'a'.repeat(64)))
    expect(await refusalOf(asClinic(() => append(app, clinic, right)))).toBe('allowed')
  })
})

describe('a tube', () => {
  beforeAll(() => newClinic())

  test('is drawn from the patient of its treatment', async () => {
    expect(await refusalOf(asClinic(() => insertTube(randomUUID(), 1, clinic.otherPatientId)))).toBe(foreignKey)
    expect(await refusalOf(asClinic(() => insertTube(randomUUID(), 1, clinic.patientId, otherTreatmentId)))).toBe(
      foreignKey,
    )
  })

  test('has a number that no other has, and each label is printed once', async () => {
    const tubeId = randomUUID()
    const print = (label: string, no: number) =>
      app.query(
        `insert into clinic.prp_labels (clinic_id, label, tube_id, kind, print, printed_at) values ($1, $2, $3, 'tube', $4, $5)`,
        [clinic.clinicId, label, tubeId, no, drawnAt],
      )
    await asClinic(() => insertTube(tubeId, 9))
    expect(await refusalOf(asClinic(() => insertTube(randomUUID(), 9)))).toBe(twice)
    expect(await refusalOf(asClinic(() => print('PT-2026-00009-A', 1)))).toBe('allowed')
    expect(await refusalOf(asClinic(() => print('PT-2026-00009-A', 1)))).toBe(twice)
    expect(await refusalOf(asClinic(() => print('PT-2026-00010-B', 2)))).toBe('PT422')
    expect(await refusalOf(asClinic(() => print('PT-2026-00009-B', 2)))).toBe('allowed')
  })

  test('keeps a chain that nobody can alter, cut, fork or empty', async () => {
    const tube = await filledTube(10)
    for (const text of [
      `update clinic.prp_events set kind = 'applied'`,
      'delete from clinic.prp_events',
      'truncate clinic.prp_events',
      'update clinic.prp_tubes set stopped_at = null',
      'delete from clinic.prp_tubes',
      'update clinic.prp_applications set treatment_id = tube_id',
      'delete from clinic.prp_labels',
      'delete from clinic.prp_day_closings',
    ])
      expect(await refusalOf(asClinic(() => app.query(text))), text).toBe(notGranted)
    const owner = database.owner.query('update clinic.prp_events set kind = $1', ['discarded'])
    expect(await refusalOf(owner)).toBe('PT405')
    expect(await refusalOf(asClinic(() => tell({ ...tube }, 'discarded', 30, {}, { seq: 9 })))).toBe('PT409')
    expect(await refusalOf(asClinic(() => tell({ ...tube }, 'discarded', 30, {}, { hash: 'e'.repeat(64) })))).toBe(
      'PT422',
    )
    expect(
      await refusalOf(asClinic(() => tell({ ...tube }, 'identityMatched', 30, { patientId: clinic.otherPatientId }))),
    ).toBe('PT422')
    expect(
      await refusalOf(
        asClinic(() =>
          tell({ ...tube }, 'applied', 30, { patientId: clinic.patientId, treatmentId: clinic.treatmentId }),
        ),
      ),
    ).toBe('PT422')
  })

  test('has a place of its own in the centrifuge, and those who turn together are one run', async () => {
    const [first, second, third] = [await filledTube(11), await filledTube(12), await filledTube(13)]
    const secondPlace = randomUUID()
    await database.owner.query(
      `insert into clinic.resources (clinic_id, resource_id, kind, name) values ($1, $2, 'centrifuge', 'Place 2')`,
      [clinic.clinicId, secondPlace],
    )
    await database.owner.query(
      `insert into clinic.centrifuge_places (clinic_id, place_id, centrifuge, rotor, place, radius_mm, usual_rpm, usual_minutes) values ($1, $2, 'Centrifugeuse 1', 1, 2, 150, 2317, 5)`,
      [clinic.clinicId, secondPlace],
    )
    const spin = (tube: TestTube, place: string, minute: number, forceG = 900) =>
      app.query(
        `insert into clinic.prp_spins (clinic_id, spin_id, tube_id, place_id, during, rpm, radius_mm, force_g) values ($1, $2, $3, $4, tstzrange($5, $6), 2317, 150, $7)`,
        [clinic.clinicId, randomUUID(), tube.tubeId, place, at(minute), at(minute + 5), forceG],
      )
    expect(await refusalOf(asClinic(() => spin(first, placeId, 5, 1200)))).toBe('23514')
    await asClinic(() => spin(first, placeId, 5))
    expect(await refusalOf(asClinic(() => spin(second, placeId, 7)))).toBe(overlap)
    await asClinic(() => spin(second, secondPlace, 7))
    await asClinic(() => spin(third, placeId, 30))
    const { rows } = await database.owner.query(
      'select count(distinct run_id)::int as runs, count(*)::int as spins from clinic.prp_spins where clinic_id = $1',
      [clinic.clinicId],
    )
    expect(rows).toEqual([{ runs: 2, spins: 3 }])
    const { rows: noted } = await database.owner.query(
      `select count(distinct source)::int as runs from clinic.exposures where clinic_id = $1 and kind = 'spin'`,
      [clinic.clinicId],
    )
    expect(noted).toEqual([{ runs: 2 }])
  })

  test('that nobody accounted for keeps the day open', async () => {
    await newClinic()
    const close = () =>
      app.query(
        `insert into clinic.prp_day_closings (clinic_id, closing_id, day_on, closed_at, closed_by) values ($1, $2, '2026-11-24', $3, $4)`,
        [clinic.clinicId, randomUUID(), at(500), clinic.memberId],
      )
    const tube = await filledTube(1)
    expect(await refusalOf(asClinic(close))).toBe('PT409')
    await asClinic(() => tell(tube, 'discarded', 400))
    expect(await refusalOf(asClinic(close))).toBe('allowed')
  })
})

test.each([
  ['in France, whatever its purpose', 'FR', 'scars'],
  ['where no purpose was stated', 'BE', null],
  ['where the purpose is blank', 'BE', '  '],
])('no tube exists %s', async (_, country, purpose) => {
  await newClinic(country, purpose)
  expect(await refusalOf(asClinic(() => insertTube(randomUUID(), 1)))).toBe('PT403')
})
