import { mayBook, replay } from '@pointille/protocol'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { checkCoursePlan } from '#features/courses/index.ts'
import { localTime } from '#platform/languages/dates.ts'
import { demoClinics } from '../demo-clinics.ts'
import type { DemoHistory, DemoVisit } from './demo-history.ts'
import type { DemoIds } from './story.ts'
import { tellDemoBe } from './tell-demo-be.ts'
import { tellDemoFr } from './tell-demo-fr.ts'

const [belgian, french] = demoClinics as [(typeof demoClinics)[number], (typeof demoClinics)[number]]
const doctorId = '00000000-0000-4000-8000-000000000001'
const otherId = '00000000-0000-4000-8000-000000000002'

function idsOf({ resources, team }: typeof belgian): DemoIds {
  return {
    resourceIds: new Map(resources.map(({ key }) => [key, key])),
    memberIds: new Map(team.map(({ key, doctor }) => [key, doctor ? doctorId : otherId])),
  }
}

const tellBe = (nowAt: number) => tellDemoBe({ clinic: belgian, ids: idsOf(belgian), nowAt })
const tellFr = (nowAt: number) => tellDemoFr({ clinic: french, ids: idsOf(french), nowAt })

/** A fortnight in steps that walk through the hours of every weekday; the summer clock ends in it. */
const moments = Array.from({ length: 32 }, (_, at) => Date.parse('2026-10-19T00:03:11Z') + at * 631 * 60_000)
const histories = {
  BE: moments.map((nowAt) => ({ nowAt, history: tellBe(nowAt) })),
  FR: moments.map((nowAt) => ({ nowAt, history: tellFr(nowAt) })),
}

describe.each([
  ['Cabinet Lumen', tellBe, histories.BE],
  ['Cabinet Morel', tellFr, histories.FR],
] as const)('whatever the weekday and the hour of the first start, at %s', (_, tell, told) => {
  test('nothing has happened yet that lies ahead', () => {
    for (const { nowAt, history } of told)
      for (const instant of pastInstants(history)) expect(instant).toBeLessThanOrEqual(nowAt)
  })

  test('each treatment is legal from its first event to its last, and nobody was treated before arriving', () => {
    for (const visit of told.flatMap(({ history }) => history.visits)) {
      if (!visit.treatment) continue
      expect(replay(visit.treatment.events)).toHaveProperty('state.consent.textVersion')
      expect(visit.arrivedAt).toBeLessThan(visit.treatment.openedAt)
    }
  })

  test('everyone is where the health answers let them be', () => {
    for (const { verdict, kind, placed } of told.flatMap(({ history }) => history.visits))
      expect(mayBook(verdict, { service: kind, startOn: localTime(placed.startAt, 'Europe/Paris').on })).toBe(true)
  })

  test('nothing and nobody is in two places at once', () => {
    for (const { history } of told) expect(overlaps(history)).toEqual([])
  })

  test('the same moment tells the same story', () => {
    expect(tell(moments[20]!)).toEqual(told[20]!.history)
  })
})

test('the Belgian demo has dozens of patients in every stage, at every hour', () => {
  for (const { history } of histories.BE) {
    const { patients, visits } = history
    expect(patients.length).toBeGreaterThanOrEqual(38)
    const stages = new Set(visits.map(({ kind, status }) => `${kind} ${status}`))
    for (const stage of [
      'treatment done',
      'treatment inTreatment',
      'treatment booked',
      'treatment cancelled',
      'treatment noShow',
    ])
      expect(stages).toContain(stage)
    for (const stage of ['consultation done', 'consultation booked', 'consultation cancelled', 'consultation noShow'])
      expect(stages).toContain(stage)
    expect(
      visits.filter(({ verdict, status }) => verdict.kind === 'needsClinician' && status === 'booked').length,
    ).toBeGreaterThanOrEqual(3)
    const flagged = visits.flatMap(({ checkIns }) => checkIns).filter(({ careLevel }) => careLevel !== 'none')
    expect(flagged.map(({ careLevel, answer }) => [careLevel, answer !== undefined])).toEqual(
      expect.arrayContaining([
        ['callToday', false],
        ['callToday', true],
      ]),
    )
    expect(flagged).toHaveLength(2)
  }
})

