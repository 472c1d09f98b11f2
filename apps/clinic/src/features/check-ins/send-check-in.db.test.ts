import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readRedFlagCount, readRedFlags, sendCheckIn } from './index.server.ts'
import { makeTestFollowUp } from './test-follow-up.queries.server.ts'

let follow: Awaited<ReturnType<typeof makeTestFollowUp>>
beforeAll(async () => {
  follow = await makeTestFollowUp()
})
afterAll(() => follow.database.close())

const day3 = '2026-11-27T10:00:00Z'
const calm = { day: 3, redness: 'mild', swelling: 'none', painScore: 1, redFlags: [] }
const report = (answers: object, checkInId: string = randomUUID()) => ({
  checkInId,
  treatmentId: follow.clinic.treatmentId,
  answers,
})

async function count(): Promise<number> {
  const { rows } = await follow.database.owner.query(`select count(*)::int as n from clinic.check_ins`)
  return rows[0].n
}

test('a day report is stored with its level, and its access is logged', async () => {
  const sending = report(calm)
  expect(await sendCheckIn(follow.asPatient(day3), sending)).toMatchObject({ ...calm, careLevel: 'none' })
  const { rows } = await follow.database.owner.query(
    `select day, redness, pain_score, red_flags, care_level, patient_id from clinic.check_ins where check_in_id = $1`,
    [sending.checkInId],
  )
  expect(rows).toEqual([
    { day: 3, redness: 'mild', pain_score: 1, red_flags: [], care_level: 'none', patient_id: follow.clinic.patientId },
  ])
  const log = await follow.database.owner.query(
    `select actor_kind, outcome from clinic.audit_log where action = 'sendCheckIn' and patient_id = $1`,
    [follow.clinic.patientId],
  )
  expect(log.rows).toContainEqual({ actor_kind: 'patient', outcome: 'allowed' })
})

test('sending twice is sending once: the first answers stay, also against other ones', async () => {
  const sending = report(calm)
  await sendCheckIn(follow.asPatient(day3), sending)
  const before = await count()
  const again = await sendCheckIn(follow.asPatient(day3), report({ ...calm, redFlags: ['pus'] }, sending.checkInId))
  expect(again).toMatchObject({ redFlags: [], careLevel: 'none' })
  expect(await count()).toBe(before)
})

test.each([
  [['fever'], 'callToday'],
  [['pus', 'breathing'], 'emergency'],
])('the signs %j are on the team’s list as soon as they are sent, as %s', async (redFlags, level) => {
  const waiting = await readRedFlagCount(follow.as('frontDesk', day3))
  const sending = report({ ...calm, redFlags })
  await sendCheckIn(follow.asPatient(day3), sending)
  expect(await readRedFlagCount(follow.as('frontDesk', day3))).toBe(waiting + 1)
  const list = await readRedFlags(follow.as('practitioner', day3))
  expect(list).toContainEqual(expect.objectContaining({ checkInId: sending.checkInId, careLevel: level }))
})

test('a past day can still be filled; a day to come cannot, whatever the device’s clock says', async () => {
  expect(await sendCheckIn(follow.asPatient(day3), report({ ...calm, day: 1 }))).toMatchObject({ day: 1 })
  const before = await count()
  const early = await sendCheckIn(follow.asPatient(day3), report({ ...calm, day: 5 }))
  expect(early).toEqual({ refusal: 'DayNotReached', day: 5, today: 3 })
  expect(await count()).toBe(before)
})

test.each([
  ['a day that is not asked', { day: 4 }],
  ['an unknown sign', { redFlags: ['itching'] }],
  ['a pain of eleven', { painScore: 11 }],
  ['no redness', { redness: undefined }],
])('%s is refused, and nothing is written', async (_, wrong) => {
  const before = await count()
  expect(await sendCheckIn(follow.asPatient(day3), report({ ...calm, ...wrong }))).toMatchObject({
    refusal: 'InvalidCheckIn',
  })
  expect(await count()).toBe(before)
})

test('a treatment of somebody else, of nobody, or not sealed yet is not there', async () => {
  const before = await count()
  const gone = { refusal: 'NoSuchTreatment' }
  expect(await sendCheckIn(follow.asPatient(day3, follow.clinic.otherPatientId), report(calm))).toEqual(gone)
  expect(await sendCheckIn(follow.asPatient(day3), { ...report(calm), treatmentId: randomUUID() })).toEqual(gone)
  expect(await sendCheckIn(follow.asPatient(day3), { ...report(calm), treatmentId: 'x' })).toEqual(gone)
  expect(await sendCheckIn(follow.asPatient(day3), { ...report(calm), checkInId: 'x' })).toEqual(gone)
  expect(await count()).toBe(before)
})

test('an id that another patient’s report has is not answered with that report', async () => {
  const sending = report(calm)
  await sendCheckIn(follow.asPatient(day3), sending)
  const stranger = await sendCheckIn(follow.asPatient(day3, follow.clinic.otherPatientId), sending)
  expect(stranger).toEqual({ refusal: 'NoSuchTreatment' })
})

test('only a patient sends a check-in', async () => {
  const before = await count()
  for (const caller of [follow.as('practitioner', day3), follow.as('owner', day3), follow.asNobody(day3)])
    expect(await sendCheckIn(caller, report(calm))).toMatchObject({ refusal: 'NotAllowed' })
  expect(await count()).toBe(before)
})
