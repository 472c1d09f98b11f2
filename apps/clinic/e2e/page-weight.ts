import type { Browser, BrowserContextOptions, Page } from '@playwright/test'

/** Compressed bytes that a page costs its first visitor, by kind. */
export type PageWeight = { markup: number; script: number; font: number; image: number }

/** Bytes allowed, in units of 1000 (budgets of the design: a byte over fails). */
export const budgets = {
  public: { markup: 29_000, script: 4_000, font: 75_000, image: 60_000 },
  booking: { markup: 25_000, script: 12_000, font: 75_000, image: 0 },
  patient: { markup: 25_000, script: 45_000, font: 75_000, image: 10_000 },
  /** With the model that its worker runs. */
  planner: { markup: 40_000, script: 90_000, font: 52_000, image: 0 },
  staff: { markup: 40_000, script: 95_000, font: 52_000, image: 0 },
  runner: { markup: 250_000, script: 250_000, font: 52_000, image: 0 },
} as const satisfies Record<string, PageWeight>

/** Loads an address in a fresh browser without cache and adds up what came over the wire, scripts of workers included. */
export async function weighPage(
  browser: Browser,
  address: string,
  storageState?: BrowserContextOptions['storageState'],
): Promise<PageWeight> {
  const context = await browser.newContext({ storageState, reducedMotion: 'reduce' })
  const page = await context.newPage()
  const wire = await context.newCDPSession(page)
  const kinds = new Map<string, string>()
  const weight: PageWeight = { markup: 0, script: 0, font: 0, image: 0 }
  await wire.send('Network.enable')
  wire.on('Network.responseReceived', (event) => kinds.set(event.requestId, event.type))
  wire.on('Network.loadingFinished', (event) => {
    const kind = kindOf(kinds.get(event.requestId))
    if (kind) weight[kind] += event.encodedDataLength
  })
  await page.goto(address, { waitUntil: 'load' })
  await page.evaluate('document.fonts.ready.then(() => undefined)')
  weight.script += await weighWorkers(page)
  await context.close()
  return weight
}

/** A worker's script is fetched by the worker, where the page's own wire does not see it. Only the planner has one. */
async function weighWorkers(page: Page): Promise<number> {
  if ((await page.locator('[data-planner]').count()) === 0) return 0
  const worker = page.workers()[0] ?? (await page.waitForEvent('worker'))
  const sizeOf = () =>
    page.evaluate(
      (address) =>
        (performance.getEntriesByName(address)[0] as PerformanceResourceTiming | undefined)?.transferSize ?? 0,
      worker.url(),
    )
  // Its entry is written when the script has come.
  for (let tries = 0; tries < 100; tries += 1) {
    const size = await sizeOf()
    if (size > 0) return size
    await page.waitForTimeout(50)
  }
  throw new Error(`the worker of ${page.url()} was never fetched`)
}

function kindOf(type: string | undefined): keyof PageWeight | undefined {
  if (type === 'Document' || type === 'Stylesheet') return 'markup'
  if (type === 'Script') return 'script'
  if (type === 'Font') return 'font'
  return type === 'Image' ? 'image' : undefined
}
