import { expect, test } from 'vitest'
import { listDetailsFaults, readDetailsForm } from './details-form.ts'

const complete = { givenName: 'Léa', familyName: 'Martin', phone: '06 12 34 56 78', email: 'lea@exemple.be' }

test('reads what was typed without stray spaces', () => {
  const form = new FormData()
  form.append('givenName', '  Léa  Marie ')
  form.append('email', ' lea@exemple.be ')
  expect(readDetailsForm(form)).toEqual({ givenName: 'Léa Marie', familyName: '', phone: '', email: 'lea@exemple.be' })
})

test('an empty page names every field, in order', () => {
  const faults = listDetailsFaults({ givenName: '', familyName: '', phone: '', email: '' })
  expect(faults.map(({ field }) => field)).toEqual(['givenName', 'familyName', 'phone', 'email'])
})

test.each(['06 12 34 56 78', '+32 470 12 34 56', '02/555.01.20', '+1 (555) 010-0199', '0612345678'])(
  'the number %s is read',
  (phone) => {
    expect(listDetailsFaults({ ...complete, phone })).toEqual([])
  },
)

test.each(['12', 'abc', '06 12 34 56 78 ou 79', '1234567890123456'])('the number %s is not', (phone) => {
  expect(listDetailsFaults({ ...complete, phone })).toEqual([{ field: 'phone', fault: 'phoneUnreal' }])
})

test.each(['lea', 'lea@', '@exemple.be', 'lea@exemple', 'lea@exemple..be', 'lea martin@exemple.be'])(
  'the address %s is not one',
  (email) => {
    expect(listDetailsFaults({ ...complete, email })).toEqual([{ field: 'email', fault: 'emailUnreal' }])
  },
)
