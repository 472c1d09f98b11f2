import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test } from './fixtures.ts'

for (const language of ['fr', 'en'] as const) {
  test(`the front page opens in ${language}, for everyone and at every width`, async ({ page }) => {
    await page.goto(`/${language}`)
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectNoAxeViolations(page)
    await page.setViewportSize({ width: 320, height: 640 })
    await expectNoSidewaysScroll(page)
  })
}
