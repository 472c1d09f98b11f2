import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Page } from '@playwright/test'

export { expect }

/** Fails when the page that `drive` drives writes an error or throws one meanwhile. */
export async function expectNoPageErrors(page: Page, drive: () => Promise<void>): Promise<void> {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    // A refused form answers 4xx by design, and the browser logs that; anything else is ours.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) errors.push(message.text())
  })
  await drive()
  expect(errors, 'errors in the page').toEqual([])
}

/** The test of this suite: it fails when the page that it drove wrote an error or threw one. */
export const test = base.extend<{ noPageErrors: undefined }>({
  noPageErrors: [async ({ page }, use) => expectNoPageErrors(page, () => use(undefined)), { auto: true }],
})

/** Fails with each axe rule that the page breaks (WCAG 2.2 A and AA and best practice) and where. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  const told = violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target).join(' ; ')})`,
  )
  expect(told, `axe at ${page.url()}`).toEqual([])
}

/** Fails when the page is wider than its window: a reader would have to scroll sideways. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const excessPx = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  expect(excessPx, `sideways scroll at ${page.url()}`).toBeLessThanOrEqual(0)
}

type DemoSignIn = { clinic: string; role: string; email: string; password: string }

/** The address and password of a member of a demo clinic; throws when the demo has nobody in that role. */
export function getDemoSignIn(role: string, clinic = 'demo-be'): DemoSignIn {
  const text = Buffer.from(process.env.DEMO_SIGN_INS ?? '', 'base64url').toString()
  const known = JSON.parse(text || '[]') as DemoSignIn[]
  const found = known.find((signIn) => signIn.role === role && signIn.clinic === clinic)
  if (!found) throw new Error(`${clinic} has no ${role}; it has ${known.map((signIn) => signIn.role).join(', ')}`)
  return found
}

/** Moves the demo's clock by its page: ahead by hours, or to a wall-clock minute of the clinic ('2026-11-24T09:30'). */
export async function moveClock(page: Page, move: { hours: 1 | 24 | 72 } | { to: string }): Promise<void> {
  await page.goto('/demo/clock')
  if ('hours' in move) await page.locator(`button[name=hours][value="${move.hours}"]`).click()
  else {
    const form = page.locator('form', { has: page.locator('#moment') })
    await form.locator('#moment').fill(move.to)
    await form.locator('button').click()
    await expect(page.locator('main time').first()).toHaveAttribute('datetime', move.to)
  }
}
