import { expect, test } from 'vitest'
import { type Action, grants, may } from './permissions.ts'

const member = (role: 'owner' | 'practitioner' | 'assistant' | 'frontDesk', doctor = false) =>
  ({ kind: 'member', roles: [role], doctor }) as const
const askers = {
  owner: member('owner'),
  doctor: member('practitioner', true),
  practitioner: member('practitioner'),
  assistant: member('assistant'),
  frontDesk: member('frontDesk'),
  patient: { kind: 'patient', patientId: 'lea' },
  nobody: { kind: 'nobody' },
} as const

/** The table of the design, said again: who passes which door. */
const team = ['owner', 'doctor', 'practitioner', 'assistant', 'frontDesk']
const everyone = [...team, 'patient', 'nobody']
const expected: Record<Action, readonly string[]> = {
  readSite: everyone,
  book: everyone,
  manageAppointmentByLink: everyone,
  signIn: everyone,
  useDemo: [],
  readOwnSpace: ['patient'],
  sendCheckIn: ['patient'],
  readDay: team,
  registerArrival: team,
  registerNoShow: team,
  moveAppointment: team,
  readRecord: ['doctor', 'practitioner', 'assistant'],
  planCourse: ['doctor'],
  openTreatment: ['doctor'],
  examine: ['doctor'],
  runTreatment: ['doctor', 'practitioner', 'assistant'],
  handlePlasma: ['doctor', 'practitioner', 'assistant'],
  sealTreatment: ['doctor'],
  answerRedFlag: ['doctor', 'practitioner'],
  lookBack: ['owner', 'doctor', 'practitioner'],
  readStock: ['owner', 'doctor', 'practitioner', 'assistant'],
  keepStock: ['owner', 'doctor', 'practitioner', 'assistant'],
  recallLot: ['owner', 'doctor', 'practitioner', 'assistant'],
  liftRecall: ['owner', 'doctor', 'practitioner'],
}

test.each(Object.keys(grants) as Action[])('%s is granted to those of the table and to nobody else', (action) => {
  const granted = Object.entries(askers).filter(([, asker]) => may(asker, action))
  expect(granted.map(([name]) => name)).toEqual(expected[action])
})

test('what nobody granted is refused, whatever it is called', () => {
  for (const action of ['', 'readEverything', 'toString', '__proto__', 'constructor'])
    for (const [name, asker] of Object.entries(askers))
      expect(may(asker, action as Action), `${name} ${action}`).toBe(false)
})

test('a member without a role of the house may do nothing that is not for everyone', () => {
  const stranger = { kind: 'member', roles: [], doctor: true } as const
  for (const action of Object.keys(grants) as Action[])
    expect(may(stranger, action), action).toBe(expected[action].includes('nobody'))
})

test('a patient reaches their own record and no other', () => {
  expect(may(askers.patient, 'readOwnSpace', { patientId: 'lea' })).toBe(true)
  expect(may(askers.patient, 'readOwnSpace', { patientId: 'max' })).toBe(false)
  expect(may(askers.patient, 'readRecord', { patientId: 'lea' })).toBe(false)
})

test('an assistant reads a record on the day on which the patient comes; who also treats reads it always', () => {
  expect(may(askers.assistant, 'readRecord', { patientId: 'lea' })).toBe(false)
  expect(may(askers.assistant, 'readRecord', { patientId: 'lea', comesToday: true })).toBe(true)
  expect(may(askers.practitioner, 'readRecord', { patientId: 'lea' })).toBe(true)
  const both = { kind: 'member', roles: ['assistant', 'practitioner'], doctor: false } as const
  expect(may(both, 'readRecord', { patientId: 'lea' })).toBe(true)
  expect(may(askers.frontDesk, 'readRecord', { patientId: 'lea', comesToday: true })).toBe(false)
})

test('roles add up, and none of them replaces the attribute doctor', () => {
  const ownerWhoTreats = { kind: 'member', roles: ['owner', 'practitioner'], doctor: false } as const
  expect(may(ownerWhoTreats, 'readRecord')).toBe(true)
  expect(may(ownerWhoTreats, 'openTreatment')).toBe(false)
  expect(may({ kind: 'member', roles: ['owner'], doctor: true }, 'openTreatment')).toBe(false)
})

test('the demo’s own pages open in a demo only', () => {
  expect(may(askers.nobody, 'useDemo', { isDemo: true })).toBe(true)
  expect(may(askers.owner, 'useDemo', { isDemo: false })).toBe(false)
})