test('while the clinic is open somebody has cream on, and somebody is late or waiting', () => {
  for (const time of ['09:40', '11:05', '12:20', '14:10', '16:00', '18:05']) {
    const nowAt = Temporal.PlainDateTime.from(`2026-11-24T${time}`).toZonedDateTime('Europe/Brussels').epochMilliseconds
    const today = tellBe(nowAt).visits.filter(({ placed }) => Math.abs(placed.startAt - nowAt) < 10 * 3_600_000)
    const numbed = today.filter(({ treatment }) => treatment?.events.at(-1)?.kind === 'numbingStarted')
    expect(numbed, time).not.toEqual([])
    const waiting = today.filter(
      ({ status, placed }) => status === 'arrived' || (status === 'booked' && placed.startAt < nowAt),
    )
    expect(waiting, time).not.toEqual([])
  }
})

test('most of the diary stays free, and Dr Wauters’ is empty', () => {
  for (const { nowAt, history } of histories.BE) {
    const ahead = history.visits.filter(({ placed, cancelled }) => placed.startAt > nowAt && !cancelled)
    const perDay = Object.values(Object.groupBy(ahead, ({ placed }) => localTime(placed.startAt, 'Europe/Brussels').on))
    expect(Math.max(...perDay.map((visits) => visits!.length))).toBeLessThanOrEqual(10)
    const used = new Set(ahead.flatMap(({ placed }) => placed.uses.map(({ resourceId }) => resourceId)))
    expect(used).not.toContain('solo')
    expect(used).not.toContain('room-3')
  }
})

test.each([
  ['Cabinet Lumen', histories.BE],
  ['Cabinet Morel', histories.FR],
] as const)('the course that %s shows passes the rules of courses, and its treatments took place', (_, told) => {
  for (const { nowAt, history } of told) {
    expect(history.courses).toHaveLength(1)
    for (const { patientId, versions } of history.courses) {
      for (const { plan, savedAt } of versions) {
        expect(checkCoursePlan(plan, { doctorIds: [] })).toEqual({ plan })
        expect(savedAt).toBeLessThanOrEqual(nowAt)
      }
      const done = history.visits.filter((visit) => visit.patientId === patientId && visit.treatment)
      const doneOn = done.map(({ placed }) => localTime(placed.startAt, 'Europe/Paris').on)
      expect(versions.at(-1)!.plan.treatmentsOn.slice(0, doneOn.length)).toEqual(doneOn)
    }
  }
})

test('the first of the people has had a course of three treatments, and her day report is due', () => {
  const { patients, visits } = tellBe(Date.parse('2026-11-26T08:00:00Z'))
  const camille = patients.find(({ email }) => email === 'camille.lefevre@patient.example')!
  const hers = visits.filter(({ patientId }) => patientId === camille.patientId)
  expect(hers.map(({ status }) => status)).toEqual(['done', 'done', 'done'])
})

function pastInstants({ patients, visits }: DemoHistory): number[] {
  return [
    ...patients.map(({ createdAt }) => createdAt),
    ...visits.flatMap((visit) => [
      visit.bookedAt,
      visit.arrivedAt ?? 0,
      visit.cancelled?.at ?? 0,
      visit.treatment?.openedAt ?? 0,
      ...(visit.treatment?.events.map(({ at }) => Date.parse(at)) ?? []),
      ...visit.checkIns.flatMap(({ sentAt, answer }) => [sentAt, answer?.at ?? 0]),
    ]),
  ]
}

function overlaps({ visits }: DemoHistory): string[] {
  const spans = visits
    .filter((visit: DemoVisit) => !visit.cancelled)
    .flatMap(({ placed, patientId }) => [
      ...placed.uses.map((use) => ({ who: use.resourceId ?? '', ...use })),
      { who: patientId, ...placed.patient },
    ])
    .sort((a, b) => (a.who < b.who ? -1 : a.who > b.who ? 1 : a.startAt - b.startAt))
  return spans
    .filter((span, at) => at > 0 && spans[at - 1]!.who === span.who && spans[at - 1]!.endAt > span.startAt)
    .map(({ who }) => who)
}
