import { launch } from 'chrome-launcher'
import lighthouse from 'lighthouse'
import type { Measurement } from '../run/bench-line.ts'
import { getChromium } from '../run/chromium.ts'
import { startDemoClinic } from './child.ts'

export const name = 'Lighthouse, median of three, against its own full mark'

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const
const pages = { home: '/fr', booking: '/fr/rdv/demande' }
const runs = 3

/** Home and the first step of booking, on Lighthouse's slow phone. */
export async function* run(): AsyncIterable<Measurement> {
  const chromePath = await getChromium((line) => console.error(line))
  const clinic = await startDemoClinic()
  try {
    for (const [page, path] of Object.entries(pages)) {
      const scores = new Map<string, number[]>(categories.map((category) => [category, []]))
      for (let i = 0; i < runs; i++) {
        const chrome = await launch({ chromePath, chromeFlags: ['--headless=new', '--no-sandbox'], logLevel: 'silent' })
        try {
          const result = await lighthouse(`${clinic.told}${path}`, {
            port: chrome.port,
            onlyCategories: [...categories],
            logLevel: 'silent',
          })
          for (const category of categories)
            scores.get(category)!.push((result?.lhr.categories[category]?.score ?? 0) * 100)
        } finally {
          chrome.kill()
        }
      }
      for (const category of categories) {
        const value = scores.get(category)!.toSorted((a, b) => a - b)[Math.floor(runs / 2)]!
        yield {
          name: `lighthouse: ${page}, ${category}`,
          value,
          unit: 'points',
          peer: 'full mark',
          peerValue: 100,
          goal: '>=1',
        }
      }
    }
  } finally {
    await clinic.stop()
  }
}
