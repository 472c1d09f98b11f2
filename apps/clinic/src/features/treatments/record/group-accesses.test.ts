import { expect, test } from 'vitest'
import { groupAccesses } from './group-accesses.ts'

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)
const line = (at: string, change: object = {}) => ({
  at: Date.parse(at),
  actorKind: 'member',
  actorName: 'Dr Peeters',
  action: 'runTreatment',
  outcome: 'allowed',
  ...change,
})

test('what one person did again and again on one day is one line with its count and its span', () => {
  const accesses = groupAccesses(
    [line('2026-11-24T15:00:00Z'), line('2026-11-24T14:30:00Z'), line('2026-11-24T14:00:00Z')],
    dayOf,
  )
  expect(accesses).toEqual([
    expect.objectContaining({
      count: 3,
      fromAt: Date.parse('2026-11-24T14:00:00Z'),
      toAt: Date.parse('2026-11-24T15:00:00Z'),
    }),
  ])
})

test('another day, another person, another act or a refusal is a line of its own', () => {
  const others = [{ actorName: 'A. Roux' }, { action: 'readRecord' }, { outcome: 'refused' }, { actorKind: 'patient' }]
  const lines = [
    line('2026-11-25T09:00:00Z'),
    line('2026-11-24T09:00:00Z'),
    ...others.map((other) => line('2026-11-24T09:00:00Z', other)),
  ]
  expect(groupAccesses(lines, dayOf).map(({ count }) => count)).toEqual([1, 1, 1, 1, 1, 1])
})
