import { describe, expect, test } from 'vitest'
import type { Model } from './model.ts'
import { parseModel } from './parse-model.ts'

const healing: Model = {
  parameters: ['k', 'w'],
  definitions: [
    { name: 'slow', is: 'k/2', meaning: '', unit: '1/d' },
    { name: 'lost', is: 'slow*P', meaning: '', unit: '1/d' },
  ],
  states: [{ name: 'P', meaning: '', unit: '1', rest: 'slow', rate: '-lost', closed: 'P_0*exp(-slow*(t - t_0))' }],
  events: [{ name: 'treatment', with: ['dose'], set: { P: 'P + dose', w: '2' } }],
}

describe('a model', () => {
  test('is read', () => {
    expect([...parseModel(healing).definitions.keys()]).toEqual(['slow', 'lost'])
  })

  test.each<[string, Partial<Model>, string]>([
    [
      'a text that cannot be read',
      { definitions: [{ name: 'a', is: 'k +', meaning: '', unit: '' }] },
      'a: Unexpected end',
    ],
    ['a name given twice', { parameters: ['k', 'w', 'P'] }, 'The name P is given twice'],
    ['a name that time has', { parameters: ['k', 'w', 't'] }, 'The name t is given twice'],
    [
      'a definition that rests on one below it',
      { definitions: healing.definitions.toReversed() },
      'lost mentions slow',
    ],
    ['a rest that varies', { states: [{ ...healing.states[0]!, rest: 'lost' }] }, 'rest of P mentions lost'],
    ['a closed form in a state', { states: [{ ...healing.states[0]!, closed: 'P' }] }, 'closed form of P mentions P'],
    ['an event on nothing', { events: [{ name: 'e', with: [], set: { X: '1' } }] }, 'X at e: there is nothing to set'],
    [
      'an event with an unknown value',
      { events: [{ name: 'e', with: [], set: { P: 'dose' } }] },
      'P at e mentions dose',
    ],
  ])('is refused for %s', (_, change, says) => {
    expect(() => parseModel({ ...healing, ...change })).toThrow(says)
  })
})
