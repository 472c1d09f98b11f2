import { expect, type Page } from '@playwright/test'
import { expectNoAxeViolations, expectNoSidewaysScroll } from './fixtures.ts'

/** What the booking specs press and read, in one language. */
export const says = {
  fr: {
    start: '/fr/rdv/demande',
    time: '/fr/rdv/creneau',
    check: '/fr/rdv/verification',
    need: 'Cicatrices d’acné',
    none: 'Aucune de ces situations',
    continue: 'Continuer',
    continueWith: /^Continuer avec/,
    confirm: 'Confirmer le rendez-vous',
    done: 'Votre rendez-vous est confirmé',
  },
  en: {
    start: '/en/book/need',
    time: '/en/book/time',
    check: '/en/book/check',
    need: 'Acne scars',
    none: 'None of these',
    continue: 'Continue',
    continueWith: /^Continue with/,
    confirm: 'Confirm the appointment',
    done: 'Your appointment is booked',
  },
} as const

export type BookingLanguage = keyof typeof says

/** A person nobody has seen before. */
export function newPerson() {
  const mark = Math.random().toString(36).slice(2, 8)
  return {
    givenName: 'Léa',
    familyName: `Martin-${mark}`,
    phone: '06 12 34 56 78',
    email: `lea.${mark}@exemple.be`,
  }
}

/** Steps 1 and 2, to the free times; `tick` names boxes of the health questions. */
export async function answerUpToTime(
  page: Page,
  language: BookingLanguage,
  {
    tick = ['none'],
    born = ['3', '3', '1988'],
    dates = {},
  }: {
    tick?: string[]
    born?: [string, string, string]
    /** Question id -> day, month, year. */
    dates?: Record<string, [string, string, string]>
  } = {},
): Promise<void> {
  const words = says[language]
  // What an earlier visit answered is kept in a cookie; this one begins anew.
  await page.context().clearCookies()
  await page.goto(words.start)
  await page.getByLabel(words.need, { exact: true }).check()
  await press(page, words.continue)
  for (const value of tick) await page.locator(`input[value="${value}"]`).check()
  for (const [id, parts] of Object.entries(dates)) await fillDate(page, `date-${id}`, parts)
  await fillDate(page, 'birth', born)
  await press(page, words.continue)
}

export async function fillDate(page: Page, name: string, [day, month, year]: [string, string, string]): Promise<void> {
  for (const [part, value] of [
    ['Day', day],
    ['Month', month],
    ['Year', year],
  ])
    await page.locator(`[id="${name}${part}"]`).fill(value!)
}

export async function fillDetails(page: Page, person = newPerson()): Promise<ReturnType<typeof newPerson>> {
  for (const [name, value] of Object.entries(person)) await page.locator(`#${name}`).fill(value)
  return person
}

/** Chooses the service whose every hour can be had by one person only. */
export async function chooseSoloService(page: Page): Promise<void> {
  await page.waitForURL(/(creneau|time)$/)
  const select = page.locator('select[name="service"]')
  const reloaded = page.waitForEvent('load')
  await select.selectOption('solo')
  await reloaded
  await expect(select).toHaveValue('solo')
}

/** A page of free times somewhere in the coming year, where no other test is at work. */
export function someDays(language: BookingLanguage): string {
  const days = 30 + Math.floor(Math.random() * 300)
  const from = new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  return `${says[language].time}?from=${from}`
}

export async function press(page: Page, name: string | RegExp): Promise<void> {
  await page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .last()
    .click()
}

/** Looks at a page as the house promises it: axe, one heading, no sideways scroll at 320 px, targets of 44 px. */
export async function expectWellMade(page: Page): Promise<void> {
  await expectNoAxeViolations(page)
  await expectRoom(page)
}

/** The part of it that needs no script in the page, which axe does. */
export async function expectRoom(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  const size = page.viewportSize()!
  await page.setViewportSize({ width: 320, height: 640 })
  await expectNoSidewaysScroll(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await expectLargeTargets(page)
  await page.setViewportSize(size)
}

/** Everything that can be pressed in the page's own part is at least 44 px high and wide. */
async function expectLargeTargets(page: Page): Promise<void> {
  const small = await page
    .locator('main :is(a[href], button:not([aria-hidden]), select, summary, input:not([type="hidden"]))')
    .evaluateAll((controls) =>
      controls.flatMap((control) => {
        const box = control.getBoundingClientRect()
        const isShown = box.width > 1 && box.height > 1 && getComputedStyle(control).visibility !== 'hidden'
        const name = control.getAttribute('aria-label') ?? control.textContent?.trim() ?? control.id
        return isShown && (box.width < 43.5 || box.height < 43.5)
          ? [`${name || control.id}: ${Math.round(box.width)} x ${Math.round(box.height)}`]
          : []
      }),
    )
  expect(small, `small targets at ${page.url()}`).toEqual([])
}
