import { parseCheckIn } from '@pointille/protocol'
import { expect, test } from 'vitest'
import { answersOf, readSentForm } from './check-in-form.ts'

function sent(more: Record<string, string | string[]>) {
  const form = new FormData()
  const all = { checkInId: 'x', redness: 'mild', swelling: 'none', painScore: '2', redFlags: ['none'], ...more }
  for (const [name, value] of Object.entries(all)) for (const one of [value].flat()) form.append(name, one)
  return readSentForm(form)
}

test('"none of these" is an answer without signs, as the protocol reads it', () => {
  const said = answersOf(sent({}), 3)
  expect(said).toEqual({ answers: { day: 3, redness: 'mild', swelling: 'none', painScore: 2, redFlags: [] } })
  expect(parseCheckIn('answers' in said ? said.answers : undefined)).toHaveProperty('checkIn')
})

test('"none of these" beside a sign is a contradiction, and not the sign', () => {
  expect(answersOf(sent({ redFlags: ['pus', 'none'] }), 3)).toEqual({
    faults: [{ question: 'redFlags', fault: 'contradiction' }],
  })
})

test('every question asks for its answer, in the order of the page; nothing ticked is no answer', () => {
  expect(answersOf(sent({ redness: '', swelling: '', painScore: '', redFlags: [] }), 3)).toEqual({
    faults: ['redness', 'swelling', 'painScore', 'redFlags'].map((question) => ({ question, fault: 'missing' })),
  })
})

test('a pain that is no number reaches the protocol as none, which refuses it', () => {
  for (const painScore of ['1e1', ' 3', '-1', '100', '0x3']) {
    const said = answersOf(sent({ painScore }), 3)
    expect(parseCheckIn('answers' in said ? said.answers : undefined)).toMatchObject({ field: 'painScore' })
  }
})
