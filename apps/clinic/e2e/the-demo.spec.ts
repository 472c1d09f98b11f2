import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test } from './fixtures.ts'

const titles = {
  fr: { '/demo': 'La démo', '/demo/outbox': 'Boîte d’envoi', '/demo/clock': 'Horloge' },
  en: { '/demo': 'The demo', '/demo/outbox': 'Outbox', '/demo/clock': 'Clock' },
} as const

for (const [language, locale] of [
  ['fr', 'fr-BE'],
  ['en', 'en-GB'],
] as const) {
  test.describe(`the demo’s pages for a browser that prefers ${language}`, () => {
    test.use({ locale })
    for (const [path, title] of Object.entries(titles[language])) {
      test(`${path} opens for everyone and at every width`, async ({ page }) => {
        await page.goto(path)
        await expect(page.locator('html')).toHaveAttribute('lang', language)
        await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
        await expectNoAxeViolations(page)
        await page.setViewportSize({ width: 320, height: 640 })
        await expectNoSidewaysScroll(page)
      })
    }
  })
}

test('the way to the second clinic leads to its own sign-ins', async ({ page }) => {
  await page.goto('/demo')
  await page.getByRole('link', { name: 'Ouvrir Cabinet Morel' }).click()
  await expect(page.getByText('Cabinet Morel, Lyon').first()).toBeVisible()
  await expect(page.getByRole('heading', { level: 3, name: /Cabinet Morel, Lyon\s+\(vous y êtes\)/ })).toBeVisible()
})
