import { afterAll, beforeAll, expect, test } from 'vitest'
import { isNotAllowed } from '#features/records/index.server.ts'
import { append, connectAs, inTenant, nextEvent, type TestEvent } from '#platform/database/test-clinic.ts'
import type { Day } from './day.ts'
import { readDay } from './index.server.ts'
import { addVisit, makeTestDay } from './test-day.queries.server.ts'

let test24: Awaited<ReturnType<typeof makeTestDay>>
beforeAll(async () => {
  test24 = await makeTestDay()
  const { database, clinic } = test24
  const { roomId, practitionerId, otherPatientId } = clinic
  await addVisit(database, clinic, {
    patientId: otherPatientId,
    status: 'booked',
    startsAt: '2026-11-24T09:00:00Z',
    endsAt: '2026-11-24T10:00:00Z',
    uses: [
      { resourceId: roomId, phase: 'numbing', from: '2026-11-24T09:00:00Z', to: '2026-11-24T09:30:00Z' },
      { resourceId: roomId, phase: 'needling', from: '2026-11-24T09:30:00Z', to: '2026-11-24T10:00:00Z' },
      { resourceId: practitionerId, phase: 'needling', from: '2026-11-24T09:30:00Z', to: '2026-11-24T10:00:00Z' },
    ],
  })
  for (const status of ['held', 'lapsed', 'cancelled'])
    await addVisit(database, clinic, {
      patientId: otherPatientId,
      status,
      startsAt: '2026-11-24T13:00:00Z',
      endsAt: '2026-11-24T14:00:00Z',
    })
  // 23:30 in Brussels is the day before in UTC.
  await addVisit(database, clinic, {
    patientId: otherPatientId,
    status: 'booked',
    startsAt: '2026-12-01T23:30:00Z',
    endsAt: '2026-12-01T23:59:00Z',
  })
  await database.owner.query(`update clinic.patients set allergies_status = 'known' where patient_id = $1`, [
    otherPatientId,
  ])
})
afterAll(() => test24.database.close())

async function read(caller: Parameters<typeof readDay>[0], on: string): Promise<Day> {
  const day = await readDay(caller, on)
  if (isNotAllowed(day)) throw new Error('not allowed')
  return day
}

test('the day shows whom it expects in order, and neither holds nor cancelled appointments', async () => {
  const day = await read(test24.as('frontDesk', '2026-11-24T07:00:00Z'), '2026-11-24')
  expect(day.appointments.map(({ startsAt }) => new Date(startsAt).toISOString())).toEqual([
    '2026-11-24T08:00:00.000Z',
    '2026-11-24T09:00:00.000Z',
  ])
  expect(day.appointments[1]).toMatchObject({ room: 'Salle 1', verdictKind: 'needsClinician', isLate: false })
  expect(day.appointments[1]?.uses).toHaveLength(3)
  expect(day.elsewhere).toBeUndefined()
})

test('somebody is late six minutes after the hour, not five', async () => {
  const isLate = async (now: string) =>
    (await read(test24.as('owner', now), '2026-11-24')).appointments.map((visit) => visit.isLate)
  expect(await isLate('2026-11-24T08:05:00Z')).toEqual([false, false])
  expect(await isLate('2026-11-24T08:06:00Z')).toEqual([true, false])
})

test('allergies are told to who may read that record: a practitioner, an assistant on the day, never the front desk', async () => {
  const known = async (role: 'practitioner' | 'assistant' | 'frontDesk' | 'owner', now: string) =>
    (await read(test24.as(role, now), '2026-11-24')).appointments[1]?.hasKnownAllergies
  expect(await known('practitioner', '2026-11-20T08:00:00Z')).toBe(true)
  expect(await known('assistant', '2026-11-24T08:00:00Z')).toBe(true)
  expect(await known('assistant', '2026-11-20T08:00:00Z')).toBe(false)
  expect(await known('frontDesk', '2026-11-24T08:00:00Z')).toBe(false)
  expect(await known('owner', '2026-11-24T08:00:00Z')).toBe(false)
})

test('an empty day says when the clinic is open, where the next appointment is, and counts the week by local days', async () => {
  const day = await read(test24.as('owner', '2026-11-24T08:00:00Z'), '2026-11-25')
  expect(day.appointments).toEqual([])
  expect(day.opening).toEqual([])
  expect(day.elsewhere?.nextOn).toBe('2026-12-02')
  expect(day.elsewhere?.week.map(({ appointments }) => appointments)).toEqual([2, 0, 0, 0, 0, 0, 0])
  const week = (await read(test24.as('owner', '2026-11-24T08:00:00Z'), '2026-12-01')).elsewhere?.week
  expect(week?.find(({ on }) => on === '2026-12-02')?.appointments).toBe(1)
})

test('a closure names itself, and the day is closed although its weekday is not', async () => {
  const { database, clinic } = test24
  await database.owner.query(
    `insert into clinic.closures (clinic_id, closed_on, kind, name_fr, name_en) values ($1, '2026-12-08', 'holiday', 'fête', 'feast')`,
    [clinic.clinicId],
  )
  const day = await read(test24.as('owner', '2026-11-24T08:00:00Z'), '2026-12-08')
  expect(day.closure).toEqual({ kind: 'holiday', name: 'fête' })
  expect(day.opening).toEqual([])
})

test('cream on the skin is due from its start until it is off, and consent and needling are told as they come', async () => {
  const { database, clinic } = test24
  const app = await connectAs(database.ownerUrl, 'app')
  let previous: TestEvent | undefined
  const happened = (kind: string, more: Record<string, unknown> = {}) => {
    previous = nextEvent(clinic, previous, kind, more)
    const event = previous
    return inTenant(app, clinic.clinicId, () => append(app, clinic, event))
  }
  const due = async () => {
    const day = await read(test24.as('assistant', '2026-11-24T08:40:00Z'), '2026-11-24')
    return { due: day.due, steps: day.appointments[0]?.steps }
  }
  try {
    expect(await due()).toEqual({ due: [], steps: { consent: 'ahead', numbing: undefined, needling: 'ahead' } })
    const product = { product: 'lidocaine-prilocaine-2.5', grams: 5, areaCm2: 40 }
    await happened('numbingStarted', { ...product, appliedAt: '2026-11-24T08:15:00.000Z' })
    const onSkin = await due()
    expect(onSkin.steps?.numbing).toBe('now')
    expect(onSkin.due).toEqual([
      {
        appointmentId: clinic.appointmentId,
        patientName: 'MARTIN-day-0 L.',
        room: undefined,
        appliedAt: Date.parse('2026-11-24T08:15:00Z'),
        // The visit has no numbing phase of its own: the product's earliest time counts, 30 minutes.
        removeAt: Date.parse('2026-11-24T08:45:00Z'),
        stopAt: Date.parse('2026-11-24T13:15:00Z'),
      },
    ])
    await happened('numbingRemoved')
    expect(await due()).toMatchObject({ due: [], steps: { numbing: 'done', needling: 'ahead' } })
  } finally {
    await app.end()
  }
})

test('a patient and a visitor do not read the day', async () => {
  expect(await readDay(test24.asPatient('2026-11-24T08:00:00Z'), '2026-11-24')).toMatchObject({ refusal: 'NotAllowed' })
  expect(await readDay(test24.asNobody('2026-11-24T08:00:00Z'), '2026-11-24')).toMatchObject({ refusal: 'NotAllowed' })
})
