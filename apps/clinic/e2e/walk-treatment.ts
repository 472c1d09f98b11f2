import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, getDemoSignIn, moveClock } from './fixtures.ts'
import type { Walker, Words } from './walk-booking.ts'

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()

/** Signs the practitioner in and opens the day. */
export async function signIn(page: Page, words: Words): Promise<void> {
  const { email, password } = getDemoSignIn('practitioner')
  await page.goto(words.signIn)
  await expectNoAxeViolations(page)
  await page.getByLabel(words.signInFields[0], { exact: true }).fill(email)
  await page.getByLabel(words.signInFields[1], { exact: true }).fill(password)
  await press(page, words.signInSubmit)
  await page.waitForURL(/\/(jour|day)\/\d/)
}

/** Marks the patient as arrived and opens the treatment. */
export async function receive(page: Page, words: Words, familyName: string): Promise<void> {
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: words.list, exact: true }).click()
  await expectNoAxeViolations(page)
  const visit = page.getByRole('row').filter({ hasText: familyName })
  await visit.getByRole('button', { name: words.arrival }).click()
  await visit.getByRole('button', { name: words.open }).click()
}

/** Identity, examination and plan, then the consent, read and signed by the patient. */
export async function examine(page: Page, words: Words, { name }: Walker): Promise<void> {
  const [fullName, birthDate, confirm] = words.identity
  await page.getByRole('checkbox', { name: fullName }).check()
  await page.getByRole('checkbox', { name: birthDate }).check()
  await press(page, confirm)

  await expectNoAxeViolations(page)
  await page.getByRole('radio', { name: 'III', exact: true }).check()
  await page.getByRole('checkbox', { name: words.cheek, exact: true }).check()
  await page.getByLabel(words.rounds).fill('1')
  await press(page, words.savePlan)

  await page.getByRole('link', { name: words.readAndSign }).click()
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: words.hasRead }).click()
  await expectNoAxeViolations(page)
  await page.getByLabel(words.writeName).fill(name)
  await page.getByLabel(words.readBox).check()
  await press(page, words.signBefore)
  await expect(page.getByRole('heading', { level: 1, name: words.signed })).toBeVisible()
  await page.getByRole('link', { name: words.goOn }).click()
}

/** Runs the treatment on the tablet: cream, cartridge, passes to the endpoint, closing, seal. @param unit no other's */
export async function run(
  page: Page,
  words: Words,
  { unit, creamOffAt, expiresOn }: { unit: string; creamOffAt: string; expiresOn: string },
): Promise<void> {
  if (!/\/(run|conduire)$/.test(page.url())) await page.getByRole('link', { name: words.run }).click()
  await page.getByLabel(words.grams).fill('5')
  await page.getByLabel(words.area).fill('40')
  await press(page, words.creamOn)
  await expect(page.getByRole('timer')).toBeVisible()
  await expectNoAxeViolations(page)

  const address = page.url()
  await moveClock(page, { to: creamOffAt })
  await page.goto(address)
  await expect(page.getByText(words.mayTakeOff)).toBeVisible()
  await press(page, words.creamOff)
  await press(page, words.disinfected)
  await page.getByLabel(words.lot, { exact: true }).fill('E2E-LOT')
  await page.getByLabel(words.expires).fill(expiresOn)
  await page.getByLabel(words.unit).fill(unit)
  await press(page, words.openCartridge)

  await page.getByRole('button', { name: words.cheek }).click()
  await press(page, words.glide)
  await press(page, words.stretched)
  const pad = page.getByRole('button', { name: words.pass })
  for (let pass = 1; pass <= 6; pass += 1) {
    await pad.click()
    await expect(pad).toContainText(String(pass))
    // A second touch within 400 ms is the glove bouncing.
    await page.waitForTimeout(420)
  }
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: words.goal }).click()
  await press(page, words.zoneDone)
  await press(page, words.cleaned)

  await press(page, words.petrolatum)
  await press(page, words.oneMore)
  await press(page, words.countAgrees)
  await press(page, words.dateTold)
  await expectNoAxeViolations(page)
  await press(page, words.seal)
  await press(page, words.sealForGood)
  await expect(page.getByRole('heading', { name: words.sealed })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByRole('link', { name: words.toRecord }).click()
  await expect(page.getByText(words.intact)).toBeVisible()
  await expectNoAxeViolations(page)
}
