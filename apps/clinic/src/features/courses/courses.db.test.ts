import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { appendEvents, readPatientRecord } from '#features/treatments/index.server.ts'
import { makeTestDatabase, type TestDatabase } from '../../platform/database/test-database.ts'
import {
  makeTestTreatment,
  startAt,
  stepsToSeal,
  type TestTreatment,
} from '../treatments/test-treatment.queries.server.ts'
import { draftOf } from './course-draft.ts'
import type { CoursePlan } from './course-plan.ts'
import { explainSaving, listCourses, readCourse, readPlannerPage, saveDraft, startCourse } from './index.server.ts'
import { saveCourse } from './save-course.server.ts'

let database: TestDatabase
let on: TestTreatment
let made = 0

beforeAll(async () => {
  database = await makeTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  made += 1
  on = await makeTestTreatment(database, `courses-${made}`)
  await database.owner.query(
    `insert into clinic.opening_hours (clinic_id, weekday, opens, closes) select $1, day, '09:00', '18:00' from generate_series(1, 5) day`,
    [on.clinicId],
  )
})

type Who = Parameters<TestTreatment['caller']>[0]
const start = (who: Who = {}, courseId: string = randomUUID(), patientId = on.patientId) =>
  startCourse(on.caller(who), { courseId, patientId, indication: 'acne-scars' })

async function started(): Promise<string> {
  const course = await start()
  if ('refusal' in course) throw new Error(course.refusal)
  return course.courseId
}

async function read(courseId: string, who: Who = {}) {
  const view = await readCourse(on.caller(who), courseId)
  if (view === undefined || 'refusal' in view) throw new Error('unreadable')
  return view
}

const rows = async (table: string) =>
  Number(
    (await database.owner.query(`select count(*) from clinic.${table} where clinic_id = $1`, [on.clinicId])).rows[0]
      .count,
  )
const lines = async () =>
  (
    await database.owner.query(
      'select action, outcome from clinic.audit_log where clinic_id = $1 and patient_id = $2 order by entry_id',
      [on.clinicId, on.patientId],
    )
  ).rows.map(({ action, outcome }) => `${action} ${outcome}`)

describe('starting a course', () => {
  test('of somebody never examined: the usual zones, three treatments four weeks apart, on open days', async () => {
    const view = await read(await started())
    expect(view).toMatchObject({
      version: 1,
      savedByName: 'Dr Test',
      phototype: undefined,
      done: [],
      me: { mayPlan: true },
    })
    expect(view.plan.zones.map(({ zone, device }) => `${zone} ${device}`)).toEqual([
      'cheek-left pen',
      'cheek-right pen',
    ])
    expect(view.plan.treatmentsOn).toEqual(['2026-11-25', '2026-12-23', '2027-01-20'])
  })

  test('after a treatment: what was planned there, and not before the skin has had its interval', async () => {
    await appendEvents(
      on.caller(),
      on.treatmentId,
      stepsToSeal('0900').map((step) => on.event(step)),
    )
    const view = await read(await started())
    expect(view.plan.zones.map(({ zone, depthMm, passes }) => [zone, depthMm, passes])).toEqual([
      ['chin', 1.5, 2],
      ['forehead', 0.75, 2],
    ])
    expect(view.phototype).toBe(3)
    expect(view.plan.treatmentsOn[0]).toBe('2026-12-22')
    expect(view.done).toEqual([])
  })

  test('twice with one id is one course; an id of somebody else’s course is refused', async () => {
    const courseId = await started()
    expect(await start({}, courseId)).toEqual({ courseId })
    expect(await rows('courses')).toBe(1)
    expect(await rows('course_versions')).toBe(1)
    expect(await start({}, courseId, on.otherPatientId)).toEqual({ refusal: 'CourseIdTaken' })
    expect(await start({}, 'not-an-id')).toEqual({ refusal: 'NoSuchPatient' })
    expect(await start({}, randomUUID(), randomUUID())).toEqual({ refusal: 'NoSuchPatient' })
  })
})

