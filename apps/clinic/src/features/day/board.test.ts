import { expect, test } from 'vitest'
import { boardOf } from './board.ts'
import type { Day, DayAppointment, ResourceUse } from './day.ts'

const at = (time: string) => Date.parse(`2026-11-24T${time}:00Z`)
const use = (resourceId: string, phaseKind: string, from: string, to: string): ResourceUse => ({
  resourceId,
  phaseKind,
  startsAt: at(from),
  endsAt: at(to),
})

function visit(appointmentId: string, uses: ResourceUse[]): DayAppointment {
  return {
    appointmentId,
    patientId: 'p',
    givenName: 'Léa',
    familyName: 'Martin',
    birthOn: '1988-03-03',
    phone: '',
    mayReadRecord: true,
    hasKnownAllergies: false,
    service: 'Séance',
    serviceKind: 'treatment',
    practitioner: undefined,
    room: undefined,
    startsAt: Math.min(...uses.map((one) => one.startsAt)),
    endsAt: Math.max(...uses.map((one) => one.endsAt)),
    status: 'booked',
    arrivedAt: undefined,
    isLate: false,
    verdictKind: 'allow',
    treatmentId: undefined,
    isSealed: false,
    steps: undefined,
    uses,
  }
}

function day(more: Partial<Day>): Day {
  return {
    on: '2026-11-24',
    timeZone: 'UTC',
    fromAt: at('00:00'),
    toAt: at('00:00') + 86_400_000,
    nowAt: at('00:00'),
    isToday: true,
    opening: [
      { startsAt: at('09:00'), endsAt: at('12:00') },
      { startsAt: at('13:00'), endsAt: at('18:00') },
    ],
    closure: undefined,
    lanes: [
      { resourceId: 'dr', kind: 'practitioner', name: 'Dr Morel' },
      { resourceId: 'room', kind: 'room', name: 'Salle 1' },
      { resourceId: 'pen', kind: 'device', name: 'Stylo 1' },
    ],
    absences: [],
    appointments: [
      visit('a', [
        use('room', 'numbing', '09:10', '09:50'),
        use('room', 'needling', '09:50', '10:25'),
        use('dr', 'needling', '09:50', '10:25'),
        use('room', 'settling', '10:25', '10:35'),
        use('room', 'cleaning', '10:35', '10:50'),
      ]),
    ],
    due: [],
    elsewhere: undefined,
    ...more,
  }
}

test('a phase in which nobody works is waiting, one with the practitioner is hands-on, cleaning is neither', () => {
  const [doctor, room] = boardOf(day({})).lanes
  expect(doctor?.blocks.map(({ look, step }) => [look, step])).toEqual([['handsOn', 2]])
  expect(room?.blocks.map(({ look, step }) => [look, step])).toEqual([
    ['waiting', 1],
    ['handsOn', 2],
    ['waiting', 3],
    ['cleaning', undefined],
  ])
})

test('the board reaches from opening to closing in whole half hours, and knows the break', () => {
  const board = boardOf(day({}))
  expect(board.startsAt).toBe(at('09:00'))
  expect(board.minutes).toBe(540)
  expect(board.closed).toEqual([{ from: 180, minutes: 60 }])
  expect(board.lanes[0]?.blocks[0]).toMatchObject({ from: 50, minutes: 35 })
})

test('a visit outside the hours widens the board', () => {
  const early = visit('b', [use('dr', 'consultation', '08:10', '08:40')])
  expect(boardOf(day({ appointments: [early] })).startsAt).toBe(at('08:00'))
})

test('a practitioner’s free time leaves out visits, absences, the break and what is past; nothing under a quarter of an hour', () => {
  const freeOf = (more: Partial<Day>) => boardOf(day(more)).lanes[0]?.free
  expect(freeOf({})).toEqual([
    { from: 0, minutes: 50 },
    { from: 85, minutes: 95 },
    { from: 240, minutes: 300 },
  ])
  expect(freeOf({ nowAt: at('09:40') })?.[0]).toEqual({ from: 85, minutes: 95 })
  expect(freeOf({ absences: [{ resourceId: 'dr', startsAt: at('10:30'), endsAt: at('18:00') }] })).toEqual([
    { from: 0, minutes: 50 },
  ])
})

test('a device without anything to do has no lane; a practitioner and a room keep theirs', () => {
  expect(boardOf(day({ appointments: [] })).lanes.map(({ resourceId }) => resourceId)).toEqual(['dr', 'room'])
})
