import { describe, expect, test } from 'vitest'
import {
  type BookingDraft,
  countSituations,
  draftMaxAgeMs,
  missingStep,
  openDraft,
  screeningOf,
} from './booking-draft.ts'

const nowAt = Date.parse('2026-11-24T09:00:00Z')
const health = { selected: [{ questionId: 'none' as const }], birthDate: '1988-11-24' }

describe('opening the cookie', () => {
  test('keeps answers of the last hour', () => {
    const draft: BookingDraft = { writtenAt: nowAt - draftMaxAgeMs + 1, indication: 'pores' }
    expect(openDraft(draft, nowAt)).toEqual(draft)
  })

  test('forgets older answers, answers without an age and anything else', () => {
    expect(openDraft({ writtenAt: nowAt - draftMaxAgeMs, indication: 'pores' }, nowAt)).toEqual({})
    expect(openDraft({ indication: 'pores' }, nowAt)).toEqual({})
    expect(openDraft('x', nowAt)).toEqual({})
    expect(openDraft(undefined, nowAt)).toEqual({})
  })
})

describe('a step asks first for what is missing', () => {
  test.each<[BookingDraft, Parameters<typeof missingStep>[1], ReturnType<typeof missingStep>]>([
    [{}, 'bookNeed', undefined],
    [{}, 'bookCheck', 'bookNeed'],
    [{ indication: 'pores' }, 'bookHealth', undefined],
    [{ indication: 'pores' }, 'bookTime', 'bookHealth'],
    [{ indication: 'pores', health }, 'bookTime', undefined],
    [{ indication: 'pores', health }, 'bookDetails', 'bookTime'],
    [{ indication: 'pores', health, holdId: 'x' }, 'bookDetails', undefined],
    [{ indication: 'pores', health, holdId: 'x' }, 'bookCheck', 'bookDetails'],
  ])('%j at %s: %s', (draft, step, missing) => {
    expect(missingStep(draft, step)).toBe(missing)
  })
})

test('the answers are handed on as rows of the contraindication table', () => {
  const draft: BookingDraft = {
    indication: 'texture',
    health: {
      selected: [{ questionId: 'recent-tan', lastOn: '2026-11-20' }, { questionId: 'thick-scars' }],
      birthDate: '1988-11-24',
    },
  }
  expect(screeningOf(draft)).toEqual({
    indication: 'texture',
    birthDate: '1988-11-24',
    answers: { CI33: '2026-11-20', CI06: true, CI07: true },
  })
  expect(countSituations(draft)).toBe(2)
  expect(countSituations({ health })).toBe(0)
})
