import { isSite, parseCourse } from '@pointille/healing'
import { indications, isTreatableIndication, startTreatment, zoneIds } from '@pointille/protocol'
import { expect, test } from 'vitest'
import { questionOf } from './course-input.ts'
import type { CoursePlan } from './course-plan.ts'
import type { DoneTreatment } from './course-view.ts'
import { listDone } from './done-treatments.ts'
import { marksOf } from './forecast-view.ts'
import { mayUsePrp } from './may-use-prp.ts'
import { daysLater } from './plain-days.ts'
import { readPlannerQuery } from './planner-query.ts'
import { listPublishedDepths } from './published-depths.ts'
import { siteOf } from './zone-site.ts'

const cheek = { zone: 'cheek-left', device: 'pen', depthMm: 1.5, passes: 6 } as const
const plan: CoursePlan = {
  indication: 'acne-scars',
  zones: [cheek],
  intervalDays: 28,
  treatmentsOn: ['2026-11-24', '2026-12-22'],
  prp: true,
}
const done: DoneTreatment = {
  treatmentId: 't',
  on: '2026-11-24',
  zones: [{ zone: 'cheek-left', device: 'roller', needleMm: 1, passes: 9 }],
  plasmaAfterMinutes: undefined,
  reports: [{ day: 2, redness: 2, swelling: 1, pain: 3 }],
}
const person = { ageYears: 38, phototype: 4 as const, done: [] }

test('every zone lies on a skin that the model knows', () => {
  for (const zone of zoneIds) expect(isSite(siteOf(zone)), zone).toBe(true)
  expect(siteOf('upper-arm-left')).toBe('upperArm')
  expect(siteOf('upper-back')).toBe('back')
})

test('a plan becomes a course that the model reads, plasma at each treatment to come', () => {
  const { course, observations, numbers } = questionOf(plan, cheek, 'cheek', person)
  expect(parseCourse(course)).toEqual({ course })
  expect(course.treatments).toEqual([
    { day: 0, device: 'pen', needleMm: 1.5, passes: 6, prp: { delayMinutes: 10, plateletFactor: 6 } },
    { day: 28, device: 'pen', needleMm: 1.5, passes: 6, prp: { delayMinutes: 10, plateletFactor: 6 } },
  ])
  expect([observations, numbers]).toEqual([[], [1, 2]])
})

test('what is done counts as it was done, and what the patient said then is an observation', () => {
  const { course, observations } = questionOf(plan, cheek, 'cheek', { ...person, done: [done] })
  expect(course.treatments[0]).toEqual({ day: 0, device: 'roller', needleMm: 1, passes: 9 })
  expect(observations).toEqual([{ day: 2, redness: 2, swelling: 1, pain: 3 }])
})

test('plasma that was put on counts by how long after the needles it came', () => {
  const { course } = questionOf(plan, cheek, 'cheek', { ...person, done: [{ ...done, plasmaAfterMinutes: 25 }] })
  expect(course.treatments[0]!.prp).toEqual({ delayMinutes: 25, plateletFactor: 6 })
})

test('a zone that was left out of a treatment is forecast without it, and its reports are not this zone’s', () => {
  const chin = { ...cheek, zone: 'chin' } as const
  const { course, observations, numbers } = questionOf(plan, chin, 'chin', { ...person, done: [done] })
  expect([course.treatments.map(({ day }) => day), observations, numbers]).toEqual([[28], [], [2]])
})

test('who has not been examined is forecast as phototype III', () => {
  expect(questionOf(plan, cheek, 'cheek', { ...person, phototype: undefined }).course.phototype).toBe(3)
})

test('reports stand on the days of their own treatment, for what they tell of', () => {
  const choice = { output: 'redness', treatment: 0, day: 3 } as const
  expect(marksOf([done], [1, 2], choice)).toEqual([{ day: 2, value: 2, by: 'patient' }])
  expect(marksOf([done], [1, 2], { ...choice, treatment: 1 })).toEqual([])
  expect(marksOf([done], [1, 2], { ...choice, output: 'improvement' })).toEqual([])
})

test('a treatment belongs to the course of its indication that had begun, and to one course only', () => {
  const state = (indication: 'acne-scars' | 'wrinkles') => ({
    ...startTreatment(),
    lastNeedlingAt: '2026-11-24T09:00:00Z',
    examination: {
      phototype: 3 as const,
      planHash: '',
      byDoctor: true,
      plan: {
        indication,
        zones: [{ ...cheek, passesLow: 6, passesHigh: 10, endpoint: 'erythemaOnly' as const, rounds: 1 }],
        glide: 'sterileGel' as const,
        numbing: 'none' as const,
      },
    },
    zones: [
      {
        zone: 'cheek-left' as const,
        status: 'finished' as const,
        closed: false,
        rounds: [
          { depthMm: 1, passes: 6 },
          { depthMm: 1.5, passes: 3 },
        ],
      },
    ],
  })
  const past = [
    { treatmentId: 'a', on: '2026-01-10', state: state('acne-scars'), reports: [] },
    { treatmentId: 'b', on: '2026-11-20', state: state('acne-scars'), reports: [] },
    { treatmentId: 'c', on: '2026-11-24', state: state('wrinkles'), reports: [] },
    { treatmentId: 'd', on: '2026-12-01', state: { ...state('acne-scars'), lastNeedlingAt: undefined }, reports: [] },
    { treatmentId: 'e', on: '2027-03-01', state: state('acne-scars'), reports: [] },
  ]
  const list = (nextFirstOn?: string) =>
    listDone(past, { indication: 'acne-scars', firstOn: '2026-11-24', nextFirstOn }, (on, days) => daysLater(on, -days))
  expect(list().map(({ treatmentId }) => treatmentId)).toEqual(['b', 'e'])
  expect(list('2027-03-02').map(({ treatmentId }) => treatmentId)).toEqual(['b'])
  expect(list()[0]!.zones).toEqual([{ zone: 'cheek-left', device: 'pen', needleMm: 1.17, passes: 9 }])
})

test('plasma needs a country that allows it and a stated purpose', () => {
  expect(mayUsePrp({ country: 'BE', prpPurpose: 'cicatrices' })).toBe('possible')
  expect(mayUsePrp({ country: 'BE', prpPurpose: ' ' })).toBe('off')
  expect(mayUsePrp({ country: 'FR', prpPurpose: 'cicatrices' })).toBe('prohibited')
  expect(mayUsePrp({ country: 'XX', prpPurpose: 'scars' })).toBe('off')
})

test('the planner knows the published depth of every zone for everything that is treated', () => {
  const published = listPublishedDepths()
  expect(Object.keys(published)).toEqual(indications.filter(isTreatableIndication))
  expect(published['acne-scars']['cheek-left']).toBeGreaterThan(0)
  expect(Object.keys(published.pores)).toEqual([...zoneIds])
})

test('an address that says nothing readable shows the usual: redness, day 3, the treatment in question', () => {
  const read = (text: string) => readPlannerQuery(new URLSearchParams(text), { treatments: 3, usualTreatment: 2 })
  const usual = { choice: { output: 'redness', treatment: 2, day: 3 }, mode: 'band' }
  for (const text of ['', 'day=-1&treatment=9', 'output=sex&view=pie&day=1e3']) expect(read(text)).toEqual(usual)
  expect(read('output=improvement&view=table&treatment=0')).toEqual({
    choice: { output: 'improvement', treatment: 0, day: 180 },
    mode: 'table',
  })
  expect(read('day=0&view=courses').choice.day).toBe(0)
})
