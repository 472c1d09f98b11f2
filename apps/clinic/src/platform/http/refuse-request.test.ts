import { expect, test } from 'vitest'
import { refuseRequest } from './refuse-request.server.ts'

const asked = (accept: string) => new Request('https://clinic.example/fr/cabinet', { headers: { accept } })

test('software reads a code and a sentence in its language', async () => {
  const refusal = refuseRequest(asked('application/json'), 403, 'PT-403-DOOR', 'en')
  expect(refusal.status).toBe(403)
  expect(refusal.headers.get('content-type')).toMatch(/^application\/json/)
  expect(await refusal.json()).toEqual({ code: 'PT-403-DOOR', message: expect.stringContaining('Your role') })
})

test('a person reads a page with the way home, where to sign in, whom to call, and the code', async () => {
  const wayOut = { signIn: '/fr/connexion?to=%2Ffr%2Fcabinet', phone: { shown: '02 555 01 20', href: 'tel:025550120' } }
  const refusal = refuseRequest(asked('text/html,*/*'), 401, 'PT-401-DOOR', 'fr', wayOut)
  const page = await refusal.text()
  for (const said of ['lang="fr"', 'href="/fr"', `href="${wayOut.signIn}"`, 'tel:025550120', 'PT-401-DOOR'])
    expect(page).toContain(said)
  expect(refusal.headers.get('cache-control')).toBe('no-store')
})

test('what a clinic calls itself is text in that page, not markup', async () => {
  const wayOut = { clinicName: '<script>alert(1)</script>', phone: { shown: '"><b>', href: 'tel:"onclick="x' } }
  const page = await refuseRequest(asked('text/html'), 403, 'PT-403-DOOR', 'en', wayOut).text()
  expect(page).not.toMatch(/<script|<b>|"onclick/)
})
