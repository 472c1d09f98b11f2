import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Page } from '@playwright/test'
import { expectNoPageErrors, test as shared } from './fixtures.ts'

/**
 * A test with a demo clinic of its own: a server and a database that nobody else uses, so that it may move the clinic's
 * clock. Addresses without a host lead there.
 */
export const test = shared.extend<{ baseURL: string | undefined; team: Page }>({
  // Playwright asks for a destructured argument, also of a fixture that needs no other.
  baseURL: async ({ browserName: _ }, use) => {
    const server = spawn(process.execPath, [`${import.meta.dirname}/serve-demo.ts`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    try {
      await use(await addressOf(server))
    } finally {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
    }
  },
  /** A second browser, in the clinic: a tablet held sideways. */
  team: async ({ browser, baseURL, locale }, use) => {
    const context = await browser.newContext({ baseURL, locale, viewport: { width: 1180, height: 820 } })
    const page = await context.newPage()
    await expectNoPageErrors(page, () => use(page))
    await context.close()
  },
})

async function addressOf(server: ReturnType<typeof spawn>): Promise<string> {
  for await (const line of createInterface({ input: server.stdout! })) {
    const address = /The demo clinic is at (http:\S+)/.exec(line)?.[1]
    if (address) return address
  }
  throw new Error('the demo clinic of this test did not start')
}
