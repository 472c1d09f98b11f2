import { expect, test } from 'vitest'
import { isCrossSiteForm } from './cross-site.server.ts'

const form = 'application/x-www-form-urlencoded'

function forged(path: string, method: string, headers: Record<string, string>): boolean {
  const url = new URL(path, 'https://clinic.example')
  return isCrossSiteForm(new Request(url, { method, headers }), url)
}

test('a form sent from another site, or from nowhere, is refused', () => {
  expect(forged('/fr/connexion', 'POST', { 'content-type': form, origin: 'https://evil.example' })).toBe(true)
  expect(forged('/fr/connexion', 'POST', { 'content-type': form })).toBe(true)
  expect(forged('/fr/connexion', 'POST', { 'content-type': 'text/plain; charset=utf-8', origin: 'null' })).toBe(true)
  expect(forged('/fr/connexion', 'DELETE', {})).toBe(true)
  expect(forged('/fr/x', 'POST', { 'content-type': 'application/json', origin: 'https://evil.example' })).toBe(true)
})

test('the site’s own forms, reading, JSON and the API pass', () => {
  expect(forged('/fr/connexion', 'POST', { 'content-type': form, origin: 'https://clinic.example' })).toBe(false)
  expect(forged('/fr/connexion', 'GET', { origin: 'https://evil.example' })).toBe(false)
  expect(forged('/fr/x', 'POST', { 'content-type': 'application/json' })).toBe(false)
  expect(forged('/fr/x', 'POST', { 'content-type': 'application/json', origin: 'https://clinic.example' })).toBe(false)
  expect(forged('/api/v1/holds/abc/extend', 'POST', {})).toBe(false)
  expect(forged('/api/v2', 'POST', {})).toBe(true)
})
