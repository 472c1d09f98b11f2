import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test } from './fixtures.ts'
import { budgets, weighPage } from './page-weight.ts'

const pages = [
  { path: '/fr', other: '/en', says: 'expliqué point par point.' },
  { path: '/fr/cicatrisation', other: '/en/healing', says: 'qui se chevauchent' },
  { path: '/fr/indications/cicatrices', other: '/en/indications/scars', says: 'Cicatrices d’acné' },
  { path: '/fr/securite', other: '/en/safety', says: 'et qui doit attendre' },
  { path: '/fr/notre-modele', other: '/en/our-model', says: 'et ses erreurs' },
  { path: '/en', other: '/fr', says: 'explained point by point.' },
  { path: '/en/healing', other: '/fr/cicatrisation', says: 'that overlap' },
  { path: '/en/indications/scars', other: '/fr/indications/cicatrices', says: 'Acne scars' },
  { path: '/en/safety', other: '/fr/securite', says: 'and who should wait' },
  { path: '/en/our-model', other: '/fr/notre-modele', says: 'and its errors' },
]
const languageOf = (path: string) => path.slice(1, 3)
const bookingOf = (path: string) => (languageOf(path) === 'fr' ? '/fr/rdv/demande' : '/en/book/need')
const addressOf = (page: Page, rel: string) => page.locator(`link[rel="${rel}"]`).getAttribute('href')

for (const { path, other, says } of pages) {
  test.describe(path, () => {
    test('is readable by everyone, light and dark, and at every width', async ({ page }) => {
      await page.goto(path)
      await expect(page.locator('html')).toHaveAttribute('lang', languageOf(path))
      await expect(page.getByRole('heading', { level: 1 })).toContainText(says)
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await expectNoAxeViolations(page)
      }
      for (const width of [1280, 768, 390, 320]) {
        await page.setViewportSize({ width, height: 800 })
        await expectNoSidewaysScroll(page)
      }
    })

    test('is found and shared: title, description, one address, its pair in the other language', async ({
      page,
      baseURL,
    }) => {
      await page.goto(path)
      await expect(page).toHaveTitle(/.{10,} · Cabinet Lumen, Bruxelles$/)
      await expect(page.locator('meta[name=description]')).toHaveAttribute('content', /.{60,170}/)
      const canonical = await addressOf(page, 'canonical')
      expect(canonical).toBe(new URL(path, baseURL).href)
      const pair = page.locator(`link[rel=alternate][hreflang=${languageOf(other)}]`)
      await expect(pair).toHaveAttribute('href', new URL(other, baseURL).href)
      await page.goto(other)
      await expect(page.locator(`link[rel=alternate][hreflang=${languageOf(path)}]`)).toHaveAttribute(
        'href',
        canonical ?? '',
      )
    })

    test('asks nobody else for anything, and every link within the house leads somewhere', async ({
      page,
      baseURL,
    }) => {
      const strangers: string[] = []
      page.on('request', (request) => {
        if (new URL(request.url()).origin !== new URL(baseURL ?? '').origin) strangers.push(request.url())
      })
      await page.goto(path, { waitUntil: 'networkidle' })
      expect(strangers).toEqual([])
      const hrefs = await page
        .locator('a[href]')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href))
      const within = [...new Set(hrefs.filter((href) => new URL(href).origin === new URL(page.url()).origin))]
      expect(within.length).toBeGreaterThan(5)
      for (const href of within) {
        const answer = await page.request.get(href)
        expect(answer.status(), href).toBeLessThan(400)
        const anchor = new URL(href).hash.slice(1)
        if (anchor !== '') expect(await answer.text(), href).toContain(`id="${anchor}"`)
      }
    })

    test('stays within its bytes', async ({ browser, baseURL }) => {
      const weight = await weighPage(browser, new URL(path, baseURL).href)
      for (const [kind, bytes] of Object.entries(weight))
        expect(bytes, kind).toBeLessThanOrEqual(budgets.public[kind as keyof typeof weight])
    })
  })
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  for (const { path, says } of pages)
    test(`${path} is whole, its menu opens, and the way to book is there`, async ({ page }) => {
      await page.setViewportSize({ width: 390, height: 844 })
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 })).toContainText(says)
      await expect(page.locator(`main a[href="${bookingOf(path)}"]`).last()).toBeVisible()
      await page.locator('header summary').click()
      await expect(page.locator('header details a').first()).toBeVisible()
      // The healing page carries one small script, which nothing needs.
      expect(await page.locator('script').count()).toBeLessThanOrEqual(/cicatrisation$|healing$/.test(path) ? 1 : 0)
    })
})

test('the home page answers by the rules: what is refused, what waits, what a doctor sees first', async ({ page }) => {
  await page.goto('/fr')
  await expect(page.locator('#h-08')).toContainText('anticoagulant')
  await expect(page.locator('#h-09')).toContainText('moins de 14 jours')
  await expect(page.locator('#h-10')).toContainText('vous êtes enceinte')
  await expect(page.locator('#h-08')).not.toContainText('enceinte')
})

test('each clinic speaks by its own country: PRP, emergency numbers, first visit', async ({ page, baseURL }) => {
  const french = new URL(baseURL ?? '')
  french.hostname = 'demo-fr.localhost'
  await page.goto('/fr')
  await expect(page.locator('#b-01')).toContainText('dans ce but')
  await page.goto(new URL('/fr', french).href)
  await expect(page.locator('#b-01')).toContainText('interdit')
  await expect(page.locator('#h-11')).toContainText('devis')
  await page.goto(new URL('/en/safety', french).href)
  await expect(page.getByRole('heading', { name: 'Call 15 or 112 now' })).toBeVisible()
  await page.goto('/en/safety')
  await expect(page.getByRole('heading', { name: 'Call 112 now' })).toBeVisible()
})

test('the chart of studies can be read as a table, each study with its source', async ({ page }) => {
  await page.goto('/en/indications/scars')
  const rows = page.getByRole('table').locator('tbody tr')
  await expect(rows).toHaveCount(8)
  for (const row of await rows.all())
    await expect(row.getByRole('link', { name: /source AS\d+/ })).toHaveAttribute('href', /^https:/)
  await expect(rows.filter({ hasText: 'Leheta' })).toContainText('68%')
})

test('a page that has not changed is not sent twice', async ({ request }) => {
  const first = await request.get('/fr')
  expect(first.headers()['cache-control']).toBe('no-cache')
  const again = await request.get('/fr', { headers: { 'if-none-match': first.headers().etag ?? '' } })
  expect(again.status()).toBe(304)
})

test('search engines are told which doors are private', async ({ request }) => {
  const text = await (await request.get('/robots.txt')).text()
  for (const path of ['/fr/espace', '/en/my', '/fr/cabinet', '/en/clinic', '/demo'])
    expect(text).toContain(`Disallow: ${path}`)
})

test('the sheet of pieces opens in the demo', async ({ page }) => {
  await page.goto('/demo/pieces')
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
})
