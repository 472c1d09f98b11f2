import { describe, expect, test } from 'vitest'
import { brussels, consultation, everyDay, needling, question, resource, taken } from './example-clinic.fixture.ts'
import { freeStarts } from './free-starts.ts'
import type { BookingQuestion, Phase } from './question.ts'

const tuesday = (changes: Partial<BookingQuestion>, on = '2026-11-24') =>
  freeStarts({ ...question(changes), fromOn: on, toOn: on })[0]!
const times = (changes: Partial<BookingQuestion>, on?: string) =>
  tuesday(changes, on).starts.map((start) => start.localTime)

describe('a day of consultations', () => {
  test('an empty diary offers every step at which the consultation still ends before closing', () => {
    expect(times({})).toEqual(['09:00', '09:30', '10:00', '10:30', '11:00', '11:30'])
  })
  test('the number of starts is floor((open - needed) / step) + 1', () => {
    for (const [minutes, stepMinutes] of [
      [30, 5],
      [45, 15],
      [180, 20],
      [50, 30],
    ] as const) {
      const phases: Phase[] = [{ ...consultation[0]!, minutes }]
      expect(times({ phases, stepMinutes })).toHaveLength(Math.floor((180 - minutes) / stepMinutes) + 1)
    }
  })
  test('the grid is the wall clock’s, also when the clinic opens off it', () => {
    expect(times({ hours: { ...question().hours, weekly: everyDay('09:10', '10:40') } })).toEqual(['09:30', '10:00'])
  })
  test('a start carries its instant and its resources', () => {
    expect(tuesday({}).starts[0]).toEqual({
      startAt: brussels('2026-11-24T09:00'),
      localTime: '09:00',
      practitioner: 'morel',
      resources: { practitioner: 'morel' },
    })
  })
  test('what touches a start without overlapping leaves it free', () => {
    const occupancies = [taken('morel', '2026-11-24T09:30', '2026-11-24T10:00')]
    expect(times({ occupancies })).toEqual(['09:00', '10:00', '10:30', '11:00', '11:30'])
  })
  test('the time of a resource the service does not need, or does not know, is no obstacle', () => {
    const occupancies = [
      taken('salle-1', '2026-11-24T09:00', '2026-11-24T12:00'),
      taken('x', '2026-11-24T09:00', '2026-11-24T12:00'),
    ]
    expect(times({ occupancies })).toHaveLength(6)
  })
  test('a service may run over midnight when the clinic is open on both sides of it', () => {
    const hours = (closes: string) => ({
      ...question().hours,
      weekly: { 2: [{ opens: '23:00', closes }], 3: [{ opens: '00:00', closes: '00:30' }] },
    })
    const phases: Phase[] = [{ ...consultation[0]!, minutes: 60 }]
    expect(times({ phases, hours: hours('24:00') })).toEqual(['23:00', '23:30'])
    expect(times({ phases, hours: hours('23:59') })).toEqual([])
  })
})

describe('while the cream acts', () => {
  const rooms = [resource('salle-1', 'room'), resource('salle-2', 'room')]
  const resources = [resource('morel', 'practitioner'), ...rooms]

  test('the practitioner serves another patient', () => {
    // Morel needles from 09:40 to 10:10 in room 1; room 2 can numb meanwhile, whenever Morel is free 40 minutes later.
    const occupancies = [
      taken('salle-1', '2026-11-24T09:00', '2026-11-24T10:30'),
      taken('morel', '2026-11-24T09:40', '2026-11-24T10:10'),
    ]
    expect(times({ phases: needling, resources, occupancies, stepMinutes: 10 })).toEqual([
      '09:30',
      '09:40',
      '09:50',
      '10:00',
      '10:10',
      '10:20',
      '10:30',
    ])
    expect(times({ occupancies, stepMinutes: 10 })).toContain('09:10')
  })
  test('a clinic with one room numbs one patient at a time', () => {
    const occupancies = [taken('salle-1', '2026-11-24T09:00', '2026-11-24T10:30')]
    expect(times({ phases: needling, occupancies })).toEqual(['10:30'])
  })
  test('the room is the same in all its phases, even if two rooms could share them', () => {
    const occupancies = [
      taken('salle-1', '2026-11-24T09:00', '2026-11-24T10:30'),
      taken('salle-2', '2026-11-24T10:30', '2026-11-24T12:00'),
    ]
    expect(
      tuesday({ phases: needling, resources, occupancies }).starts.map(({ localTime, resources: used }) => [
        localTime,
        used.room,
      ]),
    ).toEqual([
      ['09:00', 'salle-2'],
      ['10:30', 'salle-1'],
    ])
  })
  test('the room must be free of cleaning too, which no longer needs the patient', () => {
    const occupancies = [taken('salle-1', '2026-11-24T10:20', '2026-11-24T10:30')]
    expect(times({ phases: needling, occupancies, stepMinutes: 10 })).toEqual(['10:30'])
  })
})

