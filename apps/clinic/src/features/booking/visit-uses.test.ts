import type { Phase, Placement } from '@pointille/scheduling'
import { expect, test } from 'vitest'
import { patientUse, resourceUses } from './visit-uses.ts'

const minute = 60_000
const phases: Phase[] = [
  { kind: 'numbing', minutes: 40, resources: ['room'], patient: true },
  { kind: 'needling', minutes: 30, resources: ['practitioner', 'room'], patient: true },
  { kind: 'cleaning', minutes: 15, resources: ['room'], patient: false },
]
const placement = {
  startAt: 0,
  endAt: 85 * minute,
  resources: { practitioner: 'b', room: 'a' },
  phases: [
    { kind: 'numbing', startAt: 0, endAt: 40 * minute },
    { kind: 'needling', startAt: 40 * minute, endAt: 70 * minute },
    { kind: 'cleaning', startAt: 70 * minute, endAt: 85 * minute },
  ],
} as unknown as Placement

test('each phase takes each of its resources, sorted by resource and time, so that two bookings never wait for each other', () => {
  expect(resourceUses(placement, phases).map((use) => `${use.position} ${use.resourceId} ${use.phaseKind}`)).toEqual([
    '1 a numbing',
    '2 a needling',
    '3 a cleaning',
    '4 b needling',
  ])
})

test('the patient is there until the last phase that needs them, not for the cleaning', () => {
  expect(patientUse('p', placement, phases)).toMatchObject({ patientId: 'p', startAt: 0, endAt: 70 * minute })
})

test('where the service changed after the hold, the patient keeps the whole time that was held', () => {
  expect(patientUse('p', placement, phases.slice(0, 2))).toMatchObject({ startAt: 0, endAt: 85 * minute })
  expect(patientUse('p', placement, [])).toMatchObject({ startAt: 0, endAt: 85 * minute })
})
