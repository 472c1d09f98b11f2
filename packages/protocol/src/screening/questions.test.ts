import { describe, expect, test } from 'vitest'
import { listContraindications } from '../evidence.ts'
import { decide } from './decide.ts'
import { parseScreening } from './parse-screening.ts'
import { answersFromQuestions, askedOnSite, questionIds, questions, type SelectedQuestion } from './questions.ts'

const todayOn = '2026-11-24'

function verdictOf(...selected: SelectedQuestion[]) {
  const input = { indication: 'wrinkles', birthDate: '1988-03-03', answers: answersFromQuestions(selected) }
  const parsed = parseScreening(input, { todayOn })
  return 'refusal' in parsed ? parsed : decide(parsed.screening, { todayOn, jurisdiction: 'BE' })
}

test('every row of the table is asked by exactly one question, or on site with a reason', () => {
  const asked = [...questions.flatMap((question) => question.rowIds), ...askedOnSite.map(({ id }) => id)]
  expect(asked.toSorted()).toEqual(listContraindications().map((row) => row.id))
  for (const { why } of askedOnSite) expect(why.length).toBeGreaterThan(20)
})

test('questions and their ids are one list', () => {
  expect(questions.map((question) => question.id)).toEqual([...questionIds])
})

test('a question asks for a date exactly when one of its rows has days to wait', () => {
  for (const question of questions) {
    const waits = listContraindications().some(
      (row) => question.rowIds.includes(row.id) && row.washoutDays !== undefined,
    )
    expect(question.dated !== false, question.id).toBe(waits)
  }
})

describe('ticked boxes become the verdicts that the public site announces', () => {
  test.each<[SelectedQuestion['questionId'], string]>([
    ['none', 'allow'],
    ['pregnancy-or-breastfeeding', 'needsClinician'],
    ['isotretinoin', 'needsClinician'],
    ['past-cold-sores', 'needsClinician'],
    ['other-allergy', 'needsClinician'],
    ['other-skin-condition', 'needsClinician'],
    ['infection-or-inflamed-acne', 'refuse'],
    ['thick-scars', 'refuse'],
    ['blood-thinner', 'refuse'],
    ['lowered-immunity', 'refuse'],
    ['anaesthetic-allergy', 'refuse'],
    ['recent-tan', 'deferUntil'],
    ['young-scar', 'deferUntil'],
    ['chemo-radiotherapy-or-steroids', 'deferUntil'],
  ])('%s: %s', (questionId, kind) => {
    expect(verdictOf({ questionId })).toMatchObject({ kind })
  })

  test.each<[SelectedQuestion['questionId'], string]>([
    ['recent-tan', '2026-12-04'],
    ['injection-in-area', '2027-05-19'],
    ['surgery-in-area', '2027-11-20'],
    ['deep-peel', '2027-02-18'],
    ['recent-cosmetic-act', '2026-12-04'],
    ['chemo-radiotherapy-or-steroids', '2026-12-18'],
    ['young-scar', '2027-11-20'],
  ])('%s on 20 November waits until %s', (questionId, untilOn) => {
    expect(verdictOf({ questionId, lastOn: '2026-11-20' })).toMatchObject({ kind: 'deferUntil', untilOn })
  })
})

describe('faults are named by parseScreening', () => {
  test.each<[string, SelectedQuestion[], string]>([
    ['nothing ticked', [], 'at-least-one-answer'],
    ['none together with a condition', [{ questionId: 'none' }, { questionId: 'recent-tan' }], 'none-stands-alone'],
    ['a date to come', [{ questionId: 'recent-tan', lastOn: '2027-01-01' }], 'not-after-today'],
    ['a question that does not exist', [{ questionId: 'x' as 'none' }], 'known-condition'],
  ])('%s', (_, selected, limit) => {
    expect(verdictOf(...selected)).toMatchObject({ refusal: 'InvalidScreening', limit })
  })
})
