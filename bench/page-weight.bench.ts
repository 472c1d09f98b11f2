import { type Browser, type BrowserContextOptions, chromium } from '@playwright/test'
import { budgets, type PageWeight, weighPage } from '../apps/clinic/e2e/page-weight.ts'
import type { Measurement } from '../run/bench-line.ts'
import { getChromium } from '../run/chromium.ts'
import { startDemoClinic } from './child.ts'
import { findPlanner, signIn } from './team-pages.ts'

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
    const planner = await openPlanner(browser, clinic.told, signedIn)
    for (const [address, kind] of [...pages, planner]) {
      const isTeam = kind === 'staff' || kind === 'planner'
      const weight = await weighPage(browser, `${clinic.told}${address}`, isTeam ? signedIn : undefined)
      for (const part of Object.keys(weight) as (keyof PageWeight)[]) {
        const allowed = budgets[kind][part]
        if (allowed === 0 && weight[part] === 0) continue
        yield {
          name: `bytes: ${kind === 'planner' ? 'the course planner' : address}, ${part}`,
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

async function openPlanner(
  browser: Browser,
  origin: string,
  storageState: BrowserContextOptions['storageState'],
): Promise<(typeof pages)[number]> {
  const context = await browser.newContext({ storageState })
  const address = await findPlanner(await context.newPage(), origin)
  await context.close()
  return [address, 'planner']
}
