import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cancelAppointment } from './cancel-appointment.server.ts'
import { confirmHold } from './confirm-hold.server.ts'
import { findAppointmentByToken } from './find-appointment-by-token.server.ts'
import { findMoveStarts } from './find-move-starts.server.ts'
import { moveAppointment } from './move-appointment.server.ts'
import type { HoldRequest } from './take-hold.server.ts'
import { lea, makeTestBooking, nothingApplies, type TestBooking } from './test-booking.queries.server.ts'

let booking: TestBooking
beforeAll(async () => {
  booking = await makeTestBooking()
})
afterAll(() => booking.database.close())

const utc = (text: string) => Date.parse(`${text}:00Z`)
const origin = 'http://localhost:3000'

async function appoint(startAt: number, request: Partial<HoldRequest> = {}, patient: typeof lea = lea) {
  const caller = booking.at('demo-be')
  const { holdId } = await booking.hold(caller, { startAt, ...request })
  const made = await confirmHold(caller, { holdId, patient, origin })
  if ('refusal' in made) throw new Error(made.refusal)
  return made
}

async function usesOf(appointmentId: string): Promise<string[]> {
  const { rows } = await booking.database.owner.query<{ use: string }>(
    `select coalesce(r.kind, 'patient') || ' ' || to_char(lower(during) at time zone 'UTC', 'DD HH24:MI') as use
     from clinic.occupancies left join clinic.resources r using (clinic_id, resource_id) where appointment_id = $1 order by 1`,
    [appointmentId],
  )
  return rows.map(({ use }) => use)
}

describe('the link of a confirmation', () => {
  test('opens its appointment, in whichever clinic it is asked, and says so in the access log', async () => {
    const { manageToken, appointmentId } = await appoint(utc('2026-11-24T08:00'))
    const before = await booking.countRows()
    const seen = await findAppointmentByToken(booking.at('demo-fr', { language: 'en' }), manageToken)
    expect(seen).toMatchObject({
      appointmentId,
      clinic: { slug: 'demo-be' },
      status: 'booked',
      serviceName: 'Service solo',
      date: '2026-11-24',
      localTime: '09:00',
      practitionerName: 'Dr Inès Wauters',
      givenName: 'Léa',
      freeCancelUntilAt: utc('2026-11-23T08:00'),
      changeable: true,
    })
    expect((await booking.countRows())['clinic.audit_log']).toBe(before['clinic.audit_log']! + 1)
    expect(await findAppointmentByToken(booking.at('demo-be'), 'AAAAAAAAAAAAAAAAAAAAAA')).toBeUndefined()
  })

  test('is no hold’s id, and a hold’s id is no link', async () => {
    const { holdId } = await booking.hold(booking.at('demo-be'), { startAt: utc('2026-11-24T12:30') })
    expect(await findAppointmentByToken(booking.at('demo-be'), holdId)).toBeUndefined()
  })
})

describe('cancelling', () => {
  test('frees the time for others, at no cost in time, and twice is once', async () => {
    const startAt = utc('2026-11-26T08:00')
    const { manageToken, appointmentId } = await appoint(startAt)
    const caller = booking.at('demo-be')
    expect(await cancelAppointment(caller, { token: manageToken, origin })).toEqual({ cancelled: true, free: true })
    expect(await usesOf(appointmentId)).toEqual([])
    const before = await booking.countRows()
    expect(await cancelAppointment(caller, { token: manageToken, origin })).toEqual({ cancelled: true, free: true })
    expect(await booking.countRows()).toEqual(before)
    await booking.hold(caller, { startAt })
  })

  test('is possible until the start; later than the free delay it says that it was not free', async () => {
    const startAt = utc('2026-11-26T10:00')
    const { manageToken } = await appoint(startAt)
    const late = booking.at('demo-be', { nowAt: startAt - 60_000 })
    expect(await cancelAppointment(late, { token: manageToken, origin })).toEqual({ cancelled: true, free: false })
    const second = await appoint(utc('2026-11-26T11:00'))
    const over = booking.at('demo-be', { nowAt: utc('2026-11-26T11:00') })
    const before = await booking.countRows()
    expect(await cancelAppointment(over, { token: second.manageToken, origin })).toEqual({
      refusal: 'TooLateToChange',
      status: 'booked',
    })
    expect(await cancelAppointment(over, { token: 'AAAAAAAAAAAAAAAAAAAAAA', origin })).toEqual({
      refusal: 'UnknownAppointment',
    })
    expect(await booking.countRows()).toEqual(before)
  })
})

