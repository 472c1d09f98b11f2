import { expect, test } from 'vitest'
import { addressKey } from './address-key.ts'

test('an IPv6 line counts once, however many addresses it has', () => {
  expect(addressKey('2001:0db8:0:12::1')).toBe('2001:db8:0:12')
  expect(addressKey('2001:db8:0:12:ffff:1:2:3')).toBe('2001:db8:0:12')
  expect(addressKey('2001:db8:0:13::1')).toBe('2001:db8:0:13')
  expect(addressKey('::1')).toBe('0:0:0:0')
  expect(addressKey('fe80::1%eth0')).toBe('fe80:0:0:0')
  expect(addressKey('::ffff:192.0.2.7')).toBe('192.0.2.7')
  expect(addressKey('192.0.2.7')).toBe('192.0.2.7')
})
