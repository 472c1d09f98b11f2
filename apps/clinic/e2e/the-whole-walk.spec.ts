import { addDays, localTime } from '../src/platform/languages/dates.ts'
import { expect, moveClock } from './fixtures.ts'
import { test } from './own-demo.ts'
import { answerFlag, enterSpace, reportCalmDay, reportFever } from './walk-after.ts'
import { book, readConfirmation } from './walk-booking.ts'
import { examine, receive, run, signIn } from './walk-treatment.ts'
import { walkWords } from './walk-words.ts'

const zone = 'Europe/Brussels'
const minuteMs = 60_000

for (const language of ['fr', 'en'] as const) {
  const words = walkWords[language]
  const { givenName, familyName } = words.person
  const walker = { name: `${givenName} ${familyName}`, email: `the-walk-${language}@patient.example` }

  test.describe(`the whole walk in ${language}`, () => {
    test.use({ locale: words.locale, actionTimeout: 20_000 })
    test.setTimeout(300_000)

    test('from the front page to the answered red flag', async ({ page, team }) => {
      let startAt = 0
      const clockAt = (minutes: number) => {
        const { on, time } = localTime(startAt + minutes * minuteMs, zone)
        return `${on}T${time}`
      }
      await test.step('a new patient books and reads the confirmation', async () => {
        startAt = await book(page, words, walker)
        await readConfirmation(page, words, walker)
      })
      await test.step('the practitioner receives, examines, treats and seals', async () => {
        await moveClock(team, { to: clockAt(-5) })
        await signIn(team, words)
        await receive(team, words, familyName)
        await examine(team, words, walker)
        const { on } = localTime(startAt, zone)
        await run(team, words, { unit: language, creamOffAt: clockAt(40), expiresOn: addDays(on, 300) })
      })
      await test.step('three days later the patient reports, calm and then with a fever', async () => {
        await moveClock(page, { hours: 72 })
        await expect(page.locator('main time').first()).toHaveAttribute(
          'datetime',
          new RegExp(`^${addDays(localTime(startAt, zone).on, 3)}`),
        )
        await enterSpace(page, words, walker)
        await reportCalmDay(page, words)
        await reportFever(page, words)
      })
      await test.step('the team sees it and answers', async () => {
        await team.goto(words.home === '/fr' ? '/fr/cabinet' : '/en/clinic')
        await answerFlag(team, words, new RegExp(familyName, 'i'))
      })
    })
  })
}
