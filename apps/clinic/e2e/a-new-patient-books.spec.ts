import { answerUpToTime, expectRoom, expectWellMade, fillDate, fillDetails, newPerson, press, says } from './booking.ts'
import { expect, test } from './fixtures.ts'

test('a new patient books in French with eight presses, and no answer gets into an address', async ({ page }) => {
  test.slow()
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(request.url()))
  let presses = 0
  const tap = async (target: ReturnType<typeof page.getByRole>) => {
    presses += 1
    await target.click()
  }
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
  const words = says.fr

  await page.goto('/fr')
  await tap(page.getByRole('main').getByRole('link', { name: 'Prendre RDV en ligne' }).first())
  await expect(page).toHaveTitle(/^Étape 1 sur 5\s: Votre demande – /)
  await expectWellMade(page)
  await tap(page.getByLabel(words.need, { exact: true }))
  await tap(button(words.continue))

  await expect(page).toHaveTitle(/^Étape 2 sur 5\s: Votre santé – /)
  await expectWellMade(page)
  await tap(page.getByLabel(words.none))
  await fillDate(page, 'birth', ['3', '3', '1988'])
  await tap(button(words.continue))

  await expect(page).toHaveTitle(/^Étape 3 sur 5\s: Date et heure – /)
  await expect(page.getByText('Vous pouvez choisir une date.')).toBeVisible()
  await expect(page.getByText(/Premier jour libre\s: /)).toBeVisible()
  await expectWellMade(page)
  const slot = page.getByRole('button', { name: /^\d+\sh(\s\d\d)?, \S+ \d+ \S+, Dr / }).first()
  await tap(slot)
  await expect(button(words.continueWith)).toBeFocused()
  await expectWellMade(page)
  await tap(button(words.continueWith))

  await expect(page).toHaveTitle(/^Étape 4 sur 5\s: Vos coordonnées – /)
  await expect(page.getByText(/^Réservé pour vous\s: (10\smin\s00|9\smin\s\d\d)$/)).toBeVisible()
  await expectWellMade(page)
  const person = await fillDetails(page)
  await page.locator('#email').press('Enter')

  await expect(page).toHaveTitle(/^Étape 5 sur 5\s: Vérifier – /)
  await expect(page.getByText(`${person.givenName} ${person.familyName}`)).toBeVisible()
  await expectWellMade(page)
  await tap(button(words.confirm))

  await expect(page.getByRole('heading', { level: 1, name: words.done })).toBeVisible()
  await expect(page.getByText(person.email)).toBeVisible()
  await expectWellMade(page)
  expect(presses).toBe(8)
  const told = addresses.filter((address) =>
    /acne|scars|none|birth|1988|martin|exemple/i.test(new URL(address).search + new URL(address).pathname),
  )
  expect(told, 'addresses that tell an answer').toEqual([])
})

test('in English without JavaScript: booking, a look back, more time, moving and cancelling', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  const words = says.en
  await answerUpToTime(page, 'en')
  await expectRoom(page)
  await page.getByRole('link', { name: 'More dates' }).click()
  const chosen = page.getByRole('button', { name: /^\d+:\d\d(am|pm), \w+ \d+ \w+, Dr / }).first()
  const name = (await chosen.getAttribute('aria-label'))!
  await chosen.click()
  await expect(page).toHaveURL(/\/en\/book\/time\?from=\d{4}-\d\d-\d\d#choice$/)
  await expect(page.getByRole('button', { name, exact: true })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: words.continueWith }).click()

  await expect(page.getByText(/^Held for you until \d+:\d\d(am|pm) \(Bruxelles time\)\.$/)).toBeVisible()
  await page.locator('#givenName').fill('Léa')
  await press(page, 'Keep 10 more minutes')
  await expect(page.locator('#givenName')).toHaveValue('Léa')
  await expect(page.getByText('Extended once, which is the most.')).toBeVisible()
  const person = await fillDetails(page)
  await press(page, words.continue)
  await expectRoom(page)

  // A look back at an answer costs nothing: unchanged, the time stays held.
  await page.getByRole('link', { name: 'Change: Health' }).click()
  await press(page, words.continue)
  await page.getByRole('button', { name: words.continueWith }).click()
  await expect(page.locator('#email')).toHaveValue(person.email)
  await press(page, words.continue)
  await press(page, words.confirm)
  await expect(page.getByRole('heading', { level: 1, name: words.done })).toBeVisible()
  await expectRoom(page)

  await page.getByRole('link', { name: 'Change or cancel' }).click()
  await page.getByRole('link', { name: 'Move the appointment' }).click()
  await expectRoom(page)
  await page
    .getByRole('button', { name: /^\d+:\d\d(am|pm), / })
    .nth(4)
    .click()
  await page.getByRole('button', { name: /^Move to/ }).click()
  await expect(page.getByText('It is moved.')).toBeVisible()
  await page.getByRole('link', { name: 'Cancel the appointment' }).click()
  await press(page, 'Cancel the appointment')
  await expect(page.getByText('It is cancelled.')).toBeVisible()
  await expectRoom(page)
  await context.close()
})

