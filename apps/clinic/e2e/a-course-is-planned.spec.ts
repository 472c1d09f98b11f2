import type { Browser, Page } from '@playwright/test'
import { words } from './course-words.ts'
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, getDemoSignIn, test } from './fixtures.ts'

type Words = (typeof words)[keyof typeof words]

// Each test signs in, draws several forecasts on the server and reads whole pages with axe.
test.describe.configure({ timeout: 120_000 })

async function signIn(page: Page, w: Words, role = 'practitioner'): Promise<void> {
  const { email, password } = getDemoSignIn(role)
  await page.goto(w.signIn)
  await page.locator('input[type="email"]').fill(email)
  await page.locator('input[type="password"]').fill(password)
  await page.locator('main form button').first().click()
  await page.waitForURL(/\/(jour|day)\/\d/)
}

/** A course of its own for each test, of the patient with a red flag; the model has answered when this returns. */
async function startCourse(page: Page, w: Words): Promise<void> {
  await page.goto(w.toDo)
  await page.locator(`a[href*="${w.patients}"]`).first().click()
  await page.getByRole('button', { name: w.newCourse }).click()
  await page.waitForURL(/\/(parcours|courses)\//)
  await settle(page)
}

/** Waits until the worker has begun and rests. */
async function settle(page: Page): Promise<void> {
  if (page.workers().length === 0) await page.waitForEvent('worker')
  await expect(page.locator('[aria-busy="false"] path.median')).toBeVisible()
}

const medianOf = (page: Page) => page.locator('path.median').getAttribute('d')
const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true })
const said = (page: Page) => page.locator('.said')

for (const [language, locale] of [
  ['fr', 'fr-BE'],
  ['en', 'en-GB'],
] as const) {
  const w = words[language]
  test.describe(`in ${language}`, () => {
    test.use({ locale })

    test('a depth changed by hand redraws the forecast, leaves a ghost of the one before, and is kept when saved', async ({
      page,
    }) => {
      await signIn(page, w)
      await startCourse(page, w)
      await expect(page.getByText(w.standing)).toBeVisible()
      await expect(page.getByText(w.scheme)).toBeVisible()
      const before = await medianOf(page)
      await page.getByRole('button', { name: w.less, exact: true }).click()
      await page.getByRole('button', { name: w.less, exact: true }).click()
      await expect.poll(() => medianOf(page)).not.toBe(before)
      await expect(page.locator('path.ghost')).toBeVisible()
      await expect(page.getByText(w.unsaved)).toBeVisible()
      await page.getByRole('button', { name: w.save }).click()
      await expect(page.getByText(w.saved)).toBeVisible()
      await page.reload()
      await expect(field(page, w.depth)).toHaveValue(language === 'fr' ? '1,00' : '1.00')
      await settle(page)
      await expectNoAxeViolations(page)
    })

    test('the day is a range in days for the keyboard, a line for the finger, and is spoken when the hand rests', async ({
      page,
    }) => {
      await signIn(page, w)
      await startCourse(page, w)
      const day = page.getByRole('slider', { name: w.day, exact: true })
      await day.focus()
      for (const [key, expected] of [
        ['ArrowRight', 4],
        ['PageUp', 11],
        ['PageDown', 4],
        ['ArrowLeft', 3],
        ['End', 28],
        ['Home', 0],
      ] as const) {
        await page.keyboard.press(key)
        await expect(day).toHaveValue(String(expected))
        await expect(said(page)).toHaveText(w.saidOn(expected))
        await expect(day).toHaveAttribute('aria-valuetext', w.saidOn(expected))
      }
      const spoken = page.locator('section > [role="status"]')
      await page.keyboard.press('ArrowRight')
      await expect(spoken).not.toHaveText(w.saidOn(1))
      await expect(spoken).toHaveText(w.saidOn(1))
      const box = (await page.locator('.touch').boundingBox())!
      // A quarter of the days' line is day 28 / 16 = 1.75, so the second.
      await page.mouse.click(box.x + 16 + (box.width - 32) * 0.5, box.y + box.height / 2)
      await expect(day).toHaveValue('7')
      await expect(page.getByRole('heading', { level: 2 }).nth(1)).toContainText('7')
    })

    test('the same forecast as bands, as twenty courses, as a table; of other things; none for pores', async ({
      page,
    }) => {
      await signIn(page, w)
      await startCourse(page, w)
      await page.getByRole('link', { name: w.courses }).click()
      await expect(page.locator('path.courses')).toBeVisible()
      await page.getByRole('link', { name: w.table }).click()
      await expect(page.getByRole('table').getByRole('row')).toHaveCount(11)
      await expectNoAxeViolations(page)
      await page.getByLabel(w.output).selectOption({ label: w.improvement })
      await expect(said(page)).toHaveText(w.improved)
      await page.getByText(language === 'fr' ? 'Zones, appareil et dates' : 'Zones, device and dates').click()
      await page.getByLabel('Indication').selectOption('pores')
      await expect(page.getByText(w.pores)).toBeVisible()
      await expectNoAxeViolations(page)
    })

    test('a depth that nobody published asks who and why before it is saved', async ({ page }) => {
      await signIn(page, w)
      await startCourse(page, w)
      await field(page, w.depth).fill(language === 'fr' ? '2,75' : '2.75')
      await expect(page.locator('.cautions').getByText(w.above)).toBeVisible()
      await page.getByRole('button', { name: w.save }).click()
      const summary = page.getByRole('alert').filter({ hasText: w.problem })
      await expect(summary).toBeFocused()
      await expectNoAxeViolations(page)
      await settle(page)
      await summary.getByRole('link').click()
      await expect(page.getByLabel(w.reason)).toBeFocused()
      await page.keyboard.type('Ice-pick')
      await page.getByRole('button', { name: w.save }).click()
      await expect(page.getByText(w.saved)).toBeVisible()
    })

    test('two who change one plan are shown both versions, and nothing typed is lost', async ({
      page,
      browser,
      baseURL,
    }) => {
      await signIn(page, w)
      await startCourse(page, w)
      const other = await openAsWell(browser, page, baseURL)
      await field(other, w.interval).fill('35')
      await other.getByRole('button', { name: w.save }).click()
      await expect(other.getByText(w.saved)).toBeVisible()
      await other.context().close()

      await field(page, w.interval).fill('21')
      await field(page, w.passes).fill('8')
      await page.getByRole('button', { name: w.save }).click()
      const summary = page.getByRole('alert').filter({ hasText: w.conflict })
      await expect(summary).toBeFocused()
      await expect(field(page, w.passes)).toHaveValue('8')
      await expectNoAxeViolations(page)
      await settle(page)
      await summary.getByRole('group', { name: w.interval }).getByLabel(w.stored).check()
      await expect(field(page, w.interval)).toHaveValue('35')
      await page.getByRole('button', { name: w.save }).click()
      await expect(page.getByText(w.saved)).toBeVisible()
      await expect(field(page, w.interval)).toHaveValue('35')
      await expect(field(page, w.passes)).toHaveValue('8')
    })

    test('without a network the model goes on, and what was typed waits for it', async ({ page, context }) => {
      await signIn(page, w)
      await startCourse(page, w)
      await context.setOffline(true)
      await expect(page.getByText(w.offline)).toBeVisible()
      const before = await medianOf(page)
      await page.getByRole('button', { name: w.less, exact: true }).click()
      await expect.poll(() => medianOf(page)).not.toBe(before)
      await page.getByRole('button', { name: w.save }).click()
      await expect(page.getByText(w.notSaved)).toBeVisible()
      await expect(field(page, w.depth)).toHaveValue(language === 'fr' ? '1,25' : '1.25')
      await context.setOffline(false)
      await page.getByRole('button', { name: w.save }).click()
      await expect(page.getByText(w.saved)).toBeVisible()
    })
  })
}

