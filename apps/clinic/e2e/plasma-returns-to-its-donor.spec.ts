import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, moveClock } from './fixtures.ts'
import { test } from './own-demo.ts'
import { book } from './walk-booking.ts'
import { receive, signIn } from './walk-treatment.ts'
import { walkWords } from './walk-words.ts'

const words = walkWords.fr
const clockAt = (startAt: number, minutes: number) =>
  new Date(startAt + minutes * 60_000)
    .toLocaleString('sv-SE', { timeZone: 'Europe/Brussels' })
    .replace(' ', 'T')
    .slice(0, 16)

/** Both schemes, and the width of the tablet. */
async function expectGoodPage(page: Page) {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme })
    await expectNoAxeViolations(page)
  }
  await expectNoSidewaysScroll(page)
}

/** A wedge scanner: it types where the focus is, and presses Enter. */
async function scan(page: Page, code: string) {
  await expect(page.locator('input[name=code]')).toBeFocused()
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
}

const labelOf = async (page: Page) =>
  (await page
    .getByText(/^PT-\d{4}-\d{5}-[A-Z]$/)
    .first()
    .textContent())!.trim()

/** Draws from the only person in treatment, reads the label back, and spins. */
async function drawAndSpin(page: Page, at: (minutes: number) => string, minute: number): Promise<string> {
  await page.goto('/fr/cabinet/prp')
  await page.getByRole('radio', { name: new RegExp(words.person.familyName, 'i') }).check()
  await page.getByRole('button', { name: 'Créer l’étiquette et prélever' }).click()
  const label = await labelOf(page)
  await expectGoodPage(page)
  await scan(page, label.toLowerCase())
  await expect(page.getByText('900 g')).toBeVisible()
  await expectGoodPage(page)
  await page.getByRole('button', { name: 'Lancer la centrifugation' }).click()
  await expect(page.getByText('La centrifugeuse tourne')).toBeVisible()
  await expectGoodPage(page)
  const here = page.url()
  await moveClock(page, { to: at(minute) })
  await page.goto(here)
  await page.getByRole('button', { name: 'Centrifugation finie' }).click()
  await expect(page.getByRole('heading', { name: 'Qui est devant vous' })).toBeVisible()
  await expectGoodPage(page)
  return label
}

test('plasma returns to its donor: by scans, with a stop that nobody can pass, and a day that ends with every tube accounted for', async ({
  page,
  team,
}) => {
  test.setTimeout(150_000)
  const startAt = await book(page, words, {
    name: `${words.person.givenName} ${words.person.familyName}`,
    email: 'plasma@patient.example',
  })
  const at = (minutes: number) => clockAt(startAt, minutes)
  await moveClock(team, { to: at(-5) })
  await signIn(team, words)
  await receive(team, words, words.person.familyName)

  await test.step('the right person: matched, syringe filled, and no plasma before the needles', async () => {
    const label = await drawAndSpin(team, at, 10)
    await team.getByRole('button', { name: new RegExp(words.person.familyName, 'i') }).click()
    await expect(team.getByRole('alert')).toContainText('Ce tube est à cette personne.')
    await expectGoodPage(team)
    const primary = team.getByRole('button', { name: 'Scanner le tube' })
    expect((await primary.boundingBox())!.height).toBeGreaterThanOrEqual(128)
    await scan(team, label)
    await expect(team.getByText(`${label}-S`)).toBeVisible()
    await scan(team, 'PT-2026-99999-A-S')
    await expect(team.getByRole('alert').first()).toContainText('inconnu')
    await team.locator('input[name=code]').focus()
    await scan(team, `${label}-S`)
    await expect(team.getByRole('alert').first()).toContainText('La séance n’est pas prête')
    await expectGoodPage(team)
  })

  await test.step('the day does not end over this tube, and says whose it is', async () => {
    await team.goto('/fr/cabinet/prp')
    await team.getByRole('button', { name: 'Terminer la journée' }).click()
    await expect(team.getByRole('alert')).toContainText(words.person.familyName.toUpperCase())
    await expectGoodPage(team)
    await team.getByRole('link', { name: /à appliquer/ }).click()
    await team.getByRole('link', { name: 'Mettre le tube au rebut' }).click()
    await expectGoodPage(team)
    await team.getByRole('radio', { name: 'plus nécessaire' }).check()
    await team.getByRole('button', { name: 'Mettre le tube au rebut' }).click()
    await expect(team.getByText('Mis au rebut : plus nécessaire.')).toBeVisible()
  })

  await test.step('another person: the whole screen stops, and there is no way to the skin', async () => {
    await drawAndSpin(team, at, 20)
    await team.getByText('Quelqu’un d’autre').click()
    await team.getByLabel('Nom de famille').fill(words.person.familyName)
    await team.getByLabel('Prénom').fill('Pauline')
    await team.getByLabel('Date de naissance').fill('1997-05-12')
    await team.getByRole('button', { name: 'Comparer' }).click()
    const stop = team.getByRole('alert')
    await expect(stop).toContainText('STOP.')
    await expect(stop).toContainText('Rien n’a été appliqué.')
    await expectGoodPage(team)
    expect(await team.getByRole('button').allTextContents()).toEqual(['Mettre le tube au rebut', 'Appeler un collègue'])
    for (const button of await team.getByRole('button').all())
      expect((await button.boundingBox())!.height).toBeGreaterThanOrEqual(128)
    await team.getByRole('button', { name: 'Appeler un collègue' }).click()
    await expect(stop).toContainText('Collègue appelé à')
    await team.getByRole('button', { name: 'Mettre le tube au rebut' }).click()
    await expect(team.getByText('Mis au rebut : écart d’identité.')).toBeVisible()
    await team.goto('/en/clinic/prp')
    await expectGoodPage(team)
    await team.getByRole('button', { name: 'Done for today' }).click()
    await expect(team.getByRole('status').filter({ hasText: 'Day ended at' })).toBeVisible()
  })

  await test.step('the label prints with a code, and all of it works without a script', async () => {
    const context = await team
      .context()
      .browser()!
      .newContext({
        javaScriptEnabled: false,
        storageState: await team.context().storageState(),
        viewport: { width: 1180, height: 820 },
      })
    const plain = await context.newPage()
    await plain.goto(new URL('/fr/cabinet/prp', team.url()).href)
    await plain.getByRole('radio', { name: new RegExp(words.person.familyName, 'i') }).check()
    await plain.getByRole('button', { name: 'Créer l’étiquette et prélever' }).click()
    const label = await labelOf(plain)
    await plain.getByRole('button', { name: 'Réimprimer' }).click()
    await plain.locator('input[name=code]').fill(label)
    await plain.keyboard.press('Enter')
    await expect(plain.getByRole('alert')).toContainText('annulée')
    await plain.goto(`${plain.url().split('?')[0]}/etiquette`)
    await expect(plain.getByRole('img', { name: label.replace(/A$/, 'B') })).toBeVisible()
    await context.close()
  })
})
