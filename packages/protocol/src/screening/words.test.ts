import { describe, expect, test } from 'vitest'
import { listContraindications } from '../evidence.ts'
import { shapeOf, textFaults } from '../text-faults.ts'
import { questions } from './questions.ts'
import { screeningWords, verdictWords } from './words.ts'

const nbsp = '\u00a0'

test('French and English say the same things', () => {
  expect(shapeOf(screeningWords.fr)).toEqual(shapeOf(screeningWords.en))
})

test('every question has words, and every dated one a label for its date', () => {
  for (const words of [screeningWords.fr, screeningWords.en]) {
    expect(Object.keys(words.questions)).toEqual(questions.map((question) => question.id))
    expect(Object.keys(words.datePrompts)).toEqual(questions.filter((q) => q.dated !== false).map((q) => q.id))
  }
})

test('every row of the table has its reason', () => {
  expect(Object.keys(screeningWords.fr.reasons)).toEqual(
    expect.arrayContaining(listContraindications().map((row) => row.id)),
  )
})

test.each(['fr', 'en'] as const)('the %s words keep the house style', (language) => {
  expect(textFaults(screeningWords[language], language)).toEqual([])
})

describe('a verdict as the patient reads it', () => {
  test('allow has no reason', () => {
    expect(verdictWords({ kind: 'allow' }, 'fr')).toEqual({ sentence: 'Vous pouvez choisir une date.' })
  })

  test('deferUntil names the date, the reason and when the rule ends', () => {
    const verdict = {
      kind: 'deferUntil',
      untilOn: '2027-01-12',
      rule: { id: 'QUOTE-DELAY', sourceIds: [], expiresOn: '2027-01-12' },
    } as const
    expect(verdictWords(verdict, 'fr')).toEqual({
      sentence: `Pas avant le 12${nbsp}janvier 2027${nbsp}: un délai de réflexion doit séparer le devis du soin. Voici les créneaux à partir de cette date.`,
      reason: 'Un délai de réflexion doit séparer le devis du soin.',
      expires: `Cette règle prend fin le 12${nbsp}janvier 2027.`,
    })
    expect(verdictWords(verdict, 'en').sentence).toMatch(/^Not before 12.January 2027: a cooling-off period/)
  })

  test('a review that also waits says both', () => {
    const rule = { id: 'CI26', sourceIds: ['CI26'] } as const
    expect(verdictWords({ kind: 'needsClinician', rule, notBeforeOn: '2026-12-01' }, 'fr').sentence).toContain(
      `pas avant le 1er${nbsp}décembre 2026`,
    )
    expect(verdictWords({ kind: 'needsClinician', rule }, 'en')).toEqual({
      sentence: screeningWords.en.verdicts.needsClinician,
      reason: screeningWords.en.reasons.CI26,
    })
  })
})
