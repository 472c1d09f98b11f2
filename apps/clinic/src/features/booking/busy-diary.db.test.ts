import { afterAll, beforeAll, expect, test } from 'vitest'
import { type House, openHouse } from '#platform/house/house.server.ts'
import { cancelAppointment } from './cancel-appointment.server.ts'
import { confirmHold } from './confirm-hold.server.ts'
import { extendHold } from './extend-hold.server.ts'
import { moveAppointment } from './move-appointment.server.ts'
import { releaseHold } from './release-hold.server.ts'
import { sweepHolds } from './sweep-holds.server.ts'
import { takeHold } from './take-hold.server.ts'
import { lea, makeTestBooking, mondayAt, nothingApplies, type TestBooking } from './test-booking.queries.server.ts'

const minute = 60_000
const origin = 'http://localhost:3000'
const people = 40
const rounds = 12

let booking: TestBooking
let other: House
beforeAll(async () => {
  booking = await makeTestBooking()
  other = await openHouse({
    databaseUrl: booking.database.ownerUrl,
    smtpUrl: undefined,
    publicUrl: undefined,
    rateLimit: false,
    secret: undefined,
  })
})
afterAll(async () => {
  await other.close()
  await booking.database.close()
})

/** A small generator of our own, so that a failure can be run again. */
function randomOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

test('people who hold, let expire, confirm, move, cancel and give back at once end in a diary that is whole', async () => {
  const starts = Array.from({ length: 12 }, (_, i) => Date.parse('2026-11-24T08:00:00Z') + i * 15 * minute)
  await Promise.all(
    Array.from({ length: people }, async (_, person) => {
      const random = randomOf(person + 1)
      for (let round = 0; round < rounds; round += 1) {
        // Some clocks run twenty minutes ahead, so that the holds of the others have expired for them.
        const nowAt = mondayAt + random(2) * 20 * minute
        const caller = booking.at('demo-be', { house: random(2) === 0 ? booking.database.house : other, nowAt })
        const serviceId = ['solo', 'treatment', 'consultation'][random(3)]!
        const hold = await takeHold(caller, { serviceId, startAt: starts[random(12)]!, screening: nothingApplies })
        if ('refusal' in hold) continue
        const fate = random(6)
        if (fate === 0) continue
        if (fate === 1) await releaseHold(caller, hold.holdId)
        else if (fate === 2) await extendHold(caller, hold.holdId)
        else if (fate === 3) await sweepHolds(caller.house)
        else {
          const patient = { ...lea, givenName: `Léa ${person % 10}` } as unknown as typeof lea
          const made = await confirmHold(caller, { holdId: hold.holdId, patient, origin })
          if ('refusal' in made) continue
          const token = made.manageToken
          await moveAppointment(caller, { token, startAt: starts[random(12)]!, origin })
          if (random(3) > 0) await cancelAppointment(caller, { token, origin })
        }
      }
    }),
  )
  const { rows } = await booking.database.owner.query(
    `select a.status, count(*)::int as visits,
       count(*) filter (where a.status = 'booked' and (own <> 1 or uses <> wanted) or a.status = 'held' and (own <> 0 or uses <> wanted)
         or a.status in ('lapsed', 'released') and (own + uses + answers) > 0 or a.status = 'cancelled' and own + uses > 0)::int as broken
     from clinic.appointments a, lateral (
       select (select count(*) from clinic.occupancies o where o.appointment_id = a.appointment_id and o.patient_id is not null) as own,
         (select count(*) from clinic.occupancies o where o.appointment_id = a.appointment_id and o.resource_id is not null) as uses,
         (select count(*) from clinic.screenings s where s.appointment_id = a.appointment_id) as answers,
         (select sum(cardinality(p.resource_kinds)) from clinic.service_phases p where p.clinic_id = a.clinic_id and p.service_id = a.service_id) as wanted
     ) counted group by a.status order by a.status`,
  )
  expect(rows.filter(({ broken }) => broken > 0)).toEqual([])
  expect(rows.map(({ status }) => status)).toEqual(
    expect.arrayContaining(['booked', 'cancelled', 'lapsed', 'released']),
  )
})
