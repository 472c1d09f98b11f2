import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test } from './fixtures.ts'

const said = {
  fr: {
    path: '/fr/cicatrisation',
    day: (day: number) => `Jour ${day}`,
    needle: '2,50 mm',
    prp: 'Avec PRP',
    show: 'Montrer',
  },
  en: { path: '/en/healing', day: (day: number) => `Day ${day}`, needle: '2.50 mm', prp: 'With PRP', show: 'Show' },
} as const

const cut = (page: Page) => page.locator('[data-region=result] .cut')
const title = (page: Page, day: string) => page.getByRole('heading', { level: 2, name: day, exact: true })
const slide = (page: Page, id: string, value: string) => page.locator(`#${id}`).fill(value)

for (const language of ['fr', 'en'] as const) {
  const own = said[language]

  test.describe(own.path, () => {
    test('loads the model at the first touch and not before, then follows every control without the server', async ({
      page,
      baseURL,
    }) => {
      const scripts: string[] = []
      const pages: string[] = []
      page.on('request', (request) => {
        if (request.resourceType() === 'script') scripts.push(request.url())
        if (request.isNavigationRequest()) pages.push(request.url())
      })
      await page.goto(own.path, { waitUntil: 'networkidle' })
      expect(scripts).toHaveLength(1)
      await expect(page.getByRole('button', { name: own.show })).toBeHidden()
      await page.locator('#needle').hover()
      await expect(page.locator('#explorer.is-live')).toBeVisible()
      expect(scripts.length).toBeGreaterThan(1)
      for (const script of scripts) expect(new URL(script).origin).toBe(new URL(baseURL ?? '').origin)

      await test.step('a longer needle goes deeper, more passes make more holes', async () => {
        const scale = page.locator('[data-region=result] .skin p').first()
        const said = (await scale.textContent()) ?? ''
        await slide(page, 'passes', '14')
        await expect(scale).not.toHaveText(said)
        const before = await cut(page).innerHTML()
        await slide(page, 'needle', '2.5')
        await expect(page.locator('output[for=needle]')).toHaveText(own.needle.replace(' ', '\u00a0'))
        await expect.poll(() => cut(page).innerHTML()).not.toBe(before)
      })
      await test.step('the day is dragged, pressed, and moved by keys', async () => {
        const axis = (await page.locator('#explorer-day').boundingBox())!
        await page.mouse.move(axis.x + 22 + (axis.width - 44) / 4, axis.y + 22)
        await page.mouse.down()
        await page.mouse.move(axis.x + 22 + (axis.width - 44) / 2, axis.y + 22, { steps: 5 })
        await page.mouse.up()
        // Half the way on a root axis of 28 days is day 7.
        await expect(title(page, own.day(7))).toBeVisible()
        await page.keyboard.press('ArrowRight')
        await expect(title(page, own.day(8))).toBeVisible()
        await page.keyboard.press('PageUp')
        await expect(title(page, own.day(15))).toBeVisible()
        await page.locator('button[name=day][value="2"]').click()
        await expect(title(page, own.day(2))).toBeVisible()
        await expect(page.locator('button[name=day][aria-current]')).toHaveText('2')
      })
      expect(pages).toHaveLength(1)
      await expectNoAxeViolations(page)
      for (const width of [768, 390, 320]) {
        await page.setViewportSize({ width, height: 800 })
        await expectNoSidewaysScroll(page)
      }
    })

    test.describe('without script', () => {
      test.use({ javaScriptEnabled: false })

      test('is a still of the usual treatment, and a form that the server answers', async ({ page }) => {
        await page.goto(own.path)
        await expect(title(page, own.day(3))).toBeVisible()
        const before = await cut(page).innerHTML()
        await page.locator('#passes').fill('16')
        await page.getByRole('checkbox', { name: own.prp }).check()
        await page.getByRole('button', { name: own.show }).click()
        await expect(page).toHaveURL(/passes=16/)
        await expect(page.getByRole('checkbox', { name: own.prp })).toBeChecked()
        expect(await cut(page).innerHTML()).not.toBe(before)
        await page.locator('button[name=day][value="14"]').click()
        await expect(title(page, own.day(14))).toBeVisible()
        await expect(page.locator('output[for=passes]')).toHaveText('16')
      })
    })
  })
}

test('in France the page says why there is no PRP, and does not forecast any', async ({ page, baseURL }) => {
  const french = new URL('/fr/cicatrisation?prp=1', baseURL)
  french.hostname = 'demo-fr.localhost'
  await page.goto(french.href)
  await expect(page.getByText(/PRP\s: interdit en France/)).toBeVisible()
  await expect(page.locator('[name=prp]')).toHaveCount(0)
})

test('the model’s numbers can be opened, each with what it rests on', async ({ page }) => {
  await page.goto('/en/our-model')
  const group = page.locator('details', { hasText: 'The holes and how they close' })
  await group.locator('summary').click()
  await expect(group.getByRole('row', { name: /repair of the horny layer/ })).toContainText('calibrated')
  await expect(group.getByRole('link', { name: /source K0045/ }).first()).toHaveAttribute('href', /^https:/)
  await expectNoAxeViolations(page)
})
