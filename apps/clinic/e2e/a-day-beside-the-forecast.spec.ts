import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, expectNoSidewaysScroll } from './fixtures.ts'
import { test } from './own-demo.ts'
import { enterSpace } from './walk-after.ts'
import { signIn } from './walk-treatment.ts'
import { walkWords } from './walk-words.ts'

const said = {
  fr: {
    toDo: '/fr/cabinet/a-faire',
    people: /^Sur 20 personnes comme vous/,
    inside: 'C’est dans ce que nous attendons.',
    insideOn3: 'C’est dans ce que nous attendons au jour 3.',
    outside: 'C’est plus marqué qu’attendu.',
    answered: /L’équipe le voit/,
    notPromised: 'Estimation d’un modèle, pas une promesse.',
    expected: /attendu/i,
    outsideLevel: 'Hors zone, sans signe d’alerte',
    callLevel: 'À rappeler aujourd’hui',
    strong: 'forte',
  },
  en: {
    toDo: '/en/clinic/to-do',
    people: /^Of 20 people like you/,
    inside: 'This is within what we expect.',
    insideOn3: 'This is within what we expect on day 3.',
    outside: 'This is more than expected.',
    answered: /The team sees it/,
    notPromised: 'A model’s estimate, not a promise.',
    expected: /expect/i,
    outsideLevel: 'Outside expected, no red flag',
    callLevel: 'Call back today',
    strong: 'strong',
  },
} as const

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')

for (const language of ['fr', 'en'] as const) {
  const words = walkWords[language]
  const own = said[language]

  test.describe(`the patient’s day beside the forecast, in ${language}`, () => {
    test.use({ locale: words.locale })
    test.setTimeout(120_000)

    /** The demo's patient of three days ago, by the red flag that waits for the team; opens their day 3. */
    async function openDay3(page: Page, team: Page): Promise<string> {
      await signIn(team, words)
      await team.goto(own.toDo)
      const name = ((await team.getByRole('article').first().getByRole('heading').textContent()) ?? '').trim()
      const [family, given] = name.split(', ') as [string, string]
      // The link comes in the patient's own language, whatever the page's.
      await enterSpace(page, walkWords.fr, { name, email: `${plain(given)}.${plain(family)}@patient.example` })
      const href = await page.locator('ol a[href$="/3"]').first().getAttribute('href')
      const treatment = href!.split('/').at(-3)
      await page.goto(language === 'fr' ? `${href}?again=1` : `/en/my/healing/${treatment}/day/3?again=1`)
      return name
    }
    const choose = (page: Page, question: string, value: string) =>
      page.locator(`[name="${question}"][value="${value}"]`).check()
    const send = (page: Page) => page.getByRole('button', { name: words.send }).click()

    test('inside, outside, and a red flag that nothing softens', async ({ page, team }) => {
      const name = await openDay3(page, team)
      const pictures = page.getByRole('img', { name: own.people })
      await test.step('nothing steers the report: the expectation shows once a question is answered', async () => {
        await page.reload()
        for (const radio of await page.locator('[type=radio]').all())
          await radio.evaluate((input: HTMLInputElement) => {
            input.checked = false
          })
        await expect(pictures.filter({ visible: true })).toHaveCount(0)
        await expect(page.getByText(own.notPromised)).toBeHidden()
        await choose(page, 'redness', 'none')
        await expect(pictures.filter({ visible: true })).toHaveCount(1)
        await expect(page.getByText(own.notPromised)).toBeVisible()
        await expectNoAxeViolations(page)
        for (const width of [390, 320]) {
          await page.setViewportSize({ width, height: 800 })
          await expectNoSidewaysScroll(page)
        }
      })
      await test.step('what most people have is inside', async () => {
        await choose(page, 'redness', await mostLikely(page))
        await expect(page.getByText(own.inside).filter({ visible: true })).toBeVisible()
        await choose(page, 'swelling', 'none')
        await choose(page, 'painScore', '1')
        await choose(page, 'redFlags', 'none')
        await send(page)
        await expect(page.getByRole('status').getByText(own.insideOn3)).toBeVisible()
        await expectNoAxeViolations(page)
        await team.goto(own.toDo)
        await expect(team.getByText(own.outsideLevel)).toHaveCount(0)
      })
      await test.step('more than expected is said so, and the team has it on its list with what was expected', async () => {
        await page.getByRole('link', { name: words.again }).click()
        await choose(page, 'redness', 'strong')
        await choose(page, 'painScore', '10')
        await send(page)
        const notice = page.getByRole('status')
        await expect(notice.getByText(own.outside)).toBeVisible()
        await expect(notice.getByText(own.answered)).toBeVisible()
        await expectNoAxeViolations(page)
        await team.goto(own.toDo)
        const outside = team.getByRole('article', { name }).filter({ hasText: own.outsideLevel })
        await expect(outside).toContainText(own.strong)
        await expect(outside).toContainText(own.expected)
        await expectNoAxeViolations(team)
      })
      await test.step('a red flag on such a day shows its card and no forecast', async () => {
        await page.getByRole('link', { name: words.again }).click()
        await page.locator('[name="redFlags"][value="none"]').uncheck()
        await choose(page, 'redFlags', 'fever')
        await send(page)
        await expect(page.getByRole('alert').getByText(words.callToday)).toBeVisible()
        await expect(page.getByRole('main')).not.toContainText(own.expected)
        await expect(pictures).toHaveCount(0)
        await team.goto(own.toDo)
        const levels = await team.getByRole('article').locator('.level').allInnerTexts()
        expect(levels.map((level) => level.trim()).at(-1)).toBe(own.outsideLevel)
      })
      await test.step('the team answers what lay outside, with its outcome', async () => {
        const outside = team.getByRole('article', { name }).filter({ hasText: own.outsideLevel })
        await outside.getByRole('radio', { name: words.callBack }).check()
        await outside.getByLabel(words.note).fill(words.noteText)
        await outside.getByRole('button', { name: words.saveAnswer }).click()
        await expect(team.getByText(words.answered)).toBeVisible()
        await expect(outside).toHaveCount(0)
      })
    })

    test('without script the expectation shows on answering too, and the day is sent', async ({
      page,
      team,
      browser,
    }) => {
      await openDay3(page, team)
      const storageState = await page.context().storageState()
      const context = await browser.newContext({ storageState, javaScriptEnabled: false })
      const plainPage = await context.newPage()
      await plainPage.goto(page.url())
      await choose(plainPage, 'redness', 'strong')
      await expect(plainPage.getByText(own.notPromised)).toBeVisible()
      await choose(plainPage, 'swelling', 'none')
      await choose(plainPage, 'painScore', '10')
      await choose(plainPage, 'redFlags', 'none')
      await send(plainPage)
      await expect(plainPage.getByRole('status').getByText(own.outside)).toBeVisible()
      await context.close()
    })
  })
}

/** The answer on which most of the twenty stand. */
async function mostLikely(page: Page): Promise<string> {
  const label = (await page.locator('[role=img][aria-label*="20"]').first().getAttribute('aria-label')) ?? ''
  const counts = [...label.matchAll(/(\d+) \p{L}+/gu)].map(([, count]) => Number(count)).slice(1)
  return ['none', 'mild', 'marked', 'strong'][counts.indexOf(Math.max(...counts))]!
}
