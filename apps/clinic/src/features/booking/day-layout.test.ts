import { describe, expect, test } from 'vitest'
import { type DayContext, duration, euros, layOutDay } from './day-layout.ts'
import type { OfferedDay, OfferedStart } from './start.ts'

const date = '2026-11-24'
const nb = '\u00a0'

function start(localTime: string): OfferedStart {
  return {
    startAt: Date.parse(`${date}T${localTime}:00+01:00`),
    date,
    localTime,
    practitionerId: 'morel',
    practitionerName: 'Dr Morel',
  }
}

const context: DayContext = { language: 'fr', openWeekdays: [1, 2, 4, 5], noticeMinutes: 120, practitionerAsked: false }
const day = (...times: string[]): OfferedDay => ({ date, starts: times.map(start) })
const quarters = ['00', '15', '30', '45']
const fullDay = day(
  ...['09', '10', '11', '14', '15', '16', '17'].flatMap((hour) => quarters.map((minute) => `${hour}:${minute}`)),
)

test('a day is named, counted, and each start carries its full spoken name', () => {
  const view = layOutDay(day('09:30', '11:00'), context)
  expect(view).toMatchObject({ weekday: 'Mardi', rest: '24 novembre', longName: 'Mardi 24 novembre 2026', count: 2 })
  expect(view.shown.map(({ time, label }) => [time, label])).toEqual([
    [`9${nb}h${nb}30`, `9${nb}h${nb}30, mardi 24 novembre, Dr Morel`],
    [`11${nb}h`, `11${nb}h, mardi 24 novembre, Dr Morel`],
  ])
})

test('the same in English', () => {
  const view = layOutDay(day('09:30'), { ...context, language: 'en' })
  expect(view.shown[0]!.label).toBe('9:30am, Tuesday 24 November, Dr Morel')
})

describe('a day with many starts', () => {
  test('shows a row of them over the whole day, and folds the others away without losing any', () => {
    const view = layOutDay(fullDay, context)
    expect(view.shown.map(({ time }) => time)).toEqual([`9${nb}h`, `11${nb}h`, `14${nb}h`, `16${nb}h`, `17${nb}h`])
    expect(view.shown.length + view.others.length).toBe(28)
    expect(view.count).toBe(28)
  })

  test('never folds away what is chosen', () => {
    const chosenAt = start('10:45').startAt
    const view = layOutDay(fullDay, { ...context, chosenAt })
    expect(view.shown.find((slot) => slot.startAt === chosenAt)?.state).toBe('chosen')
  })
})

test('a lost start keeps its place, is not counted, and says that it was taken', () => {
  const view = layOutDay(day('09:45', '11:00'), { ...context, lost: start('09:30') })
  expect(view.shown.map(({ time, state }) => [time, state])).toEqual([
    [`9${nb}h${nb}30`, 'taken'],
    [`9${nb}h${nb}45`, 'free'],
    [`11${nb}h`, 'free'],
  ])
  expect(view.count).toBe(2)
  expect(view.shown[0]!.label).toBe(`9${nb}h${nb}30, mardi 24 novembre${nb}: vient d’être pris`)
})

describe('an empty day says why', () => {
  const reasonOn = (date: string, reason: OfferedDay['reason'], more: Partial<DayContext> = {}) =>
    layOutDay({ date, starts: [], reason }, { ...context, ...more }).reason

  test('closed every week, or only that day', () => {
    expect(reasonOn('2026-11-25', 'closed')).toBe('le cabinet est fermé le mercredi.')
    expect(reasonOn('2026-11-25', 'closed', { language: 'en' })).toBe('the clinic is closed on Wednesdays.')
    expect(reasonOn('2026-11-24', 'closed')).toBe('le cabinet est fermé ce jour-là.')
  })

  test('away: the one who was asked for, or everybody', () => {
    expect(reasonOn(date, 'leave', { practitionerAsked: true })).toBe('le praticien est absent.')
    expect(reasonOn(date, 'leave')).toBe('l’équipe est absente.')
  })

  test('too soon: how long before', () => {
    expect(reasonOn(date, 'beforeNotice')).toBe(`il faut réserver au moins 2${nb}h avant. Pour plus tôt, appelez-nous.`)
  })

  test.each(['past', 'beyondHorizon', 'holiday', 'noResource', 'full'] as const)('%s, in both languages', (reason) => {
    const fr = reasonOn(date, reason)
    const en = reasonOn(date, reason, { language: 'en' })
    expect(fr).toMatch(/\.$/)
    expect(en).toMatch(/\.$/)
    expect(fr).not.toBe(en)
  })
})

test('durations and prices', () => {
  const inFrench = [30, 60, 85, 125].map((minutes) => duration(minutes, 'fr'))
  expect(inFrench).toEqual([`30${nb}min`, `1${nb}h`, `1${nb}h${nb}25`, `2${nb}h${nb}05`])
  expect(duration(85, 'en')).toBe(`1${nb}h${nb}25${nb}min`)
  expect(euros(22000, 'fr')).toBe(`220${nb}€`)
  expect(euros(125000, 'fr')).toBe(`1${nb}250${nb}€`)
  expect(euros(125050, 'en')).toBe('€1,250.50')
})