describe('who may', () => {
  test('only a doctor among the practitioners plans; a refusal writes its line and nothing else', async () => {
    const courseId = await started()
    const view = await read(courseId)
    const before = [await rows('courses'), await rows('course_versions')]
    for (const who of [
      { roles: ['frontDesk' as const] },
      { roles: ['owner' as const] },
      { roles: ['assistant' as const] },
      { roles: ['practitioner' as const], doctor: false },
    ]) {
      const told = await lines()
      expect(await start(who)).toEqual({ refusal: 'NotAllowed', action: 'planCourse' })
      expect(await saveCourse(on.caller(who), { courseId, baseVersion: 1, plan: view.plan })).toEqual({
        refusal: 'NotAllowed',
        action: 'planCourse',
      })
      expect((await lines()).slice(told.length)).toEqual(['planCourse refused', 'planCourse refused'])
    }
    expect([await rows('courses'), await rows('course_versions')]).toEqual(before)
  })

  test('the front desk and an owner without a care role never read one; an assistant only on the day of the visit', async () => {
    const courseId = await started()
    const refused = { refusal: 'NotAllowed', action: 'readRecord' }
    for (const who of [{ roles: ['frontDesk' as const] }, { roles: ['owner' as const] }]) {
      expect(await readCourse(on.caller(who), courseId)).toEqual(refused)
      expect(await listCourses(on.caller(who), on.patientId)).toEqual(refused)
    }
    expect(await readCourse(on.caller({ roles: ['assistant'], at: startAt + 3 * 86_400_000 }), courseId)).toEqual(
      refused,
    )
    expect((await read(courseId, { roles: ['assistant'], doctor: false })).me.mayPlan).toBe(false)
  })

  test('a course of another clinic is none', async () => {
    const courseId = await started()
    const elsewhere = await makeTestTreatment(database, `elsewhere-${made}`)
    expect(await readCourse(elsewhere.caller(), courseId)).toBeUndefined()
    expect(await saveCourse(elsewhere.caller(), { courseId, baseVersion: 1, plan: {} })).toEqual({
      refusal: 'NoSuchCourse',
    })
    expect(await readCourse(on.caller(), 'not-an-id')).toBeUndefined()
  })
})

describe('saving', () => {
  const change = (plan: CoursePlan, more: Partial<CoursePlan>) => ({ ...plan, ...more })

  test('adds a version and keeps the one before; the record says that somebody planned', async () => {
    const courseId = await started()
    const { plan } = await read(courseId)
    expect(
      await saveCourse(on.caller(), { courseId, baseVersion: 1, plan: change(plan, { intervalDays: 35 }) }),
    ).toEqual({ version: 2 })
    expect((await read(courseId)).plan.intervalDays).toBe(35)
    expect(await rows('course_versions')).toBe(2)
    expect(await lines()).toContain('planCourse allowed')
    const record = await readPatientRecord(on.caller(), on.patientId)
    expect(record && 'accesses' in record && record.accesses.some(({ action }) => action === 'planCourse')).toBe(true)
    expect(await listCourses(on.caller(), on.patientId)).toEqual([
      { courseId, indication: 'acne-scars', count: 3, firstOn: '2026-11-25', lastOn: '2027-01-20' },
    ])
  })

  test('from a version that somebody has passed is refused with what stands there now; nothing is overwritten', async () => {
    const courseId = await started()
    const { plan } = await read(courseId)
    await saveCourse(on.caller(), { courseId, baseVersion: 1, plan: change(plan, { intervalDays: 35 }) })
    const late = await saveCourse(on.caller(), { courseId, baseVersion: 1, plan: change(plan, { intervalDays: 21 }) })
    expect(late).toMatchObject({
      refusal: 'CourseChanged',
      version: 2,
      stored: { intervalDays: 35 },
      byName: 'Dr Test',
    })
    expect(await saveCourse(on.caller(), { courseId, baseVersion: 9, plan })).toMatchObject({
      refusal: 'CourseChanged',
      version: 2,
    })
    expect(await rows('course_versions')).toBe(2)
  })

  test('two at once: one is saved, the other is told', async () => {
    const courseId = await started()
    const { plan } = await read(courseId)
    const answers = await Promise.all(
      [21, 35, 42].map((intervalDays) =>
        saveCourse(on.caller(), { courseId, baseVersion: 1, plan: change(plan, { intervalDays }) }),
      ),
    )
    expect(answers.filter((answer) => 'version' in answer && !('refusal' in answer))).toHaveLength(1)
    expect(answers.filter((answer) => 'refusal' in answer && answer.refusal === 'CourseChanged')).toHaveLength(2)
    expect(await rows('course_versions')).toBe(2)
  })

  test('the draft of a conflict takes the chosen fields from what is stored, and is saved after it', async () => {
    const courseId = await started()
    const view = await read(courseId)
    const mine = { ...draftOf(view.plan, view.me.memberId, 'fr'), intervalDays: '21', passes: '8' }
    await saveCourse(on.caller(), { courseId, baseVersion: 1, plan: change(view.plan, { intervalDays: 35 }) })
    const refused = await saveDraft(on.caller(), { courseId, baseVersion: 1, draft: mine, taken: new Set() })
    if (!('refused' in refused)) throw new Error('saved')
    expect(explainSaving(refused, 'fr')).toMatchObject({
      status: 409,
      answer: { draft: mine, conflict: { version: 2, stored: { intervalDays: '35' } } },
    })
    const saved = await saveDraft(on.caller(), {
      courseId,
      baseVersion: 2,
      draft: mine,
      taken: new Set(['intervalDays']),
    })
    expect(saved).toMatchObject({ version: 3 })
    expect((await read(courseId)).plan).toMatchObject({ intervalDays: 35, zones: [{ passes: 8 }, { passes: 8 }] })
  })

  test('a depth above the published range needs who and why; without, nothing is written', async () => {
    const courseId = await started()
    const { plan, doctors } = await read(courseId)
    expect(doctors).toEqual([{ memberId: on.memberId, name: 'Dr Test' }])
    const deep = (decision?: object) =>
      plan.zones.map((zone) => ({ ...zone, depthMm: 2.75, ...(decision ? { decision } : {}) }))
    const refused = await saveCourse(on.caller(), { courseId, baseVersion: 1, plan: { ...plan, zones: deep() } })
    expect(refused).toMatchObject({
      refusal: 'InvalidCourse',
      field: 'zones.0.depthMm',
      limit: 'published-depth-or-reason',
    })
    const decision = { reason: 'Cicatrices en pic à glace', byMember: on.memberId }
    expect(await rows('course_versions')).toBe(1)
    expect(
      await saveCourse(on.caller(), { courseId, baseVersion: 1, plan: { ...plan, zones: deep(decision) } }),
    ).toEqual({ version: 2 })
    expect((await read(courseId)).plan.zones[0]).toMatchObject({ depthMm: 2.75, decision })
  })

  test('plasma is planned only where the clinic’s director has stated a purpose', async () => {
    const courseId = await started()
    const { plan, prp } = await read(courseId)
    expect(prp).toBe('off')
    expect(await saveCourse(on.caller(), { courseId, baseVersion: 1, plan: { ...plan, prp: true } })).toEqual({
      refusal: 'PrpNotAllowed',
      why: 'off',
    })
    await database.owner.query(`update clinic.profiles set prp_purpose = 'cicatrices' where clinic_id = $1`, [
      on.clinicId,
    ])
    await database.house.changed(on.clinicId)
    await expect.poll(async () => (await read(courseId)).prp, { timeout: 10_000 }).toBe('possible')
    expect(await saveCourse(on.caller(), { courseId, baseVersion: 1, plan: { ...plan, prp: true } })).toEqual({
      version: 2,
    })
  })

  test('what is stored is out of reach of every change', async () => {
    const courseId = await started()
    for (const change of [
      'update clinic.course_versions set version = 7',
      'delete from clinic.course_versions',
      'truncate clinic.course_versions',
    ])
      await expect(
        database.owner.query(
          `${change}${change.startsWith('truncate') ? '' : ' where course_id = $1'}`,
          change.startsWith('truncate') ? [] : [courseId],
        ),
      ).rejects.toThrow(/append-only/)
  })
})

