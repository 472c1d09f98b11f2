import { expect, test } from 'vitest'
import { compareDrafts, takeStored } from './compare-drafts.ts'
import type { CourseDraft } from './course-draft.ts'

const mine: CourseDraft = {
  indication: 'acne-scars',
  device: 'pen',
  zones: [
    { zone: 'cheek-left', depth: '1,50', reason: '' },
    { zone: 'cheek-right', depth: '1,50', reason: '' },
  ],
  passes: '6',
  intervalDays: '28',
  count: '3',
  firstOn: '2026-11-24',
  prp: false,
  wishedBeforeOn: '',
  decidedBy: 'me',
}

test('the same plan written another way is no difference', () => {
  const zones = mine.zones.map((zone) => ({ ...zone, depth: '1.5' }))
  expect(compareDrafts(mine, { ...mine, zones })).toEqual([])
})

test('differences are told field by field, both versions beside each other', () => {
  const stored = {
    ...mine,
    intervalDays: '35',
    prp: true,
    zones: mine.zones.map((zone) => ({ ...zone, depth: '1,00' })),
  }
  expect(compareDrafts(mine, stored)).toEqual([
    { field: 'depth-cheek', mine: '1.5', stored: '1' },
    { field: 'intervalDays', mine: '28', stored: '35' },
    { field: 'prp', mine: '', stored: 'yes' },
  ])
})

test('only the chosen fields are taken from what is stored; nothing else that was typed moves', () => {
  const stored = {
    ...mine,
    intervalDays: '35',
    count: '5',
    zones: mine.zones.map((zone) => ({ ...zone, depth: '1,00' })),
  }
  expect(takeStored(mine, stored, new Set(['intervalDays']))).toEqual({ ...mine, intervalDays: '35' })
  expect(takeStored(mine, stored, new Set(['depth-cheek'])).zones.map(({ depth }) => depth)).toEqual(['1,00', '1,00'])
  expect(takeStored(mine, stored, new Set())).toEqual(mine)
  const all = new Set(compareDrafts(mine, stored).map(({ field }) => field))
  expect(compareDrafts(takeStored(mine, stored, all), stored)).toEqual([])
})

test('zones taken from what is stored come with their depths', () => {
  const stored = { ...mine, zones: [...mine.zones, { zone: 'chin' as const, depth: '0,75', reason: '' }] }
  const taken = takeStored(mine, stored, new Set(['zones']))
  expect(taken.zones.map(({ zone, depth }) => `${zone} ${depth}`)).toEqual([
    'cheek-left 1,50',
    'cheek-right 1,50',
    'chin 0,75',
  ])
})
