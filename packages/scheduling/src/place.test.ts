import { describe, expect, test } from 'vitest'
import { brussels, everyDay, needling, question, resource, taken } from './example-clinic.fixture.ts'
import { freeStarts } from './free-starts.ts'
import { candidatesAt, type Placement, placeAt, practitionersAt } from './place.ts'
import type { BookingQuestion } from './question.ts'

const at = (time: string) => brussels(`2026-11-24T${time}`)
const four = [
  resource('salle-1', 'room'),
  resource('salle-2', 'room'),
  resource('morel', 'practitioner'),
  resource('roux', 'practitioner'),
]

test('a placement tells every resource’s own time, the phases and the patient’s time', () => {
  expect(placeAt(at('09:00'), question({ phases: needling }))).toEqual({
    startAt: at('09:00'),
    endAt: at('10:30'),
    practitioner: 'morel',
    resources: { practitioner: 'morel', room: 'salle-1' },
    occupancies: [
      { resourceId: 'morel', kind: 'practitioner', startAt: at('09:40'), endAt: at('10:10') },
      { resourceId: 'salle-1', kind: 'room', startAt: at('09:00'), endAt: at('10:30') },
    ],
    phases: [
      { kind: 'numbing', startAt: at('09:00'), endAt: at('09:40') },
      { kind: 'needling', startAt: at('09:40'), endAt: at('10:10') },
      { kind: 'settling', startAt: at('10:10'), endAt: at('10:20') },
      { kind: 'cleaning', startAt: at('10:20'), endAt: at('10:30') },
    ],
    patient: { startAt: at('09:00'), endAt: at('10:20') },
  })
})

test('a service without practitioner or patient names neither', () => {
  const phases = [{ kind: 'cleaning', minutes: 30, resources: ['room'], patient: false }] as const
  const placement = placeAt(at('09:00'), question({ phases }))
  expect(placement).toMatchObject({ resources: { room: 'salle-1' } })
  expect(placement).not.toHaveProperty('practitioner')
  expect(placement).not.toHaveProperty('patient')
  expect(practitionersAt(at('09:00'), question({ phases }))).toEqual([])
})

describe('a start that cannot be taken is refused by name', () => {
  const hours = question().hours
  const away = [{ startAt: at('09:00'), endAt: at('10:00') }]
  const cases: [string, string, Partial<BookingQuestion>][] = [
    ['NotOnGrid', '09:10', {}],
    ['Past', '09:00', { nowAt: at('09:01') }],
    ['BeyondHorizon', '09:00', { horizonDays: 0 }],
    ['Closed', '08:30', {}],
    ['Closed', '11:30', { phases: needling }],
    ['Holiday', '09:00', { hours: { ...hours, exceptions: [{ on: '2026-11-24', kind: 'holiday' }] } }],
    ['NoResource', '09:00', { resources: [] }],
    ['Away', '09:30', { resources: [resource('morel', 'practitioner', { absences: away })] }],
    ['BeforeNotice', '09:00', { noticeMinutes: 25 * 60 + 1 }],
    ['Taken', '09:00', { occupancies: [taken('morel', '2026-11-24T09:20', '2026-11-24T09:40')] }],
  ]
  test.each(cases)('%s at %s (%#)', (refusal, time, changes) => {
    expect(placeAt(at(time), question(changes))).toEqual({ refusal })
    expect(candidatesAt(at(time), question(changes))).toEqual({ refusal })
    expect(practitionersAt(at(time), question(changes))).toEqual([])
  })
  test('an instant between two minutes is off the grid', () => {
    expect(placeAt(at('09:00') + 1, question())).toEqual({ refusal: 'NotOnGrid' })
    expect(placeAt(Number.NaN, question())).toEqual({ refusal: 'NotOnGrid' })
  })
  test('now itself, and the end of the notice itself, can still be taken', () => {
    expect(placeAt(at('09:00'), question({ nowAt: at('09:00') }))).toHaveProperty('startAt')
    expect(placeAt(at('09:00'), question({ noticeMinutes: 25 * 60 }))).toHaveProperty('startAt')
  })
})

describe('all candidates', () => {
  const asked = question({ phases: needling, resources: four })
  const names = (list: Placement[]) => list.map(({ resources }) => `${resources.practitioner} ${resources.room}`)

  test('are every combination, rooms changing before the practitioner does', () => {
    const list = candidatesAt(at('09:00'), asked) as Placement[]
    const [first, second] = practitionersAt(at('09:00'), asked)
    expect(names(list)).toEqual([`${first} salle-1`, `${first} salle-2`, `${second} salle-1`, `${second} salle-2`])
    expect(new Set([first, second])).toEqual(new Set(['morel', 'roux']))
    expect(list[0]).toEqual(placeAt(at('09:00'), asked))
  })
  test('leave out what is taken', () => {
    const occupancies = [
      taken('salle-1', '2026-11-24T10:00', '2026-11-24T10:10'),
      taken('roux', '2026-11-24T09:40', '2026-11-24T09:50'),
    ]
    expect(names(candidatesAt(at('09:00'), { ...asked, occupancies }) as Placement[])).toEqual(['morel salle-2'])
    expect(practitionersAt(at('09:00'), { ...asked, occupancies })).toEqual(['morel'])
  })
  test('keep to the practitioner asked for', () => {
    expect(practitionersAt(at('09:00'), { ...asked, practitionerId: 'roux' })).toEqual(['roux'])
  })
})

test('both instants of the doubled hour can be placed, each as itself', () => {
  const hours = { timeZone: 'Europe/Brussels', weekly: everyDay('00:00', '24:00'), exceptions: [] }
  const asked = question({ hours, nowAt: Date.UTC(2026, 9, 20) })
  for (const startAt of [Date.UTC(2026, 9, 25, 0, 30), Date.UTC(2026, 9, 25, 1, 30)]) {
    expect(placeAt(startAt, asked)).toMatchObject({ startAt, endAt: startAt + 30 * 60_000 })
  }
})

test('booking the first start again and again fills the day without breaking a rule', () => {
  const resources = four.map((each) => ({ ...each, bufferBeforeMinutes: 5, bufferAfterMinutes: 10 }))
  let asked = question({ phases: needling, resources, stepMinutes: 5 })
  const booked: Placement[] = []
  for (;;) {
    const [day] = freeStarts({ ...asked, fromOn: '2026-11-24', toOn: '2026-11-24' })
    const start = day!.starts[0]
    if (start === undefined) break
    const placement = placeAt(start.startAt, asked) as Placement
    expect(placement.resources).toEqual(start.resources)
    booked.push(placement)
    asked = { ...asked, occupancies: [...asked.occupancies, ...placement.occupancies] }
  }
  // Two rooms, open 180 minutes, 90 a treatment and 10 between: one each. Both practitioners share the work.
  expect(booked.map((placement) => placement.resources.room)).toEqual(['salle-1', 'salle-2'])
  expect(new Set(booked.map((placement) => placement.practitioner))).toEqual(new Set(['morel', 'roux']))
})
