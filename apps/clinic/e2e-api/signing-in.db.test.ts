import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type DemoDatabase, makeDemoDatabase } from './demo-database.ts'
import { type Server, startServers } from './servers.ts'
import { type Asked, askAs, type Reply } from './walk-client.ts'
import { findPlace, issueToken, type Place } from './walk-places.queries.server.ts'

/* Signing in as a browser without script does: forms, cookies, redirects. */

const password = 'pointille-demo'
let demo: DemoDatabase
let server: Server
let place: Place

beforeAll(async () => {
  demo = await makeDemoDatabase()
  const [started] = await startServers(1, demo.databaseUrl, { POINTILLE_RATE_LIMIT: 'on' })
  server = started!
  place = await findPlace(demo.owner, 'demo-be')
})
afterAll(async () => {
  await server?.kill()
  await demo?.drop()
})

/** A browser: keeps its cookies and follows nothing by itself. */
function openBrowser() {
  const jar = new Map<string, string>()
  const ask = async (asked: Omit<Asked, 'host' | 'cookie'>): Promise<Reply> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await askAs(server.address, { ...asked, host: place.host, cookie: cookie || undefined })
    for (const line of [reply.headers['set-cookie'] ?? []].flat()) {
      const [pair = '', ...attributes] = line.split('; ')
      const at = pair.indexOf('=')
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
      if (value === '' || attributes.some((attribute) => /^max-age=0$/i.test(attribute))) jar.delete(name)
      else jar.set(name, value)
    }
    return reply
  }
  return {
    jar,
    read: (path: string) => ask({ method: 'GET', path }),
    send: (path: string, form: Record<string, string> = {}) => ask({ method: 'POST', path, form }),
  }
}

/** What an authenticator application shows (RFC 6238). */
function codeOf(secret: string, at = Date.now()): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const hash = createHmac('sha1', key).update(counter).digest()
  const offset = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}

test('who asks for a page of the team signs in and lands on that page, and nowhere else', async () => {
  const browser = openBrowser()
  const asked = await browser.read('/fr/cabinet/a-faire?depuis=lettre')
  expect(asked).toMatchObject({ status: 303, location: '/fr/connexion?to=%2Ffr%2Fcabinet%2Fa-faire%3Fdepuis%3Dlettre' })
  const form = await browser.read(asked.location!)
  expect(form.body).toContain('<form method="POST"')
  expect(form.body).not.toContain('<script')
  const wrong = await browser.send(asked.location!, { email: 'owner@demo-be.example', password: 'wrong' })
  expect(wrong.status).toBe(401)
  expect(wrong.body).toContain('ne correspond pas')
  expect(wrong.body).toContain('value="owner@demo-be.example"')
  expect(wrong.body).not.toContain('value="wrong"')
  const right = await browser.send(asked.location!, { email: 'owner@demo-be.example', password })
  expect(right).toMatchObject({ status: 303, location: '/fr/cabinet/a-faire?depuis=lettre' })
  expect((await browser.read(right.location!)).status).toBe(200)
  const elsewhere = await openBrowser().send('/en/sign-in?to=//evil.example', {
    email: 'owner@demo-be.example',
    password,
  })
  expect(elsewhere.location).toBe('/en/clinic')
})

test('the code is switched on, asked at the next sign-in, and the backup codes are shown once', async () => {
  const browser = openBrowser()
  const signIn = { email: 'practitioner@demo-be.example', password }
  await browser.send('/fr/connexion', signIn)
  const started = await browser.send('/fr/cabinet/compte?/start', { password })
  const secret = /<code[^>]*>([A-Z2-7 ]+)<\/code>/.exec(started.body)?.[1]?.replaceAll(' ', '') ?? ''
  expect(secret.length).toBeGreaterThan(20)
  expect(started.body).toContain('<svg viewBox')
  const confirmed = await browser.send('/fr/cabinet/compte?/confirm', { code: codeOf(secret) })
  expect(confirmed.status).toBe(200)
  // Below the styles, which have words of the same form.
  const codes = confirmed.body.slice(confirmed.body.indexOf('<main')).match(/\b[A-Za-z0-9]{5}-[A-Za-z0-9]{5}\b/g) ?? []
  expect(new Set(codes).size).toBeGreaterThanOrEqual(8)
  const again = await browser.read('/fr/cabinet/compte')
  for (const code of codes) expect(again.body).not.toContain(code)

  const other = openBrowser()
  const first = await other.send('/fr/connexion?to=/fr/cabinet/a-faire', signIn)
  expect(first.location).toBe('/fr/connexion/code?to=/fr/cabinet/a-faire')
  expect((await other.read('/fr/cabinet/a-faire')).location).toMatch(/^\/fr\/connexion/)
  const wrong = await other.send(first.location!, { code: codeOf(secret, Date.now() - 3_600_000) })
  expect(wrong.status).toBe(401)
  const right = await other.send(first.location!, { code: codeOf(secret) })
  expect(right).toMatchObject({ status: 303, location: '/fr/cabinet/a-faire' })
  expect((await other.read(right.location!)).status).toBe(200)
})

test('a patient presses the button of the letter; reading the link, as mail programs do, leaves it whole', async () => {
  const token = await issueToken(demo.owner, 'patientLink', place.clinicId, place.patient)
  const path = `/fr/espace/entrer/${token}`
  for (let i = 0; i < 3; i += 1) expect((await openBrowser().read(path)).body).toContain('Ouvrir mon espace')
  const browser = openBrowser()
  const entered = await browser.send(`${path}?to=/fr/espace/acces-au-dossier`)
  expect(entered).toMatchObject({ status: 303, location: '/fr/espace/acces-au-dossier' })
  const cookie = String(entered.headers['set-cookie'])
  for (const attribute of ['HttpOnly', 'SameSite=Lax', 'Max-Age=2592000', 'Path=/']) expect(cookie).toContain(attribute)
  const space = await browser.read('/fr/espace')
  expect(space.status).toBe(200)
  expect(space.headers['cache-control']).toBe('no-store')
  expect((await openBrowser().send(path)).status).toBe(410)
  expect((await openBrowser().read(path)).body).toContain('Ce lien ne s’ouvre plus')
  const left = await browser.send('/fr/deconnexion')
  expect(left).toMatchObject({ status: 303, location: '/fr' })
  expect((await browser.read('/fr/espace')).location).toBe('/fr/espace/lien')
})

test('the page that asks for the link answers alike for known and unknown addresses', async () => {
  const { rows } = await demo.owner.query('select email from clinic.patients where patient_id = $1', [place.patient])
  const [known, unknown] = [
    await openBrowser().send('/fr/espace/lien', { email: rows[0].email }),
    await openBrowser().send('/fr/espace/lien', { email: 'nobody@nowhere.example' }),
  ]
  expect([known.status, unknown.status]).toEqual([200, 200])
  const said = ({ body }: Reply) => body.replace(/nonce-[^"']+|data-[^ >]+|version: "\d+"/g, '')
  expect(said(known)).toBe(said(unknown))
})

test('too many tries wait, are told how long, and say whom to turn to', async () => {
  let last: Reply | undefined
  for (let i = 0; i < 12 && last?.status !== 429; i += 1)
    last = await openBrowser().send('/fr/connexion', { email: 'frontdesk@demo-be.example', password: `guess ${i}` })
  expect(last?.status).toBe(429)
  expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0)
  expect(last?.body).toContain('demandez à un responsable du cabinet')
  const right = await openBrowser().send('/fr/connexion', { email: 'frontdesk@demo-be.example', password })
  expect(right.status).toBe(429)
})
