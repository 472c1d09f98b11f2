import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from '@playwright/test'
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, getDemoSignIn, test } from './fixtures.ts'

async function signIn(page: Page, role: string): Promise<void> {
  const { email, password } = getDemoSignIn(role)
  await page.goto('/fr/connexion')
  await page.locator('input[type=email]').fill(email)
  await page.locator('input[type=password]').fill(password)
  await page.locator('input[type=password]').press('Enter')
  await page.waitForURL(/\/jour\/\d/)
}

/** Asks about the first handpiece of the demo. */
async function ask(page: Page): Promise<void> {
  await page.goto('/fr/cabinet/exposition?kind=device')
  await page.getByLabel('Pièce à main', { exact: true }).selectOption({ label: 'Stylo 1' })
  await page.getByLabel('Motif de la recherche').fill('avis du fabricant')
  await page.getByRole('button', { name: 'Rechercher' }).click()
  await page.waitForURL(/\/exposition\/[0-9a-f-]{36}/)
}

test('the owner asks about a handpiece, reads, notes a call, prepares letters and exports', async ({ page }) => {
  await signIn(page, 'owner')
  await page.goto('/fr/cabinet/exposition')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: 'Rechercher' }).click()
  const summary = page.getByRole('alert')
  await expect(summary.getByRole('link', { name: 'Dites ce qui a été partagé.' })).toBeVisible()
  await expect(summary.getByRole('link', { name: 'Écrivez le motif, en 3 à 500 signes.' })).toBeVisible()
  await expectNoAxeViolations(page)

  await ask(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Recherche d’exposition')
  const table = page.getByRole('table', { name: 'Recherche d’exposition' })
  const rows = await table.getByRole('row').count()
  expect(rows).toBeGreaterThan(5)
  await expectNoAxeViolations(page)
  await expectNoSidewaysScroll(page)

  await table.getByRole('link', { name: 'Patient' }).click()
  await expect(table.getByRole('columnheader', { name: 'Patient' })).toHaveAttribute('aria-sort', 'ascending')
  const names = await table.getByRole('rowheader').allTextContents()
  expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, 'fr')))

  await table.getByRole('button').first().click()
  await expect(page.getByRole('status').filter({ hasText: 'C’est noté.' })).toBeVisible()
  await expect(table.getByText(/^appel, /).first()).toBeVisible()

  await page.getByRole('link', { name: 'Graphe' }).click()
  await expect(page.getByRole('img', { name: /^Graphe/ })).toBeVisible()
  await expectNoAxeViolations(page)

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Exporter pour l’autorité' }).click()
  const file = await download
  const text = await readFile(await file.path())
  expect(file.suggestedFilename()).toContain(createHash('sha256').update(text).digest('hex'))

  await page.getByRole('link', { name: 'Préparer les lettres FR et EN' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Lettres')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: /comme envoyées/ }).click()
  await expect(page.getByText('Toutes ces personnes ont été prévenues.')).toBeVisible()

  await page.goto(
    page
      .url()
      .replace('/fr/cabinet/exposition/', '/en/clinic/look-back/')
      .replace(/\/lettres.*/, ''),
  )
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Exposure look-back')
  await expectNoAxeViolations(page)
  await page.setViewportSize({ width: 400, height: 800 })
  await expectNoSidewaysScroll(page)
})

test('from the question to the export by keyboard alone', async ({ page }) => {
  await signIn(page, 'practitioner')
  await page.goto('/fr/cabinet/exposition?kind=device')
  const tabTo = async (what: ReturnType<Page['getByRole']>) => {
    for (let tabs = 0; tabs < 40; tabs++) {
      if (await what.evaluate((element) => element === document.activeElement)) return
      await page.keyboard.press('Tab')
    }
    throw new Error('the keyboard does not reach it')
  }
  await tabTo(page.getByLabel('Pièce à main', { exact: true }))
  await page.keyboard.type('Stylo 1')
  await tabTo(page.getByLabel('Motif de la recherche'))
  await page.keyboard.type('avis du fabricant')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/exposition\/[0-9a-f-]{36}/)
  await tabTo(page.getByRole('link', { name: 'Exporter pour l’autorité' }))
  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  expect((await download).suggestedFilename()).toMatch(/sha256-[0-9a-f]{64}\.csv$/)
})

test('a page without script asks and answers the same', async ({ browser, baseURL }) => {
  const page = await withoutScript(browser, baseURL)
  await signIn(page, 'owner')
  await ask(page)
  await expect(page.getByRole('table', { name: 'Recherche d’exposition' }).getByRole('row').nth(5)).toBeVisible()
  await page.getByRole('link', { name: 'Graphe' }).click()
  await expect(page.getByRole('img', { name: /^Graphe/ })).toBeVisible()
  await page.context().close()
})

test('the front desk and the assistant find the door shut', async ({ page }) => {
  for (const role of ['frontDesk', 'assistant']) {
    await page.context().clearCookies()
    await signIn(page, role)
    const answer = await page.goto('/fr/cabinet/exposition')
    expect(answer?.status(), role).toBe(403)
  }
})

async function withoutScript(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: 'fr-FR', javaScriptEnabled: false })
  return context.newPage()
}
