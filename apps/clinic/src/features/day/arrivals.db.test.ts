import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '#features/access/index.server.ts'
import { makeTestClinic } from '#platform/database/test-clinic.ts'
import { derivedToken } from '#platform/http/sealed.server.ts'
import { readManageToken, registerArrival, registerNoShow } from './index.server.ts'
import { addVisit, makeTestDay } from './test-day.queries.server.ts'

let day: Awaited<ReturnType<typeof makeTestDay>>
beforeAll(async () => {
  day = await makeTestDay()
})
afterAll(() => day.database.close())

const minuteBefore = '2026-11-24T07:59:00Z'
const tenPast = '2026-11-24T08:10:00Z'

/** Visits of a clinic without occupancies may lie at one time. */
function book(status = 'booked'): Promise<string> {
  const { database, clinic } = day
  const times = { startsAt: '2026-11-24T08:00:00Z', endsAt: '2026-11-24T09:00:00Z' }
  return addVisit(database, clinic, { patientId: clinic.otherPatientId, status, ...times })
}

async function stored(appointmentId: string) {
  const { rows } = await day.database.owner.query(
    `select status, arrived_at as "arrivedAt" from clinic.appointments where appointment_id = $1`,
    [appointmentId],
  )
  return rows[0] as { status: string; arrivedAt: Date | null }
}

async function logged(appointmentId: string) {
  const { rows } = await day.database.owner.query(
    `select action, outcome, patient_id as "patientId" from clinic.audit_log where detail = $1 order by entry_id`,
    [`appointment ${appointmentId}`],
  )
  return rows
}

describe('an arrival', () => {
  test.each<Role>(['owner', 'practitioner', 'assistant', 'frontDesk'])(
    'is registered by the role %s, and logged',
    async (role) => {
      const id = await book()
      expect(await registerArrival(day.as(role, minuteBefore), id)).toEqual({ arrived: true })
      expect(await stored(id)).toEqual({ status: 'arrived', arrivedAt: new Date(minuteBefore) })
      expect(await logged(id)).toEqual([
        { action: 'registerArrival', outcome: 'allowed', patientId: day.clinic.otherPatientId },
      ])
    },
  )

  test('said twice is said once: the first time stays', async () => {
    const id = await book()
    await registerArrival(day.as('frontDesk', minuteBefore), id)
    expect(await registerArrival(day.as('frontDesk', tenPast), id)).toEqual({ arrived: true })
    expect((await stored(id)).arrivedAt).toEqual(new Date(minuteBefore))
  })

  test('after a no-show is an arrival all the same', async () => {
    const id = await book('noShow')
    expect(await registerArrival(day.as('frontDesk', tenPast), id)).toEqual({ arrived: true })
    expect((await stored(id)).status).toBe('arrived')
  })

  test.each(['cancelled', 'done', 'lapsed'])(
    'at an appointment that is %s is refused, and nothing changes',
    async (status) => {
      const id = await book(status)
      expect(await registerArrival(day.as('frontDesk', tenPast), id)).toEqual({ refusal: 'NotToArrive' })
      expect(await stored(id)).toEqual({ status, arrivedAt: null })
    },
  )

  test('at an unknown appointment, or by a text that is no id, is refused', async () => {
    const refused = { refusal: 'NoSuchAppointment' }
    expect(await registerArrival(day.as('frontDesk', tenPast), randomUUID())).toEqual(refused)
    expect(await registerArrival(day.as('frontDesk', tenPast), "1'; drop table")).toEqual(refused)
  })

  test('at another clinic’s appointment is refused: it is not there', async () => {
    const other = await makeTestClinic(day.database.owner, 'elsewhere')
    expect(await registerArrival(day.as('owner', tenPast), other.appointmentId)).toEqual({
      refusal: 'NoSuchAppointment',
    })
    expect((await stored(other.appointmentId)).status).toBe('booked')
  })

  test('is nothing that a patient or a visitor may say; only the refusal is written', async () => {
    const id = await book()
    expect(await registerArrival(day.asPatient(tenPast), id)).toMatchObject({ refusal: 'NotAllowed' })
    expect(await registerArrival(day.asNobody(tenPast), id)).toMatchObject({ refusal: 'NotAllowed' })
    expect(await stored(id)).toEqual({ status: 'booked', arrivedAt: null })
    expect((await logged(id)).map(({ outcome }) => outcome)).toEqual(['refused', 'refused'])
  })
})

describe('a no-show', () => {
  test('is marked once the patient is late', async () => {
    const id = await book()
    expect(await registerNoShow(day.as('frontDesk', '2026-11-24T08:05:00Z'), id)).toEqual({ refusal: 'NotLateYet' })
    expect((await stored(id)).status).toBe('booked')
    expect(await registerNoShow(day.as('frontDesk', '2026-11-24T08:05:01Z'), id)).toEqual({ missed: true })
    expect(await registerNoShow(day.as('frontDesk', tenPast), id)).toEqual({ missed: true })
    expect((await stored(id)).status).toBe('noShow')
  })

  test('cannot be marked of somebody who arrived, nor of a cancelled appointment', async () => {
    for (const status of ['arrived', 'inTreatment', 'cancelled']) {
      const id = await book(status)
      expect(await registerNoShow(day.as('frontDesk', tenPast), id)).toEqual({ refusal: 'NotToMiss' })
      expect((await stored(id)).status).toBe(status)
    }
  })

  test('is not for a patient to mark', async () => {
    const id = await book()
    expect(await registerNoShow(day.asPatient(tenPast), id)).toMatchObject({ refusal: 'NotAllowed' })
    expect((await stored(id)).status).toBe('booked')
  })
})

describe('the way to move or cancel', () => {
  test('opens for the desk until the appointment begins, and is logged', async () => {
    const id = await book()
    const answer = await readManageToken(day.as('frontDesk', minuteBefore), id)
    expect(answer).toEqual({ manageToken: derivedToken(day.database.house.secret, 'manageAppointment', id) })
    expect(await logged(id)).toMatchObject([{ action: 'moveAppointment', outcome: 'allowed' }])
    expect(await readManageToken(day.as('frontDesk', tenPast), id)).toEqual({ refusal: 'NotToMove' })
  })

  test('opens neither for a patient here, nor for one who arrived, nor for what does not exist', async () => {
    const id = await book()
    expect(await readManageToken(day.asPatient(minuteBefore), id)).toMatchObject({ refusal: 'NotAllowed' })
    const arrived = await book('arrived')
    expect(await readManageToken(day.as('owner', minuteBefore), arrived)).toEqual({ refusal: 'NotToMove' })
    expect(await readManageToken(day.as('owner', minuteBefore), 'x')).toEqual({ refusal: 'NoSuchAppointment' })
  })
})
