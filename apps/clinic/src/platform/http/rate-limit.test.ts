import { expect, test } from 'vitest'
import { addressKey, giveTurnsBack, takeTurn } from './rate-limit.server.ts'

const on = { rateLimit: true }

test('a key has its turns and then waits, other keys and other turns do not', async () => {
  for (let i = 0; i < 5; i += 1) expect(await takeTurn(on, 'link', 'lea')).toEqual({ allowed: true })
  const refused = await takeTurn(on, 'link', 'lea')
  expect(refused).toMatchObject({ refusal: 'TooManyRequests' })
  expect('retryAfterSeconds' in refused && refused.retryAfterSeconds).toBeGreaterThan(890)
  expect(await takeTurn(on, 'link', 'max')).toEqual({ allowed: true })
  expect(await takeTurn(on, 'hold', 'lea')).toEqual({ allowed: true })
  await giveTurnsBack('link', 'lea')
  expect(await takeTurn(on, 'link', 'lea')).toEqual({ allowed: true })
})

test('switched off there is no limit', async () => {
  for (let i = 0; i < 100; i += 1)
    expect(await takeTurn({ rateLimit: false }, 'link', 'zoe')).toEqual({ allowed: true })
})

test('an IPv6 line counts once, however many addresses it has', () => {
  expect(addressKey('2001:0db8:0:12::1')).toBe('2001:db8:0:12')
  expect(addressKey('2001:db8:0:12:ffff:1:2:3')).toBe('2001:db8:0:12')
  expect(addressKey('2001:db8:0:13::1')).toBe('2001:db8:0:13')
  expect(addressKey('::1')).toBe('0:0:0:0')
  expect(addressKey('fe80::1%eth0')).toBe('fe80:0:0:0')
  expect(addressKey('::ffff:192.0.2.7')).toBe('192.0.2.7')
  expect(addressKey('192.0.2.7')).toBe('192.0.2.7')
})
