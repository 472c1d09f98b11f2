import { expect, test } from 'vitest'
import { actsOf, stateOf } from './acts.ts'
import type { Day, DayAppointment } from './day.ts'
import { sortColumnOf, sortVisits } from './sort-visits.ts'

const grants = {
  moveAppointment: true,
  registerArrival: true,
  registerNoShow: true,
  openTreatment: true,
  runTreatment: true,
}
const today = { fromAt: 0, nowAt: 10 } as Day
const visit = (more: Partial<DayAppointment>) =>
  ({
    serviceKind: 'treatment',
    status: 'booked',
    isLate: false,
    familyName: 'M',
    givenName: 'L',
    startsAt: 0,
    ...more,
  }) as DayAppointment

test('a booked visit can be arrived at on its day, not before it', () => {
  expect(actsOf(visit({}), today, grants)).toMatchObject({ register: true, noShow: false, open: false })
  expect(actsOf(visit({}), { ...today, fromAt: 20 }, grants).register).toBe(false)
})

test('a booked visit can be moved until it begins', () => {
  expect(actsOf(visit({ startsAt: 20 }), today, grants).move).toBe(true)
  expect(actsOf(visit({ startsAt: 5 }), today, grants).move).toBe(false)
  expect(actsOf(visit({ startsAt: 20, status: 'arrived' }), today, grants).move).toBe(false)
})

test('somebody late can arrive or be marked as no-show; a no-show can still arrive', () => {
  expect(actsOf(visit({ isLate: true }), today, grants)).toMatchObject({ register: true, noShow: true })
  expect(actsOf(visit({ status: 'noShow' }), today, grants)).toMatchObject({ register: true, noShow: false })
})

test('a treatment opens once its patient is here, for who may; a consultation never', () => {
  const here = { status: 'arrived' }
  expect(actsOf(visit(here), today, grants).open).toBe(true)
  expect(actsOf(visit(here), today, { ...grants, openTreatment: false }).open).toBe(false)
  expect(actsOf(visit({ ...here, serviceKind: 'consultation' }), today, grants).open).toBe(false)
  expect(actsOf(visit({ status: 'inTreatment', treatmentId: 't' }), today, grants)).toMatchObject({
    open: false,
    see: true,
  })
})

test('the list sorts by a column and then by time; an unknown column is the time', () => {
  const visits = [
    visit({ familyName: 'Petit', startsAt: 3 }),
    visit({ familyName: 'Éluard', startsAt: 2, status: 'arrived' }),
    visit({ familyName: 'Petit', startsAt: 1, isLate: true }),
  ]
  expect(sortVisits(visits, 'patient').map(({ startsAt }) => startsAt)).toEqual([2, 1, 3])
  expect(sortVisits(visits, 'state').map(stateOf)).toEqual(['late', 'arrived', 'booked'])
  expect(sortColumnOf('room')).toBe('room')
  expect(sortColumnOf('drop')).toBe('time')
})
