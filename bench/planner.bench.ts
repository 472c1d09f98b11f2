import { type BrowserContext, chromium, type Page } from '@playwright/test'
import type { Measurement } from '../run/bench-line.ts'
import { getChromium } from '../run/chromium.ts'
import { startDemoClinic } from './child.ts'
import { findPlanner, signIn } from './team-pages.ts'

export const name = 'the course planner: from the hand to the redrawn picture'

const times = 15
const limitMs = 150

/** Median of the times from an input to the frame that shows it, the model running in the page's worker. */
export async function* run(): AsyncIterable<Measurement> {
  const browser = await chromium.launch({ executablePath: await getChromium((line) => console.error(line)) })
  const clinic = await startDemoClinic()
  try {
    const storageState = await signIn(browser, clinic.told)
    const context = await browser.newContext({ storageState, viewport: { width: 1280, height: 942 } })
    const page = await openSettled(context, clinic.told)
    for (const [what, input] of [
      ['day slider', '#day'],
      ['depth', '.step .box'],
    ] as const) {
      const values = await page.evaluate(timeRedraws, { input, times })
      const value = values.toSorted((a, b) => a - b)[Math.floor(times / 2)]!
      yield { name: `planner: ${what} to redraw`, value, unit: 'ms', peer: 'limit', peerValue: limitMs, goal: '<=1' }
    }
  } finally {
    await clinic.stop()
    await browser.close()
  }
}

/** The planner once its first forecast is complete. */
async function openSettled(context: BrowserContext, origin: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(`${origin}${await findPlanner(page, origin)}`)
  if (page.workers().length === 0) await page.waitForEvent('worker')
  await page.locator('[aria-busy="false"] path.median').waitFor()
  return page
}

/** Runs in the page: moves the slider by a day, or presses the stepper's buttons in turn, and waits for the changed line. */
async function timeRedraws({ input, times }: { input: string; times: number }): Promise<number[]> {
  const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  const values: number[] = []
  for (let at = 0; at < times; at += 1) {
    const element = document.querySelector(input)!
    const drawn = document.querySelector(element instanceof HTMLInputElement ? 'path.cursor' : 'path.median')!
    const redrawn = new Promise<void>((resolve) => {
      const watcher = new MutationObserver(() => {
        watcher.disconnect()
        requestAnimationFrame(() => setTimeout(resolve))
      })
      watcher.observe(drawn, { attributes: true })
    })
    const beganAt = performance.now()
    if (element instanceof HTMLInputElement) {
      element.value = String(4 + (at % 20))
      element.dispatchEvent(new Event('input', { bubbles: true }))
    } else element.querySelectorAll('button')[at % 2]!.click()
    await redrawn
    values.push(performance.now() - beganAt)
    // Until the model has finished: a hand that rests between two changes.
    await rest(element instanceof HTMLInputElement ? 100 : 1200)
  }
  return values
}
