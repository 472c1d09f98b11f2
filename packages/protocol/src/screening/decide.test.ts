import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ContraindicationId, listContraindications } from '../evidence.ts'
import { getJurisdiction } from '../jurisdictions.ts'
import { addDays } from '../local-date.ts'
import { decide, listVerdicts, quoteVerdict } from './decide.ts'
import { mayBook } from './may-book.ts'
import type { Answers, Screening } from './screening.ts'
import { strictest, type Verdict } from './verdict.ts'

const todayOn = '2026-11-24'
const context = { todayOn, jurisdiction: 'FR' } as const
const adult = { indication: 'wrinkles', birthDate: '1988-03-03' } as const

function verdictOf(answers: Answers, more: Partial<Screening> = {}): Verdict {
  return decide({ ...adult, answers, ...more }, context)
}

describe('each row of the table decides by its kind and its days', () => {
  test.each(listContraindications().map((row) => [row.id, row] as const))('%s', (id, row) => {
    const verdict = verdictOf({ [id]: true })
    if (id === 'CI30' || id === 'CI31') expect(verdict.kind).toBe('needsClinician')
    else if (row.washoutDays !== undefined) {
      expect(verdict).toMatchObject({ kind: 'deferUntil', untilOn: addDays(todayOn, row.washoutDays), rule: { id } })
    } else expect(verdict.kind).toBe(row.kind === 'absolute' ? 'refuse' : 'needsClinician')
  })

  test('nothing ticked permits booking', () => {
    expect(verdictOf({ none: true })).toEqual({ kind: 'allow' })
  })
})

describe('days to wait', () => {
  test('count from the date given, and the first day after them is free', () => {
    expect(verdictOf({ CI33: '2026-11-11' })).toMatchObject({ kind: 'deferUntil', untilOn: '2026-11-25' })
    expect(verdictOf({ CI33: '2026-11-10' })).toEqual({ kind: 'allow' })
  })

  test('the latest date wins when several wait', () => {
    expect(verdictOf({ CI33: true, CI20: '2026-06-01', CI24: true })).toMatchObject({
      kind: 'deferUntil',
      untilOn: '2027-06-01',
      rule: { id: 'CI20', expiresOn: '2027-06-01' },
    })
  })
})

describe('isotretinoin, where sources disagree', () => {
  test('needs a clinician within 180 days, and shows both views', () => {
    expect(verdictOf({ CI30: '2026-06-01', CI31: '2026-06-01' })).toMatchObject({
      kind: 'needsClinician',
      rule: { id: 'CI30', sourceIds: ['CI30', 'CI31', 'V-70', 'V-71'], expiresOn: '2026-11-28' },
    })
  })

  test('has no effect after 180 days', () => {
    expect(verdictOf({ CI30: '2026-05-28', CI31: '2026-05-28' })).toEqual({ kind: 'allow' })
  })
})

describe('age', () => {
  test.each([
    ['2008-11-25', 'refuse', 'AGE-18', '2026-11-25'],
    ['2008-11-24', 'needsClinician', 'AGE-22', '2030-11-24'],
    ['2004-11-25', 'needsClinician', 'AGE-22', '2026-11-25'],
  ])('born on %s: %s by %s until %s', (birthDate, kind, id, expiresOn) => {
    expect(verdictOf({ none: true }, { birthDate })).toMatchObject({
      kind,
      rule: { id, expiresOn, sourceIds: ['V-86', 'SET'] },
    })
  })

  test('from the 22nd birthday no review is needed', () => {
    expect(verdictOf({ none: true }, { birthDate: '2004-11-24' })).toEqual({ kind: 'allow' })
  })
})

test('somebody who does not know what to ask for gets a consultation', () => {
  expect(verdictOf({ none: true }, { indication: 'unsure' })).toMatchObject({
    kind: 'needsClinician',
    rule: { id: 'UNSURE' },
  })
})

