import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations } from './fixtures.ts'
import type { walkWords } from './walk-words.ts'

export type Words = (typeof walkWords)[keyof typeof walkWords]

/** Somebody new, as one walk needs; the address is reserved for examples. */
export type Walker = { name: string; email: string }

/** Presses, and counts the presses: a booking is eight. */
function countTaps() {
  let taps = 0
  return {
    tap: async (target: { click(): Promise<void> }) => {
      taps += 1
      await target.click()
    },
    taps: () => taps,
  }
}

/** Books as a new patient, from the front page to the confirmation. @returns when the visit starts (epoch ms) */
export async function book(page: Page, words: Words, walker: Walker): Promise<number> {
  const { tap, taps } = countTaps()
  await page.goto(words.home)
  await expectNoAxeViolations(page)
  await tap(page.getByRole('main').getByRole('link', { name: words.book }).first())

  await tap(page.getByRole('radio', { name: words.scars }))
  await tap(page.getByRole('button', { name: words.continue, exact: true }))

  await expectNoAxeViolations(page)
  await tap(page.getByRole('checkbox', { name: words.none }))
  for (const [at, part] of words.birth.entries())
    await page.getByRole('textbox', { name: part, exact: true }).last().fill(words.person.birth[at]!)
  await tap(page.getByRole('button', { name: words.continue, exact: true }))

  await expectNoAxeViolations(page)
  const slot = page.locator('button[name=start]').first()
  const startAt = Number(await slot.getAttribute('value'))
  await tap(slot)
  await tap(page.getByRole('button', { name: words.continueWith }))

  await expectNoAxeViolations(page)
  const typed = [words.person.givenName, words.person.familyName, words.person.phone, walker.email]
  for (const [at, label] of words.details.entries()) await page.getByLabel(label, { exact: true }).fill(typed[at]!)
  await page.keyboard.press('Enter')

  await expect(page.getByText(walker.email)).toBeVisible()
  await expectNoAxeViolations(page)
  await tap(page.getByRole('button', { name: words.confirm }))
  await expect(page.getByRole('heading', { level: 1, name: words.confirmed })).toBeVisible()
  await expectNoAxeViolations(page)
  expect(taps(), 'taps of a new patient').toBe(8)
  return startAt
}

/** The newest letter to somebody in the demo's outbox, once it has come. */
export async function findLetter(page: Page, subject: string | RegExp, email: string) {
  const letter = page.getByRole('article', { name: subject }).filter({ hasText: email }).first()
  await expect(async () => {
    await page.goto('/demo/outbox')
    await expect(letter).toBeVisible({ timeout: 500 })
  }).toPass({ timeout: 15_000 })
  return letter
}

/** Reads the confirmation: its calendar file, and the link to change or cancel. */
export async function readConfirmation(page: Page, words: Words, { name, email }: Walker): Promise<void> {
  const letter = await findLetter(page, words.letter, email)
  await expect(letter).toContainText(name.split(' ')[0]!)
  const [file] = await Promise.all([page.waitForEvent('download'), letter.locator('a[download]').click()])
  expect(file.suggestedFilename()).toMatch(/\.ics$/)
  await expectNoAxeViolations(page)
  await letter.getByRole('link', { name: /^http/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.manage })).toBeVisible()
}