test('without a script the server draws the plan, the forecast and the table, and saves', async ({
  page,
  browser,
  baseURL,
}) => {
  const w = words.fr
  await signIn(page, w)
  await startCourse(page, w)
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL,
    storageState: await page.context().storageState(),
  })
  const plain = await context.newPage()
  await plain.goto(`${new URL(page.url()).pathname}?day=5`)
  await expect(plain.locator('path.median')).toBeVisible()
  await expect(said(plain)).toHaveText(w.saidOn(5))
  await plain.getByRole('link', { name: w.table }).click()
  await expect(plain.getByRole('table').getByRole('row')).toHaveCount(11)
  await field(plain, w.passes).fill('9')
  await plain.getByRole('button', { name: w.save }).click()
  await expect(plain.getByText(w.saved)).toBeVisible()
  await expect(field(plain, w.passes)).toHaveValue('9')
  await context.close()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme })
    test('the planner is clean at every width', async ({ page }) => {
      await signIn(page, words.fr)
      await startCourse(page, words.fr)
      for (const width of [360, 820, 1180]) {
        await page.setViewportSize({ width, height: 820 })
        await expectNoSidewaysScroll(page)
        await expectNoAxeViolations(page)
      }
    })
  })
}

test('the front desk meets a closed door, on the record and on the plan', async ({ page, browser, baseURL }) => {
  await signIn(page, words.fr)
  await startCourse(page, words.fr)
  const context = await browser.newContext({ baseURL })
  const desk = await context.newPage()
  await signIn(desk, words.fr, 'frontDesk')
  const refused = await desk.goto(new URL(page.url()).pathname)
  expect(refused?.status()).toBe(403)
  await expect(desk.getByText('PT-403-DOOR')).toBeVisible()
  await context.close()
})

/** The same course in a second window of the same person. */
async function openAsWell(browser: Browser, page: Page, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ baseURL, storageState: await page.context().storageState() })
  const other = await context.newPage()
  await other.goto(new URL(page.url()).pathname)
  await settle(other)
  return other
}