test('a treatment that took place is in the course with its reports, and moves the forecast of the page', async () => {
  const courseId = await started()
  const before = readPlannerPage(await read(courseId), new URLSearchParams())
  expect(before.first).toMatchObject({
    mode: 'band',
    zone: 'cheek-left',
    numbers: [1, 2, 3],
    reports: 0,
    choice: { day: 3, treatment: 0 },
  })
  const { plan } = await read(courseId)
  const zones = plan.zones.map((zone, at) => ({
    ...zone,
    zone: at === 0 ? ('chin' as const) : ('forehead' as const),
    depthMm: 0.75,
  }))
  await saveCourse(on.caller(), { courseId, baseVersion: 1, plan: { ...plan, zones } })
  await appendEvents(
    on.caller(),
    on.treatmentId,
    stepsToSeal('0901').map((step) => on.event(step)),
  )
  await database.owner.query(
    `insert into clinic.check_ins (clinic_id, check_in_id, treatment_id, patient_id, day, redness, swelling, pain_score, red_flags, care_level, sent_at)
     values ($1, $2, $3, $4, 1, 'marked', 'mild', 2, '{}', 'none', now())`,
    [on.clinicId, randomUUID(), on.treatmentId, on.patientId],
  )
  const view = await read(courseId)
  expect(view.plan.treatmentsOn[0]).toBe('2026-11-24')
  expect(view.done).toMatchObject([
    {
      on: '2026-11-24',
      zones: [
        { zone: 'chin', needleMm: 1.5, passes: 6 },
        { zone: 'forehead', needleMm: 0.75, passes: 3 },
      ],
      reports: [{ day: 1, redness: 2, swelling: 1, pain: 2 }],
    },
  ])
  const after = readPlannerPage(view, new URLSearchParams('day=1'))
  expect(after.first.reports).toBe(1)
  expect(after.first.weight.effective).toBeLessThan(after.first.weight.of)
})
