import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openHouse } from '#platform/house/house.server.ts'
import { confirmHold } from './confirm-hold.server.ts'
import { extendHold } from './extend-hold.server.ts'
import { findHold } from './find-hold.server.ts'
import { releaseHold } from './release-hold.server.ts'
import { sweepHolds } from './sweep-holds.server.ts'
import { lea, makeTestBooking, mondayAt, type TestBooking } from './test-booking.queries.server.ts'

let booking: TestBooking
beforeAll(async () => {
  booking = await makeTestBooking()
})
afterAll(() => booking.database.close())

const utc = (text: string) => Date.parse(`${text}:00Z`)
const minute = 60_000
const origin = 'http://localhost:3000'
const unknown = 'AAAAAAAAAAAAAAAAAAAAAA'

/** A free start that no other test of this file uses. */
let used = 0
const nextStart = () => {
  used += 1
  return utc('2026-11-24T08:00') + (used % 14) * 30 * minute + Math.floor(used / 14) * 7 * 1440 * minute
}
const holdOne = async () => {
  for (;;) {
    const startAt = nextStart()
    const hold = await booking.hold(booking.at('demo-be'), { startAt }).catch(() => undefined)
    if (hold) return { ...hold, startAt }
  }
}
const confirm = (holdId: string, changes: { nowAt?: number; patient?: typeof lea } = {}) =>
  confirmHold(booking.at('demo-be', changes.nowAt ? { nowAt: changes.nowAt } : {}), {
    holdId,
    patient: changes.patient ?? lea,
    origin,
  })

describe('a confirmation', () => {
  test('makes the patient, the appointment, its link, its letter and one line in the access log', async () => {
    const { holdId, startAt } = await holdOne()
    const before = await booking.countRows()
    const made = await confirm(holdId)
    if ('refusal' in made) throw new Error(made.refusal)
    expect(made.manageUrl).toBe(`http://clinic.test/fr/rdv/gerer/${made.manageToken}`)
    const after = await booking.countRows()
    const grown = Object.fromEntries(Object.entries(after).map(([table, count]) => [table, count - before[table]!]))
    expect(grown).toEqual({
      'clinic.appointments': 0,
      'clinic.occupancies': 1,
      'clinic.screenings': 0,
      'clinic.patients': 1,
      'clinic.audit_log': 1,
      'house.tokens': 1,
      'graphile_worker.jobs': 1,
    })
    const { rows } = await booking.database.owner.query(
      `select a.status, p.file_number, p.birth_on::text, l.action, l.patient_id = p.patient_id as own,
         extract(epoch from upper(o.during))::int - extract(epoch from lower(o.during))::int as seconds
       from clinic.appointments a join clinic.patients p using (clinic_id, patient_id)
       join clinic.audit_log l using (clinic_id, patient_id) join clinic.occupancies o on o.patient_id = p.patient_id
       where a.appointment_id = $1`,
      [made.appointmentId],
    )
    expect(rows).toEqual([
      { status: 'booked', file_number: 1, birth_on: '1988-03-03', action: 'book', own: true, seconds: 20 * 60 },
    ])
    const job = await booking.database.owner.query(
      `select payload from graphile_worker._private_jobs where key like '%' || $1`,
      [`confirmation ${made.appointmentId}`],
    )
    expect(Object.keys(job.rows[0].payload).sort()).toEqual(['appointmentId', 'clinicId', 'origin'])
    expect(await findHold(booking.at('demo-be'), holdId)).toMatchObject({ state: 'confirmed', startAt })
  })

  test('repeated gives the same, also long after, and writes nothing more', async () => {
    const { holdId } = await holdOne()
    const first = await confirm(holdId)
    const before = await booking.countRows()
    expect(await confirm(holdId)).toEqual(first)
    expect(await confirm(holdId, { nowAt: mondayAt + 365 * 1440 * minute })).toEqual(first)
    expect(await booking.countRows()).toEqual(before)
  })

  test('200 at once from two processes give one appointment', async () => {
    const { holdId } = await holdOne()
    const other = await openHouse({
      databaseUrl: booking.database.ownerUrl,
      smtpUrl: undefined,
      publicUrl: 'http://clinic.test',
      rateLimit: false,
      secret: undefined,
    })
    const patient = { ...lea, email: 'crowd@example.org' }
    try {
      const callers = [booking.at('demo-be'), booking.at('demo-be', { house: other })]
      const answers = await Promise.all(
        Array.from({ length: 200 }, (_, i) => confirmHold(callers[i % 2]!, { holdId, patient, origin })),
      )
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
      expect(answers[0]).toHaveProperty('appointmentId')
      const { rows } = await booking.database.owner.query(
        `select count(*)::int as people from clinic.patients where email = 'crowd@example.org'`,
      )
      expect(rows).toEqual([{ people: 1 }])
    } finally {
      await other.close()
    }
  })

  test('knows the same person again, whatever the letters’ case, and gives newcomers the next numbers', async () => {
    const twins = ['Lou', 'Max'].map((givenName) => ({ ...lea, givenName, email: 'twins@example.org' }))
    const again = { ...twins[0]!, givenName: 'LOU', email: 'Twins@Example.org' }
    for (const patient of [...twins, again]) {
      const { holdId } = await holdOne()
      expect(await confirm(holdId, { patient: patient as typeof lea })).toHaveProperty('appointmentId')
    }
    const { rows } = await booking.database.owner.query(
      `select given_name, file_number - min(file_number) over () as nth from clinic.patients where lower(email) = 'twins@example.org' order by 2`,
    )
    expect(rows).toEqual([
      { given_name: 'Lou', nth: 0 },
      { given_name: 'Max', nth: 1 },
    ])
  })

  test('of somebody who is elsewhere at that time is refused, and the hold stays', async () => {
    const startAt = utc('2026-12-15T09:00')
    const first = await booking.hold(booking.at('demo-be'), { startAt })
    const second = await booking.hold(booking.at('demo-be'), { startAt, serviceId: 'treatment' })
    await confirm(first.holdId)
    const before = await booking.countRows()
    expect(await confirm(second.holdId)).toEqual({ refusal: 'PatientElsewhere' })
    expect(await booking.countRows()).toEqual(before)
    expect(await findHold(booking.at('demo-be'), second.holdId)).toMatchObject({ state: 'held' })
    const friend = { ...lea, givenName: 'Zoé' } as unknown as typeof lea
    expect(await confirm(second.holdId, { patient: friend })).toHaveProperty('appointmentId')
  })

  test('of an expired or unknown hold is refused and writes nothing', async () => {
    const { holdId } = await holdOne()
    const before = await booking.countRows()
    expect(await confirm(holdId, { nowAt: mondayAt + 10 * minute })).toEqual({ refusal: 'HoldExpired' })
    expect(await confirm(unknown)).toEqual({ refusal: 'UnknownHold' })
    expect(await confirm('')).toEqual({ refusal: 'UnknownHold' })
    expect(await booking.countRows()).toEqual(before)
  })
})