describe('buffers', () => {
  const morel = (bufferBeforeMinutes: number, bufferAfterMinutes: number) => [
    resource('morel', 'practitioner', { bufferBeforeMinutes, bufferAfterMinutes }),
  ]
  const occupancies = [taken('morel', '2026-11-24T10:00', '2026-11-24T10:30')]

  test('the longer of the two is kept on either side, not their sum', () => {
    expect(times({ resources: morel(10, 20), occupancies, stepMinutes: 10 })).toEqual([
      '09:00',
      '09:10',
      '10:50',
      '11:00',
      '11:10',
      '11:20',
      '11:30',
    ])
    expect(times({ resources: morel(20, 10), occupancies, stepMinutes: 10 })).toEqual([
      '09:00',
      '09:10',
      '10:50',
      '11:00',
      '11:10',
      '11:20',
      '11:30',
    ])
  })
  test('they may reach past closing, before opening and into leave', () => {
    const absences = [{ startAt: brussels('2026-11-24T10:00'), endAt: brussels('2026-11-24T11:00') }]
    expect(times({ resources: [{ ...morel(30, 30)[0]!, absences }] })).toEqual(['09:00', '09:30', '11:00', '11:30'])
  })
  test('they are kept from an appointment of the evening before', () => {
    const weekly = everyDay('00:00', '24:00')
    const late = [taken('morel', '2026-11-23T23:30', '2026-11-24T00:00')]
    expect(times({ hours: { ...question().hours, weekly }, resources: morel(0, 60), occupancies: late })[0]).toBe(
      '01:00',
    )
  })
  test('they are not kept between two uses of one appointment', () => {
    const phases: Phase[] = [
      { kind: 'consultation', minutes: 15, resources: ['practitioner'], patient: true },
      { kind: 'numbing', minutes: 30, resources: [], patient: true },
      { kind: 'needling', minutes: 15, resources: ['practitioner'], patient: true },
    ]
    expect(times({ phases, resources: morel(45, 45) })).toHaveLength(5)
  })
})

describe('own hours', () => {
  test('narrow the clinic’s for the time the resource is used, not for the whole appointment', () => {
    const resources = [
      resource('morel', 'practitioner', { weekly: everyDay('10:00', '12:00') }),
      resource('salle-1', 'room'),
    ]
    expect(times({ resources })).toEqual(['10:00', '10:30', '11:00', '11:30'])
    expect(times({ phases: needling, resources, stepMinutes: 10 })[0]).toBe('09:20')
  })
  test('do not widen them', () => {
    expect(
      times({ resources: [resource('morel', 'practitioner', { weekly: everyDay('08:00', '20:00') })] }),
    ).toHaveLength(6)
  })
})

describe('the practitioner shown first', () => {
  const pair = [resource('roux', 'practitioner'), resource('morel', 'practitioner')]
  const firsts = (changes: Partial<BookingQuestion>, on: string) =>
    tuesday({ resources: pair, ...changes }, on).starts.map((start) => start.practitioner)

  test('is the one with the least time taken that day', () => {
    const occupancies = [
      taken('morel', '2026-11-24T11:00', '2026-11-24T11:30'),
      taken('roux', '2026-11-24T11:30', '2026-11-24T12:00'),
      taken('roux', '2026-11-24T08:00', '2026-11-24T08:05'),
    ]
    expect(firsts({ occupancies }, '2026-11-24')).toEqual(['morel', 'morel', 'morel', 'morel', 'roux', 'morel'])
  })
  test('changes from day to day when all are equal, whatever the order of the list', () => {
    const days = ['2026-11-24', '2026-11-25', '2026-11-26'].map((on) => firsts({}, on)[0])
    expect(new Set(days)).toEqual(new Set(['morel', 'roux']))
    expect(days[0]).toBe(days[2])
    expect(firsts({ resources: pair.toReversed() }, '2026-11-24')[0]).toBe(days[0])
  })
  test('is the one asked for, at the times that one is free', () => {
    const occupancies = [taken('roux', '2026-11-24T09:00', '2026-11-24T11:00')]
    expect(
      tuesday({ resources: pair, occupancies, practitionerId: 'roux' }).starts.map((start) => [
        start.localTime,
        start.practitioner,
      ]),
    ).toEqual([
      ['11:00', 'roux'],
      ['11:30', 'roux'],
    ])
  })
})

