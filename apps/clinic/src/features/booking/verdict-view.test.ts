import { decide, longDate, verdictWords } from '@pointille/protocol'
import { expect, test } from 'vitest'
import { viewVerdict } from './verdict-view.ts'

const todayOn = '2026-11-24'

function view(language: 'fr' | 'en', answers: Parameters<typeof decide>[0]['answers']) {
  const verdict = decide({ indication: 'wrinkles', birthDate: '1988-03-03', answers }, { todayOn, jurisdiction: 'BE' })
  return viewVerdict(verdictWords(verdict, language), verdict.kind)
}

test('a free choice is one sentence', () => {
  expect(view('fr', { none: true })).toEqual({ kind: 'allow', title: 'Vous pouvez choisir une date.', sentences: [] })
})

test('a delay names its date first, then the rule', () => {
  expect(view('fr', { CI33: '2026-11-20' })).toEqual({
    kind: 'deferUntil',
    title: `Pas avant le ${longDate('2026-12-04', 'fr')}.`,
    sentences: [
      'Deux semaines doivent suivre un bronzage ou un coup de soleil. Voici les créneaux à partir de cette date.',
    ],
  })
  expect(view('en', { CI33: '2026-11-20' }).title).toBe(`Not before ${longDate('2026-12-04', 'en')}.`)
})

test('a review says what to choose, which rule decided and when it ends', () => {
  const { title, sentences } = view('en', { CI30: '2026-11-01', CI31: '2026-11-01' })
  expect(title).toBe('A clinician reviews first.')
  expect(sentences).toEqual([
    'Choose a consultation; we read your answers beforehand.',
    'Experts disagree (6 months, or no delay). A doctor decides with you.',
    `This rule ends on ${longDate('2027-04-30', 'en')}.`,
  ])
})

test('a refusal says that it can change, and why', () => {
  const { title, sentences } = view('fr', { CI05: true })
  expect(title).toBe('Nous ne réservons pas ce soin en ligne dans votre situation.')
  expect(sentences).toHaveLength(2)
})
