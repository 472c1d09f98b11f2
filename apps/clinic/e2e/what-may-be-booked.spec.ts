import {
  answerUpToTime,
  chooseSoloService,
  expectWellMade,
  fillDate,
  fillDetails,
  press,
  says,
  someDays,
} from './booking.ts'
import { expect, test } from './fixtures.ts'
import { budgets, weighPage } from './page-weight.ts'

test('a time that somebody else takes first: nothing is lost, the nearest are offered', async ({ page, browser }) => {
  const words = says.fr
  await answerUpToTime(page, 'fr')
  await chooseSoloService(page)
  const days = someDays('fr')
  await page.goto(days)
  const slot = page.locator('button.slot:visible').nth(1)
  const value = await slot.getAttribute('value')
  const time = await slot.textContent()
  await slot.click()

  const other = await browser.newContext()
  const rival = await other.newPage()
  await answerUpToTime(rival, 'fr')
  await chooseSoloService(rival)
  await rival.goto(days)
  await rival.locator(`button.slot[value="${value}"]`).click()
  await press(rival, words.continueWith)
  await rival.waitForURL(/coordonnees$/)
  await other.close()

  const answer = page.waitForResponse((response) => response.request().method() === 'POST')
  await press(page, words.continueWith)
  expect((await answer).status()).toBe(409)
  await expect(page).toHaveTitle(/^Erreur\s: Étape 3 sur 5/)
  const summary = page.locator('#error-summary')
  await expect(summary).toBeFocused()
  await expect(summary).toContainText(`${time} vient d’être pris. Rien n’est perdu`)
  await expect(summary).toContainText('PT-409-SLOT')
  await expect(page.locator('.slot.taken')).toContainText(time!)
  await expect(page.getByText('Ce que nous avons gardé')).toBeVisible()
  await expect(page.getByRole('button', { name: words.continueWith })).toBeHidden()
  await expectWellMade(page)

  await summary.getByRole('button').first().click()
  await press(page, words.continueWith)
  await page.waitForURL(/coordonnees$/)
})

test('what the answers decide is said before any date, and a time that may not be booked is never drawn', async ({
  page,
}) => {
  await answerUpToTime(page, 'fr', { tick: ['thick-scars'] })
  await expect(page.getByText('Nous ne réservons pas ce soin en ligne dans votre situation.')).toBeVisible()
  await expect(page.locator('.slot')).toHaveCount(0)
  await expect(page.getByRole('link', { name: /^Appeler le/ })).toHaveAttribute('href', /^tel:\+/)
  await expectWellMade(page)

  await answerUpToTime(page, 'fr', { tick: ['pregnancy-or-breastfeeding'] })
  await expect(page.getByText('Un avis médical d’abord.')).toBeVisible()
  await expect(page.locator('select[name="service"]')).toHaveCount(0)
  await expect(page.getByText(/^Consultation, 30\smin$/)).toHaveCount(1)
  await expectWellMade(page)

  const yesterday = new Date(Date.now() - 86_400_000)
  const parts = [yesterday.getDate(), yesterday.getMonth() + 1, yesterday.getFullYear()].map(String)
  await answerUpToTime(page, 'fr', {
    tick: ['recent-tan'],
    dates: { 'recent-tan': parts as [string, string, string] },
  })
  await expect(page.getByText(/^Pas avant le \d+\s\S+\s\d{4}\.$/)).toBeVisible()
  const firstAt = Number(await page.locator('button.slot:visible').first().getAttribute('value'))
  expect(firstAt - yesterday.getTime()).toBeGreaterThan(12 * 86_400_000)
  // Asking for an earlier day by the address changes nothing.
  await page.goto(`${says.fr.time}?from=${new Date().toISOString().slice(0, 10)}`)
  expect(Number(await page.locator('button.slot:visible').first().getAttribute('value'))).toBe(firstAt)

  const birth = new Date().getFullYear() - 17
  await answerUpToTime(page, 'en', { born: ['1', '1', String(birth)] })
  await expect(page.getByText('Online booking starts at age 18.')).toBeVisible()
  await expect(page.locator('.slot')).toHaveCount(0)
})

test('a first visit in France is a consultation', async ({ page, baseURL }) => {
  const there = baseURL!.replace('localhost', 'demo-fr.localhost')
  await page.goto(`${there}/fr/rdv/demande`)
  await page.getByLabel('Pores', { exact: true }).check()
  await press(page, 'Continuer')
  await page.getByLabel(says.fr.none).check()
  await fillDate(page, 'birth', ['3', '3', '1988'])
  await press(page, 'Continuer')
  await expect(page.getByText('Première visite : une consultation de 30 min, sans soin ce jour-là.')).toBeVisible()
  await expect(page.getByText('Toutes les heures sont à l’heure de Lyon.').first()).toBeVisible()
  await expectWellMade(page)
})

