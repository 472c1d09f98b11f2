import { expect, test } from 'vitest'
import { derivedToken, newToken, seal, tokenHash, unseal } from './sealed.server.ts'

const answers = { indication: 'acne-scars', birthDate: '1988-03-03' }

test('what was sealed is read again by the same house for the same purpose', () => {
  expect(unseal('secret', 'booking', seal('secret', 'booking', answers))).toEqual(answers)
})

test('another secret, another purpose and a changed byte read nothing', () => {
  const sealed = seal('secret', 'booking', answers)
  expect(unseal('other', 'booking', sealed)).toBeUndefined()
  expect(unseal('secret', 'sign-in', sealed)).toBeUndefined()
  for (let at = 0; at < sealed.length; at += 7) {
    const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`
    expect(unseal('secret', 'booking', changed), `character ${at}`).toBeUndefined()
  }
})

test('what is no sealed text is read as nothing', () => {
  for (const text of [undefined, '', 'abc', 'A'.repeat(400), '{}', '\u0000'])
    expect(unseal('secret', 'booking', text), String(text)).toBeUndefined()
})

test('sealing twice gives two texts, and neither shows what is inside', () => {
  const [one, two] = [seal('secret', 'booking', answers), seal('secret', 'booking', answers)]
  expect(one).not.toBe(two)
  expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('acne')
})

test('tokens are 22 characters that an address carries unchanged, and no two are alike', () => {
  const tokens = Array.from({ length: 500 }, () => newToken())
  for (const token of tokens) expect(token).toMatch(/^[\w-]{22}$/)
  expect(new Set(tokens).size).toBe(500)
})

test('a derived token is the same each time, and another for another subject, purpose or house', () => {
  const token = derivedToken('secret', 'manage', 'a')
  expect(derivedToken('secret', 'manage', 'a')).toBe(token)
  const others = [
    derivedToken('secret', 'manage', 'b'),
    derivedToken('secret', 'hold', 'a'),
    derivedToken('x', 'manage', 'a'),
  ]
  expect(others).not.toContain(token)
  expect(tokenHash(token)).toHaveLength(32)
})