describe('a hold', () => {
  test('is extended once, by ten minutes from then', async () => {
    const { holdId } = await holdOne()
    const nowAt = mondayAt + 9 * minute
    const caller = booking.at('demo-be', { nowAt })
    expect(await extendHold(caller, holdId)).toEqual({ expiresAt: nowAt + 10 * minute })
    expect(await extendHold(caller, holdId)).toMatchObject({ refusal: 'HoldExtendedAlready' })
    expect(await extendHold(booking.at('demo-be', { nowAt: mondayAt + 20 * minute }), holdId)).toEqual({
      refusal: 'HoldExpired',
    })
    expect(await extendHold(caller, unknown)).toEqual({ refusal: 'UnknownHold' })
    expect(await confirm(holdId, { nowAt: mondayAt + 18 * minute })).toHaveProperty('appointmentId')
    expect(await extendHold(caller, holdId)).toEqual({ refusal: 'HoldConfirmedAlready' })
  })

  test('that ended is not extended', async () => {
    const { holdId } = await holdOne()
    expect(await extendHold(booking.at('demo-be', { nowAt: mondayAt + 10 * minute }), holdId)).toEqual({
      refusal: 'HoldExpired',
    })
  })

  test('given back is free at once and its answers are gone; twice is once', async () => {
    const { holdId, startAt } = await holdOne()
    const before = await booking.countRows()
    const caller = booking.at('demo-be')
    expect(await releaseHold(caller, holdId)).toEqual({ released: true })
    expect(await releaseHold(caller, holdId)).toEqual({ released: true })
    expect((await booking.countRows())['clinic.screenings']).toBe(before['clinic.screenings']! - 1)
    expect(await confirm(holdId)).toEqual({ refusal: 'HoldExpired' })
    const again = await booking.hold(caller, { startAt })
    await confirm(again.holdId)
    expect(await releaseHold(caller, again.holdId)).toEqual({ refusal: 'HoldConfirmedAlready' })
    expect(await releaseHold(caller, unknown)).toEqual({ refusal: 'UnknownHold' })
  })

  test('forgotten is tidied by the sweeper, which leaves living ones alone', async () => {
    const { holdId } = await holdOne()
    booking.database.setNow(mondayAt + 9 * minute)
    await sweepHolds(booking.database.house)
    expect(await findHold(booking.at('demo-be'), holdId)).toMatchObject({ state: 'held' })
    booking.database.setNow(mondayAt + 10 * minute)
    expect((await sweepHolds(booking.database.house)).lapsed).toBeGreaterThan(0)
    booking.database.setNow(mondayAt)
    expect(await findHold(booking.at('demo-be'), holdId)).toMatchObject({ state: 'expired' })
    const { rows } = await booking.database.owner.query(
      `select count(*)::int as left from clinic.screenings join clinic.appointments using (clinic_id, appointment_id) where status in ('held', 'lapsed')`,
    )
    expect(rows).toEqual([{ left: 0 }])
  })
})