test('a day without a free time says why, and which day is next', async ({ page }) => {
  await answerUpToTime(page, 'fr')
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page).toHaveURL(/\?day=/)
  await expectWellMade(page)
  for (let i = 0; i < 7; i += 1) {
    if (await page.getByRole('heading', { name: 'Aucun créneau ce jour-là' }).isVisible()) break
    await page.getByRole('link', { name: 'Jour suivant' }).click()
  }
  await expect(page.getByText(/^Le cabinet est fermé le (mercredi|dimanche)\.$/)).toBeVisible()
  await expect(page.getByText(/Prochain jour libre\s:/)).toBeVisible()
  await expectWellMade(page)
  await page.getByRole('link', { name: /^Voir / }).click()
  await expect(page.locator('button.slot:visible').first()).toBeVisible()
})

test('confirming twice at once books once; going back and reloading change nothing', async ({ page, baseURL }) => {
  const words = says.fr
  await answerUpToTime(page, 'fr')
  await page.locator('button.slot:visible').nth(2).click()
  await press(page, words.continueWith)
  await fillDetails(page)
  await press(page, words.continue)
  await page.waitForURL(/verification$/)
  const send = () =>
    page.context().request.post(`${words.check}?/confirm`, {
      form: {},
      headers: { accept: 'text/html', origin: baseURL! },
      maxRedirects: 0,
    })
  const answers = await Promise.all([send(), send(), send()])
  expect(answers.map((answer) => answer.status())).toEqual([303, 303, 303])
  await page.goto('/fr/rdv/confirme')
  const manage = page.getByRole('link', { name: 'Changer ou annuler' })
  const link = await manage.getAttribute('href')
  await page.reload()
  await expect(manage).toHaveAttribute('href', link!)
  await page.goto(words.check)
  await expect(page).toHaveURL(/confirme$/)
  await expect(manage).toHaveAttribute('href', link!)
})

test('the held time runs down aloud, at five minutes and at one, and says what to do when it ends', async ({
  page,
}) => {
  await page.clock.install()
  await answerUpToTime(page, 'fr')
  await page.locator('button.slot:visible').nth(6).click()
  await press(page, says.fr.continueWith)
  const bar = page.locator('[data-hold-left]')
  await expect(bar).toContainText(/Réservé pour vous\s: (10\smin\s00|9\smin\s5\d)/)
  await page.clock.runFor('05:00')
  await expect(bar.getByRole('status')).toHaveText(
    'Il reste 5 minutes pour confirmer. Vous pouvez garder l’heure 10 min de plus.',
  )
  await page.clock.runFor('04:00')
  await expect(bar.getByRole('status')).toHaveText(
    'Il reste 1 minute pour confirmer. Vous pouvez garder l’heure 10 min de plus.',
  )
  await page.clock.runFor('01:01')
  await expect(bar).toContainText('Le délai est passé. L’heure n’est plus gardée.')
  await expect(bar.getByRole('link', { name: 'Choisir à nouveau une heure' })).toBeVisible()
})

test('offline, the page says that nothing is booked and keeps what was typed', async ({ page, context }) => {
  await page.goto(says.fr.start)
  await page.getByLabel('Pores', { exact: true }).check()
  await context.setOffline(true)
  await press(page, says.fr.continue)
  await expect(page.getByText('Vous êtes hors ligne.')).toBeVisible()
  await expect(page.getByText('Rien n’est réservé.')).toBeVisible()
  await expect(page.getByLabel('Pores', { exact: true })).toBeChecked()
  await context.setOffline(false)
  await press(page, says.fr.continue)
  await page.waitForURL(/sante$/)
})

test('a link that opens nothing says so, and whom to call', async ({ page }) => {
  const answer = await page.goto('/fr/rdv/gerer/AAAAAAAAAAAAAAAAAAAAAA')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1, name: 'Ce lien n’ouvre aucun rendez-vous' })).toBeVisible()
  await expectWellMade(page)
})

test('the steps stay within their bytes', async ({ page, browser, baseURL }, info) => {
  await answerUpToTime(page, 'fr')
  // The service with the most free times.
  await chooseSoloService(page)
  await page.goto(someDays('fr'))
  await page.locator('button.slot:visible').nth(1).click()
  await press(page, says.fr.continueWith)
  await page.waitForURL(/coordonnees$/)
  const storageState = info.outputPath('visitor.json')
  await page.context().storageState({ path: storageState })
  for (const path of [says.fr.start, '/fr/rdv/sante', says.fr.time, '/fr/rdv/coordonnees']) {
    const weight = await weighPage(browser, `${baseURL}${path}`, storageState)
    for (const kind of ['markup', 'script', 'font'] as const)
      expect(weight[kind], `${kind} bytes of ${path}`).toBeLessThanOrEqual(budgets.booking[kind])
  }
})
