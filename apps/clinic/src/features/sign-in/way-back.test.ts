import { expect, test } from 'vitest'
import { wayBack } from './way-back.ts'

test('after signing in one reaches the page that was asked for, with its question', () => {
  expect(wayBack('/fr/cabinet/jour/2026-11-24?vue=liste', 'clinicHome', 'fr')).toBe(
    '/fr/cabinet/jour/2026-11-24?vue=liste',
  )
})

test('without a page, or with one that is not ours, one reaches home', () => {
  const elsewhere = [
    null,
    '',
    'https://evil.example/fr',
    '//evil.example/fr',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    '/fr/nowhere',
    '/api/v1/clinics',
    '/fr/../..//evil.example',
    '/fr/deconnexion',
    '/fr/connexion',
  ]
  for (const to of elsewhere) expect(wayBack(to, 'clinicHome', 'fr'), String(to)).toBe('/fr/cabinet')
})