describe('an empty day says why', () => {
  const away = [{ startAt: brussels('2026-11-24T00:00'), endAt: brussels('2026-11-25T00:00') }]
  const hours = question().hours
  const cases: [string, Partial<BookingQuestion>][] = [
    ['past', { nowAt: brussels('2026-11-25T00:00') }],
    ['past', { nowAt: brussels('2026-11-24T11:31') }],
    ['beyondHorizon', { horizonDays: 0 }],
    ['closed', { hours: { ...hours, weekly: {} } }],
    ['closed', { hours: { ...hours, weekly: {} }, nowAt: brussels('2026-11-24T20:00') }],
    ['closed', { hours: { ...hours, weekly: everyDay('09:00', '09:20') } }],
    ['holiday', { hours: { ...hours, exceptions: [{ on: '2026-11-24', kind: 'holiday' }] } }],
    ['noResource', { resources: [resource('salle-1', 'room')] }],
    ['noResource', { practitionerId: 'nobody' }],
    ['leave', { resources: [resource('morel', 'practitioner', { absences: away })] }],
    [
      'leave',
      { resources: [resource('morel', 'practitioner', { weekly: { 1: [{ opens: '09:00', closes: '12:00' }] } })] },
    ],
    ['beforeNotice', { noticeMinutes: 27 * 60 + 31 }],
    ['full', { occupancies: [taken('morel', '2026-11-24T09:00', '2026-11-24T12:00')] }],
    ['full', { occupancies: [taken('morel', '2026-11-24T10:00', '2026-11-24T12:00')], noticeMinutes: 26 * 60 }],
  ]
  test.each(cases)('%s (%#)', (reason, changes) => {
    expect(tuesday(changes)).toEqual({ date: '2026-11-24', starts: [], reason })
  })
  test('and a day with starts says nothing', () => {
    expect(tuesday({ noticeMinutes: 27 * 60 + 30 })).not.toHaveProperty('reason')
    expect(times({ noticeMinutes: 27 * 60 + 30 })).toEqual(['11:30'])
  })
  test('the first reason that binds is the one told', () => {
    const all = { resources: [], noticeMinutes: 9999, hours: { ...hours, weekly: {} }, horizonDays: 0 }
    expect(tuesday({ ...all, nowAt: brussels('2026-11-25T00:00') }).reason).toBe('past')
    expect(tuesday(all).reason).toBe('beyondHorizon')
    expect(tuesday({ ...all, horizonDays: 1 }).reason).toBe('closed')
    expect(tuesday({ ...all, horizonDays: 1, hours }).reason).toBe('noResource')
    const gone = [resource('morel', 'practitioner', { absences: away })]
    expect(tuesday({ ...all, horizonDays: 1, hours, resources: gone }).reason).toBe('leave')
  })
})

describe('when the clock changes', () => {
  const hours = (weekly = everyDay('00:00', '24:00'), timeZone = 'Europe/Brussels') => ({
    timeZone,
    weekly,
    exceptions: [],
  })
  const nowAt = Date.UTC(2026, 9, 1)

  test('the skipped hour of spring has no start', () => {
    const found = times({ hours: hours(), horizonDays: 365, nowAt }, '2027-03-28')
    expect(found.filter((time) => time.startsWith('02'))).toEqual([])
    expect(found).toHaveLength(46)
  })
  test('a phase that runs across the spring change lasts its real minutes', () => {
    const phases: Phase[] = [{ ...consultation[0]!, minutes: 90 }]
    expect(times({ phases, hours: hours(everyDay('01:00', '04:00')), horizonDays: 365, nowAt }, '2027-03-28')).toEqual([
      '01:00',
      '01:30',
    ])
  })
  test('the doubled hour of autumn offers the same wall time at both instants', () => {
    const { starts } = tuesday({ hours: hours(everyDay('02:00', '03:00')), nowAt }, '2026-10-25')
    expect(starts.map(({ localTime, startAt }) => [localTime, startAt])).toEqual([
      ['02:00', Date.UTC(2026, 9, 25, 0)],
      ['02:30', Date.UTC(2026, 9, 25, 0, 30)],
      ['02:00', Date.UTC(2026, 9, 25, 1)],
      ['02:30', Date.UTC(2026, 9, 25, 1, 30)],
    ])
  })
  test('New York changes on its own dates, and its days are its own', () => {
    const inNewYork = { hours: hours(everyDay('00:00', '24:00'), 'America/New_York'), nowAt, horizonDays: 365 }
    expect(times(inNewYork, '2026-11-01')).toHaveLength(50)
    expect(times(inNewYork, '2027-03-14')).toHaveLength(46)
    expect(times(inNewYork, '2027-03-28')).toHaveLength(48)
  })
})

test('there is one entry per date, in order', () => {
  const days = freeStarts({ ...question(), fromOn: '2026-11-24', toOn: '2026-12-21' })
  expect(days.map((day) => day.date)).toHaveLength(28)
  expect(days.at(-1)!.date).toBe('2026-12-21')
  expect(freeStarts({ ...question(), fromOn: '2026-11-24', toOn: '2026-11-23' })).toEqual([])
})

test('a grid that is not a positive whole number of minutes is an error', () => {
  for (const stepMinutes of [0, -15, 7.5]) expect(() => tuesday({ stepMinutes })).toThrow(RangeError)
})
