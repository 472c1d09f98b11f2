import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readPatientRecord } from '#features/treatments/index.server.ts'
import { makeTestDatabase, type TestDatabase } from '#platform/database/test-database.ts'
import { draftOf } from './course-draft.ts'
import type { CoursePlan } from './course-plan.ts'
import { explainSaving, listCourses, readCourse, saveDraft, startCourse } from './index.server.ts'
import { saveCourse } from './save-course.server.ts'
import { makeTestCourses, type TestCourses, type Who } from './test-courses.queries.server.ts'

let database: TestDatabase
let on: TestCourses
let made = 0

beforeAll(async () => {
  database = await makeTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  made += 1
  on = await makeTestCourses(database, `save-courses-${made}`)
})

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

describe('saving', () => {
  const change = (plan: CoursePlan, more: Partial<CoursePlan>) => ({ ...plan, ...more })

  test('adds a version and keeps the one before; the record says that somebody planned', async () => {
    const courseId = await started()
    const { plan } = await read(courseId)
    expect(
      await saveCourse(on.caller(), { courseId, baseVersion: 1, plan: change(plan, { intervalDays: 35 }) }),
    ).toEqual({ version: 2 })
    expect((await read(courseId)).plan.intervalDays).toBe(35)
    expect(await on.rows('course_versions')).toBe(2)
    expect(await on.lines()).toContain('planCourse allowed')
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
    expect(await on.rows('course_versions')).toBe(2)
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
    expect(await on.rows('course_versions')).toBe(2)
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
    expect(await on.rows('course_versions')).toBe(1)
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
    await on.statePurpose()
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