describe('several rules at once', () => {
  test('a refusal wins over everything', () => {
    expect(verdictOf({ CI05: true, CI26: true, CI33: true })).toMatchObject({ kind: 'refuse', rule: { id: 'CI05' } })
  })

  test('the refusal shown is the one that lasts longest', () => {
    expect(verdictOf({ CI05: true }, { birthDate: '2009-01-01' })).toMatchObject({
      kind: 'refuse',
      rule: { id: 'CI05' },
    })
  })

  test('a review and a delay both bind', () => {
    const verdict = verdictOf({ CI26: true, CI33: '2026-11-20' })
    expect(verdict).toMatchObject({
      kind: 'needsClinician',
      rule: { id: 'CI26' },
      notBeforeOn: '2026-12-04',
      notBeforeRule: { id: 'CI33' },
    })
    expect(mayBook(verdict, { service: 'treatment', startOn: '2027-12-04' })).toMatchObject({ rule: { id: 'CI26' } })
    expect(mayBook(verdict, { service: 'consultation', startOn: '2026-12-03' })).toMatchObject({ rule: { id: 'CI33' } })
    expect(mayBook(verdict, { service: 'consultation', startOn: '2026-12-04' })).toBe(true)
  })

  test('the practitioner sees every rule that holds', () => {
    const rules = listVerdicts({ ...adult, indication: 'unsure', answers: { CI26: true, CI33: true } }, context)
    expect(rules.map((verdict) => verdict.kind !== 'allow' && verdict.rule.id)).toEqual(['CI26', 'CI33', 'UNSURE'])
  })
})

describe('the quote delay', () => {
  const france = getJurisdiction('FR')
  test('defers the treatment until the delay has passed', () => {
    const quote = { quotedOn: '2026-11-20', quoteEuros: 450 }
    expect(quoteVerdict(france, quote, { todayOn })).toMatchObject({
      kind: 'deferUntil',
      untilOn: '2026-12-05',
      rule: { id: 'QUOTE-DELAY' },
    })
    expect(quoteVerdict(france, quote, { todayOn: '2026-12-05' })).toEqual({ kind: 'allow' })
  })

  test('joins the health answers without losing either', () => {
    const quote = quoteVerdict(france, { quotedOn: todayOn, quoteEuros: 450 }, { todayOn })
    expect(strictest([verdictOf({ CI26: true }), quote])).toMatchObject({
      kind: 'needsClinician',
      notBeforeOn: '2026-12-09',
      notBeforeRule: { id: 'QUOTE-DELAY' },
    })
  })
})

describe('mayBook', () => {
  test('permits all after allow, nothing after refuse, a consultation only after review', () => {
    const startOn = '2027-05-01'
    const allowed = (verdict: Verdict) =>
      (['consultation', 'treatment'] as const).filter((service) => mayBook(verdict, { service, startOn }) === true)
    expect(allowed({ kind: 'allow' })).toEqual(['consultation', 'treatment'])
    expect(allowed(verdictOf({ CI05: true }))).toEqual([])
    expect(allowed(verdictOf({ CI26: true }))).toEqual(['consultation'])
  })

  test('deferUntil forbids every service before its date and none from it', () => {
    const verdict = verdictOf({ CI33: true })
    for (const service of ['consultation', 'treatment'] as const) {
      expect(mayBook(verdict, { service, startOn: '2026-12-07' })).toMatchObject({ refusal: 'VerdictForbids', verdict })
      expect(mayBook(verdict, { service, startOn: '2026-12-08' })).toBe(true)
    }
  })
})

describe('properties', () => {
  const ids = listContraindications().map((row) => row.id)
  const day = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(todayOn, -days))
  const answersOf = fc
    .uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 6 })
    .chain((keys) =>
      fc.tuple(...keys.map((key) => fc.tuple(fc.constant(key), fc.oneof(fc.constant(true as const), day)))),
    )
    .map((entries) => Object.fromEntries(entries) as Partial<Record<ContraindicationId, true | string>>)
  const booking = fc.record({
    service: fc.constantFrom('consultation' as const, 'treatment' as const),
    startOn: fc.integer({ min: 0, max: 800 }).map((days) => addDays(todayOn, days)),
  })

  test('one more answer never permits more', () => {
    fc.assert(
      fc.property(answersOf, answersOf, booking, (some, more, request) => {
        const fewer = mayBook(verdictOf(some), request)
        const all = mayBook(verdictOf({ ...more, ...some }), request)
        if (all === true) expect(fewer).toBe(true)
      }),
    )
  })

  test('the verdict permits exactly what every single rule permits', () => {
    fc.assert(
      fc.property(answersOf, booking, (answers, request) => {
        const each = Object.entries(answers).every(([id, a]) => mayBook(verdictOf({ [id]: a }), request) === true)
        expect(mayBook(verdictOf(answers), request) === true).toBe(each)
      }),
    )
  })
})