describe('moving', () => {
  test('takes the new time and gives the old one back, and the calendar entry goes up', async () => {
    const from = utc('2026-11-27T08:00')
    const to = utc('2026-11-27T14:00')
    const { manageToken, appointmentId } = await appoint(from)
    const moved = await moveAppointment(booking.at('demo-be'), { token: manageToken, startAt: to, origin })
    expect(moved).toEqual({ moved: true, startAt: to })
    expect(await usesOf(appointmentId)).toEqual([
      'patient 27 14:00',
      'practitioner 27 14:00',
      'room 27 14:00',
      'room 27 14:20',
    ])
    const { rows } = await booking.database.owner.query(
      `select calendar_sequence, (select payload ->> 'insteadOfAt' from graphile_worker._private_jobs where key like '%' || $2) as instead
       from clinic.appointments where appointment_id = $1`,
      [appointmentId, `change ${appointmentId}`],
    )
    expect(rows).toEqual([{ calendar_sequence: 1, instead: '2026-11-27T08:00:00.000Z' }])
    await booking.hold(booking.at('demo-be'), { startAt: from })
  })

  test('by half its own length is possible: its own time is not in its way', async () => {
    const { manageToken } = await appoint(utc('2026-11-28T08:00'))
    const wish = { token: manageToken, startAt: utc('2026-11-28T08:15'), origin }
    const search = { token: manageToken, fromOn: '2026-11-28', toOn: '2026-11-28' }
    const found = await findMoveStarts(booking.at('demo-be'), search)
    const offered = 'days' in found ? found.days[0]!.starts.map((start) => start.startAt) : []
    expect(offered).toContain(wish.startAt)
    expect(offered).not.toContain(utc('2026-11-28T08:00'))
    expect(await moveAppointment(booking.at('demo-be'), wish)).toEqual({ moved: true, startAt: wish.startAt })
  })

  test('to a taken, closed or forbidden time changes nothing', async () => {
    const delayed = { ...nothingApplies, answers: { CI20: '2026-03-01' } }
    const { manageToken, appointmentId } = await appoint(utc('2027-03-23T09:00'), { screening: delayed })
    await appoint(utc('2027-03-25T09:00'))
    const uses = await usesOf(appointmentId)
    const before = await booking.countRows()
    const move = (startAt: number) => moveAppointment(booking.at('demo-be'), { token: manageToken, startAt, origin })
    expect(await move(utc('2027-03-25T09:00'))).toMatchObject({ refusal: 'SlotTaken', reason: 'Taken' })
    expect(await move(utc('2027-03-24T09:00'))).toMatchObject({ refusal: 'SlotTaken', reason: 'Closed' })
    expect(await move(utc('2026-11-27T09:00'))).toMatchObject({ refusal: 'VerdictForbids', rule: 'CI20' })
    expect(await booking.countRows()).toEqual(before)
    expect(await usesOf(appointmentId)).toEqual(uses)
  })

  test('to a time at which the patient is elsewhere changes nothing', async () => {
    const { manageToken, appointmentId } = await appoint(utc('2026-12-01T08:00'))
    await appoint(utc('2026-12-01T09:00'), { serviceId: 'treatment' })
    const uses = await usesOf(appointmentId)
    const wish = { token: manageToken, startAt: utc('2026-12-01T09:30'), origin }
    expect(await moveAppointment(booking.at('demo-be'), wish)).toEqual({ refusal: 'PatientElsewhere' })
    expect(await usesOf(appointmentId)).toEqual(uses)
  })

  test('of two who want the same time one gets it and the other stays where they were', async () => {
    const target = utc('2026-12-03T13:00')
    const both = [
      await appoint(utc('2026-12-03T08:00')),
      await appoint(utc('2026-12-03T09:00'), {}, { ...lea, givenName: 'Zoé' } as unknown as typeof lea),
    ]
    const answers = await Promise.all(
      both.map(({ manageToken }) =>
        moveAppointment(booking.at('demo-be'), { token: manageToken, startAt: target, origin }),
      ),
    )
    expect(answers.filter((answer) => 'moved' in answer)).toHaveLength(1)
    expect(answers.filter((answer) => 'refusal' in answer && answer.refusal === 'SlotTaken')).toHaveLength(1)
    for (const { appointmentId } of both) expect(await usesOf(appointmentId)).toHaveLength(4)
  })
})
