import type { Browser, BrowserContextOptions, Page } from '@playwright/test'

/** What a member's browser holds after signing in as the demo's practitioner. */
export async function signIn(browser: Browser, origin: string): Promise<BrowserContextOptions['storageState']> {
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.goto(`${origin}/fr/connexion`)
  await page.locator('input[type="email"]').fill('practitioner@demo-be.example')
  await page.locator('input[type="password"]').fill('pointille-demo')
  await page.locator('main form button').first().click()
  await page.waitForURL(/cabinet/)
  const state = await context.storageState()
  await context.close()
  return state
}

/** Starts a course for the patient of the first red flag, in a signed-in browser, and gives its planner's address. */
export async function findPlanner(page: Page, origin: string): Promise<string> {
  await page.goto(`${origin}/fr/cabinet/a-faire`)
  await page.locator('a[href*="/cabinet/patients/"]').first().click()
  await page.locator('form[action$="startCourse"] button').click()
  await page.waitForURL(/parcours/)
  return new URL(page.url()).pathname
}
