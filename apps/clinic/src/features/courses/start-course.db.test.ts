import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeTestDatabase, type TestDatabase } from '#platform/database/test-database.ts'
import { listCourses, readCourse, readPlannerPage, startCourse } from './index.server.ts'
import { saveCourse } from './save-course.server.ts'
import { makeTestCourses, type TestCourses, treatedAt, type Who } from './test-courses.queries.server.ts'

let database: TestDatabase
let on: TestCourses
let made = 0

beforeAll(async () => {
  database = await makeTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  made += 1
  on = await makeTestCourses(database, `start-courses-${made}`)
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
    await on.treat()
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
    expect(await on.rows('courses')).toBe(1)
    expect(await on.rows('course_versions')).toBe(1)
    expect(await start({}, courseId, on.otherPatientId)).toEqual({ refusal: 'CourseIdTaken' })
    expect(await start({}, 'not-an-id')).toEqual({ refusal: 'NoSuchPatient' })
    expect(await start({}, randomUUID(), randomUUID())).toEqual({ refusal: 'NoSuchPatient' })
  })
})

describe('who may', () => {
  test('only a doctor among the practitioners plans; a refusal writes its line and nothing else', async () => {
    const courseId = await started()
    const view = await read(courseId)
    const before = [await on.rows('courses'), await on.rows('course_versions')]
    for (const who of [
      { roles: ['frontDesk' as const] },
      { roles: ['owner' as const] },
      { roles: ['assistant' as const] },
      { roles: ['practitioner' as const], doctor: false },
    ]) {
      const told = await on.lines()
      expect(await start(who)).toEqual({ refusal: 'NotAllowed', action: 'planCourse' })
      expect(await saveCourse(on.caller(who), { courseId, baseVersion: 1, plan: view.plan })).toEqual({
        refusal: 'NotAllowed',
        action: 'planCourse',
      })
      expect((await on.lines()).slice(told.length)).toEqual(['planCourse refused', 'planCourse refused'])
    }
    expect([await on.rows('courses'), await on.rows('course_versions')]).toEqual(before)
  })

  test('the front desk and an owner without a care role never read one; an assistant only on the day of the visit', async () => {
    const courseId = await started()
    const refused = { refusal: 'NotAllowed', action: 'readRecord' }
    for (const who of [{ roles: ['frontDesk' as const] }, { roles: ['owner' as const] }]) {
      expect(await readCourse(on.caller(who), courseId)).toEqual(refused)
      expect(await listCourses(on.caller(who), on.patientId)).toEqual(refused)
    }
    expect(await readCourse(on.caller({ roles: ['assistant'], at: treatedAt + 3 * 86_400_000 }), courseId)).toEqual(
      refused,
    )
    expect((await read(courseId, { roles: ['assistant'], doctor: false })).me.mayPlan).toBe(false)
  })

  test('a course of another clinic is none', async () => {
    const courseId = await started()
    const elsewhere = await makeTestCourses(database, `elsewhere-${made}`)
    expect(await readCourse(elsewhere.caller(), courseId)).toBeUndefined()
    expect(await saveCourse(elsewhere.caller(), { courseId, baseVersion: 1, plan: {} })).toEqual({
      refusal: 'NoSuchCourse',
    })
    expect(await readCourse(on.caller(), 'not-an-id')).toBeUndefined()
  })
})

test('a treatment that took place is in the course with its reports, and moves the forecast of the page', async () => {
  const courseId = await started()
  const before = readPlannerPage(await read(courseId), new URLSearchParams(), 'fr')
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
  await on.treat()
  await on.report()
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
  const after = readPlannerPage(view, new URLSearchParams('day=1'), 'fr')
  expect(after.first.reports).toBe(1)
  expect(after.first.weight.effective).toBeLessThan(after.first.weight.of)
})
