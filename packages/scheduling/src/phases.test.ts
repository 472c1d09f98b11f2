import { expect, test } from 'vitest'
import { needling } from './example-clinic.fixture.ts'
import { appointmentMinutes, listRoles } from './phases.ts'
import type { Phase } from './question.ts'

test('the room is one use from numbing to cleaning, the practitioner only the needling', () => {
  expect(listRoles(needling)).toEqual([
    { kind: 'practitioner', uses: [{ offsetMinutes: 40, minutes: 30 }] },
    { kind: 'room', uses: [{ offsetMinutes: 0, minutes: 90 }] },
  ])
})

test('a role left and taken up again has two uses', () => {
  const phases: Phase[] = [
    { kind: 'consultation', minutes: 15, resources: ['practitioner'], patient: true },
    { kind: 'numbing', minutes: 30, resources: [], patient: true },
    { kind: 'needling', minutes: 20, resources: ['practitioner', 'practitioner'], patient: true },
  ]
  expect(listRoles(phases)[0]!.uses).toEqual([
    { offsetMinutes: 0, minutes: 15 },
    { offsetMinutes: 45, minutes: 20 },
  ])
})

test('an appointment lasts the sum of its phases, each a positive whole number of minutes', () => {
  expect(appointmentMinutes(needling)).toBe(90)
  expect(() => appointmentMinutes([])).toThrow(RangeError)
  for (const minutes of [0, -5, 2.5, Number.NaN]) {
    expect(() => appointmentMinutes([{ kind: 'prp', minutes, resources: [], patient: true }])).toThrow(RangeError)
  }
})
