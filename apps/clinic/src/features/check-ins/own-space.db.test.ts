import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isNotAllowed } from '#features/records/index.server.ts'
import { derivedToken } from '#platform/http/sealed.server.ts'
import { readHelp, readOwnAccessLog, readOwnDay, readOwnSpace, readRedFlags, sendCheckIn } from './index.server.ts'
import { makeTestFollowUp } from './test-follow-up.queries.server.ts'

let follow: Awaited<ReturnType<typeof makeTestFollowUp>>
beforeAll(async () => {
  follow = await makeTestFollowUp()
})
afterAll(() => follow.database.close())

const day3 = '2026-11-27T10:00:00Z'

function allowed<T>(answer: T): Exclude<T, { refusal: 'NotAllowed' }> {
  if (isNotAllowed(answer)) throw new Error('not allowed')
  return answer as Exclude<T, { refusal: 'NotAllowed' }>
}

const send = (at: string, day: number, redFlags: string[]) =>
  sendCheckIn(follow.asPatient(at), {
    checkInId: randomUUID(),
    treatmentId: follow.clinic.treatmentId,
    answers: { day, redness: 'none', swelling: 'none', painScore: 0, redFlags },
  })

test('the space shows each planned day with what was sent, and what was done', async () => {
  await send('2026-11-25T10:00:00Z', 1, [])
  const { treatments } = allowed(await readOwnSpace(follow.asPatient(day3)))
  expect(treatments).toHaveLength(1)
  expect(treatments[0]).toMatchObject({ today: 3, facts: { lots: ['L2405-B'], byName: 'Dr Test' } })
  expect(treatments[0]?.facts.activesSafeFromAt).toBe(Date.parse('2026-11-27T09:00:00Z'))
  expect(treatments[0]?.days.map(({ day, on, sent }) => [day, on, sent !== undefined])).toEqual([
    [1, '2026-11-25', true],
    [2, '2026-11-26', false],
    [3, '2026-11-27', false],
    [5, '2026-11-29', false],
    [7, '2026-12-01', false],
    [14, '2026-12-08', false],
  ])
})

test('a later report of the same day does not soften a red flag: the gravest stays beside the latest', async () => {
  await send('2026-11-26T10:00:00Z', 2, ['breathing'])
  await send('2026-11-26T11:00:00Z', 2, ['pus'])
  await send('2026-11-26T12:00:00Z', 2, [])
  const own = allowed(await readOwnDay(follow.asPatient(day3), follow.clinic.treatmentId, 2))
  const day2 = own?.treatment.days.find(({ day }) => day === 2)
  expect(day2?.sent?.careLevel).toBe('none')
  expect(day2?.gravest?.redFlags).toEqual(['breathing'])
  const { openRedFlags } = allowed(await readOwnSpace(follow.asPatient(day3)))
  expect(openRedFlags.map(({ careLevel }) => careLevel)).toEqual(['emergency', 'callToday'])
})

test('appointments to come have the link that manages them; past and cancelled ones are not to come', async () => {
  const { owner, house } = follow.database
  const add = async (startsAt: string, status: string) => {
    const id = randomUUID()
    await owner.query(
      `insert into clinic.appointments (clinic_id, appointment_id, service_id, status, starts_at, ends_at, patient_id, language, held_at, hold_expires_at, verdict_kind)
       values ($1, $2, 'treatment', $3, $4, $4::timestamptz + interval '1 hour', $5, 'fr', $4, $4, 'allow')`,
      [follow.clinic.clinicId, id, status, startsAt, follow.clinic.patientId],
    )
    return id
  }
  const coming = await add('2026-12-22T09:30:00Z', 'booked')
  await add('2026-12-23T09:30:00Z', 'cancelled')
  await add('2026-11-01T09:30:00Z', 'booked')
  const { appointments } = allowed(await readOwnSpace(follow.asPatient(day3)))
  expect(appointments).toEqual([
    {
      appointmentId: coming,
      startsAt: Date.parse('2026-12-22T09:30:00Z'),
      service: 'Séance',
      practitioner: undefined,
      manageToken: derivedToken(house.secret, 'manageAppointment', coming),
    },
  ])
})

test('another patient sees nothing of it, and a member has no space of their own', async () => {
  const other = follow.asPatient(day3, follow.clinic.otherPatientId)
  expect(await readOwnSpace(other)).toEqual({ treatments: [], appointments: [], openRedFlags: [], readings: 0 })
  expect(await readOwnDay(other, follow.clinic.treatmentId, 3)).toBeUndefined()
  expect(await readOwnDay(other, 'no id', 3)).toBeUndefined()
  expect(await readOwnSpace(follow.as('practitioner', day3))).toMatchObject({ refusal: 'NotAllowed' })
  expect(await readOwnAccessLog(follow.asNobody(day3))).toMatchObject({ refusal: 'NotAllowed' })
})

test('the patient reads who of the team opened the record, by day and act, and their own readings do not crowd it', async () => {
  await send(day3, 3, ['fever'])
  await readRedFlags(follow.as('practitioner', day3))
  await readRedFlags(follow.as('practitioner', day3))
  await readOwnSpace(follow.asPatient(day3))
  const lines = allowed(await readOwnAccessLog(follow.asPatient(day3)))
  expect(lines.every(({ actorName }) => actorName === 'Dr Test')).toBe(true)
  const [line] = lines
  expect(line).toMatchObject({ on: '2026-11-27', action: 'readRecord', outcome: 'allowed' })
  expect(line?.times).toBeGreaterThanOrEqual(2)
  const { readings } = allowed(await readOwnSpace(follow.asPatient(day3)))
  expect(readings).toBe(lines.reduce((sum, one) => sum + one.times, 0))
})

test('help has the clinic’s telephone and its country’s emergency numbers', async () => {
  const { owner, house } = follow.database
  expect(await readHelp(follow.asPatient(day3))).toMatchObject({ phone: '+32 2 555 01 00', emergencyNumbers: ['112'] })
  await owner.query(`update clinic.profiles set country = 'FR' where clinic_id = $1`, [follow.clinic.clinicId])
  house.cache.clear(follow.clinic.clinicId)
  expect((await readHelp(follow.asPatient(day3))).emergencyNumbers).toEqual(['15', '112'])
})
