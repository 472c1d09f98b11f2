import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations } from './fixtures.ts'
import { findLetter, type Walker, type Words } from './walk-booking.ts'

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click()

/** Asks for the patient's link, opens it from the outbox, and enters the space. */
export async function enterSpace(page: Page, words: Words, { email }: Walker): Promise<void> {
  await page.goto(words.myLink)
  await expectNoAxeViolations(page)
  await page.getByRole('textbox').fill(email)
  await press(page, words.askLink)
  await expect(page.getByRole('heading', { level: 1, name: words.linkAsked })).toBeVisible()
  const letter = await findLetter(page, words.linkLetter, email)
  await letter.getByRole('link', { name: /^http/ }).click()
  await press(page, words.enter)
  await page.waitForURL(/\/(espace|my)$/)
  await expectNoAxeViolations(page)
}

/** Day 3 without anything worrying. */
export async function reportCalmDay(page: Page, words: Words): Promise<void> {
  await page.getByRole('link', { name: words.doCheckIn }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.day3 })).toBeVisible()
  await expectNoAxeViolations(page)
  await answer(page, words.redness[0], words.redness[1])
  await answer(page, words.swelling[0], words.swelling[1])
  await answer(page, words.pain, '1')
  await page.getByRole('checkbox', { name: words.noSign }).check()
  await press(page, words.send)
  await expect(page.getByText(words.sent).first()).toBeVisible()
  await expectNoAxeViolations(page)
}

/** The same day again, with a fever: the care card comes. */
export async function reportFever(page: Page, words: Words): Promise<void> {
  await page.getByRole('link', { name: words.again }).click()
  await answer(page, words.redness[0], words.redness[2])
  await answer(page, words.swelling[0], words.swelling[2])
  await answer(page, words.pain, '6')
  await page.getByRole('checkbox', { name: words.fever }).check()
  await press(page, words.send)
  await expect(page.getByRole('alert').getByText(words.callToday)).toBeVisible()
  await expectNoAxeViolations(page)
}

/** The team's list has the red flag, with the patient's name; the practitioner answers it, and it is gone. */
export async function answerFlag(page: Page, words: Words, familyName: RegExp): Promise<void> {
  await page.getByRole('link', { name: words.toDo }).click()
  const flag = page.getByRole('article', { name: familyName })
  await expect(flag).toBeVisible()
  await expectNoAxeViolations(page)
  await flag.getByRole('radio', { name: words.callBack }).check()
  await flag.getByLabel(words.note).fill(words.noteText)
  await flag.getByRole('button', { name: words.saveAnswer }).click()
  await expect(page.getByText(words.answered)).toBeVisible()
  await expect(flag).toHaveCount(0)
}

async function answer(page: Page, question: string, choice: string): Promise<void> {
  await page.getByRole('group', { name: question }).getByRole('radio', { name: choice, exact: true }).check()
}