test('in English in the dark: every step names what is wrong and keeps what was typed; then the pages of the link', async ({
  page,
}) => {
  test.slow()
  const words = says.en
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(words.start)
  await press(page, words.continue)
  await expect(page).toHaveTitle(/^Error: Step 1 of 5: What you need – /)
  const summary = page.locator('#error-summary')
  await expect(summary).toBeFocused()
  await expectWellMade(page)
  await page.getByLabel(words.need, { exact: true }).check()
  await press(page, words.continue)

  await page.getByLabel('Recent sunburn or tan').check()
  await fillDate(page, 'date-recent-tan', ['40', '1', '2026'])
  // The script would untick it: a page without script sends both.
  await page.locator('input[name="none"]').evaluate((none) => {
    ;(none as HTMLInputElement).checked = true
  })
  await press(page, words.continue)
  await expect(page).toHaveTitle(/^Error: Step 2 of 5: Your health – /)
  await expect(summary).toBeFocused()
  await expect(summary.getByRole('link')).toHaveText([
    'Last exposure: Write the date like this: 24 11 2026.',
    '“None of these” is ticked together with another answer. Keep one or the other.',
    'Enter your date of birth.',
  ])
  await expect(page.locator('[id="date-recent-tanDay"]')).toHaveValue('40')
  await expectWellMade(page)
  await page.getByLabel(words.none).uncheck()
  await page.getByLabel(words.none).check()
  await expect(page.getByLabel('Recent sunburn or tan')).not.toBeChecked()
  await fillDate(page, 'birth', ['3', '3', '1988'])
  await press(page, words.continue)

  await page.getByRole('link', { name: 'More dates' }).click()
  await page.locator('button.slot:visible').nth(3).click()
  await press(page, words.continueWith)
  await page.locator('#phone').fill('12')
  await press(page, words.continue)
  await expect(page).toHaveTitle(/^Error: Step 4 of 5: Your details – /)
  await expect(summary.getByRole('link')).toHaveCount(4)
  await expect(page.locator('#phone')).toHaveValue('12')
  await expectWellMade(page)
  await fillDetails(page)
  await press(page, words.continue)
  await press(page, words.confirm)

  const file = page.getByRole('link', { name: 'Add to my calendar' })
  const answer = await page.context().request.get((await file.getAttribute('href'))!)
  expect(answer.headers()['content-type']).toContain('text/calendar')
  const entry = await answer.text()
  expect(entry).toContain('SUMMARY:Appointment\\, Cabinet Lumen')
  expect(entry).not.toMatch(/needling|scar/i)

  await page.getByRole('link', { name: 'Change or cancel' }).click()
  await expectWellMade(page)
  await page.getByRole('link', { name: 'Move the appointment' }).click()
  await expectWellMade(page)
  await page.getByRole('link', { name: 'Keep the appointment' }).click()
  await page.getByRole('link', { name: 'Cancel the appointment' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Cancel this appointment?' })).toBeVisible()
  await expectWellMade(page)
  await press(page, 'Cancel the appointment')
  await expect(page.getByText('Fee: none.')).toBeVisible()
  await expectWellMade(page)
})

test('by keyboard alone', async ({ page }) => {
  const words = says.fr
  /** Tabs until the control of this name has the focus, which must be visible. */
  const reach = async (name: string | RegExp, role: 'button' | 'radio' | 'checkbox' | 'textbox' = 'button') => {
    const target = page.getByRole(role, { name, exact: typeof name === 'string' }).first()
    for (let i = 0; i < 200; i += 1) {
      if (await target.evaluate((control) => control === document.activeElement)) {
        await expect(target).toBeInViewport()
        return
      }
      await page.keyboard.press('Tab')
    }
    throw new Error(`${name} cannot be reached by Tab`)
  }
  await page.goto(words.start)
  await reach('Rides et ridules', 'radio')
  await page.keyboard.press('ArrowDown')
  await reach(words.continue)
  await page.keyboard.press('Enter')
  await page.waitForURL(/sante$/)
  await reach('Grossesse ou allaitement', 'checkbox')
  await page.keyboard.press('Space')
  await reach(words.none, 'checkbox')
  await page.keyboard.press('Space')
  await expect(page.getByLabel('Grossesse ou allaitement')).not.toBeChecked()
  await expect(page.getByRole('status')).toHaveText('Les autres cases sont décochées.')
  await page.keyboard.press('Tab')
  await page.keyboard.type('3')
  await page.keyboard.press('Tab')
  await page.keyboard.type('3')
  await page.keyboard.press('Tab')
  await page.keyboard.type('1988')
  await page.keyboard.press('Enter')
  await page.waitForURL(/creneau$/)
  await reach(/^\d+\sh/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: words.continueWith })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.waitForURL(/coordonnees$/)
  const person = newPerson()
  await reach('Prénom', 'textbox')
  await page.keyboard.type(person.givenName)
  for (const text of [person.familyName, person.phone, person.email]) {
    await page.keyboard.press('Tab')
    await page.keyboard.type(text)
  }
  await page.keyboard.press('Enter')
  await page.waitForURL(/verification$/)
  await reach(words.confirm)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: words.done })).toBeVisible()
})
