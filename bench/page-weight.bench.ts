import { type Browser, type BrowserContextOptions, chromium } from '@playwright/test'
import { budgets, type PageWeight, weighPage } from '../apps/clinic/e2e/page-weight.ts'
import type { Measurement } from '../run/bench-line.ts'
import { getChromium } from '../run/chromium.ts'
import { startDemoClinic } from './child.ts'

export const name = 'client bytes of each page, against its budget'

const pages: [address: string, budget: keyof typeof budgets][] = [
  ['/fr', 'public'],
  ['/fr/cicatrisation', 'public'],
  ['/fr/indications/cicatrices', 'public'],
  ['/fr/securite', 'public'],
  ['/fr/notre-modele', 'public'],
  ['/fr/rdv/demande', 'booking'],
  ['/fr/cabinet', 'staff'],
  ['/fr/cabinet/a-faire', 'staff'],
]

/** What a first visit costs, compressed; the goal is to stay within the budget. */
export async function* run(): AsyncIterable<Measurement> {
  const browser = await chromium.launch({ executablePath: await getChromium((line) => console.error(line)) })
  const clinic = await startDemoClinic()
  try {
    const signedIn = await signIn(browser, clinic.told)
    for (const [address, kind] of pages) {
      const weight = await weighPage(browser, `${clinic.told}${address}`, kind === 'staff' ? signedIn : undefined)
      for (const part of Object.keys(weight) as (keyof PageWeight)[]) {
        const allowed = budgets[kind][part]
        if (allowed === 0 && weight[part] === 0) continue
        yield {
          name: `bytes: ${address}, ${part}`,
          value: weight[part],
          unit: 'bytes',
          peer: 'budget',
          peerValue: allowed,
          goal: '<=1',
        }
      }
    }
  } finally {
    await clinic.stop()
    await browser.close()
  }
}

/** What a member's browser holds after signing in as the demo's practitioner. */
async function signIn(browser: Browser, origin: string): Promise<BrowserContextOptions['storageState']> {
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
