import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { type Course, forecast, parseCourse } from '@pointille/healing'
import { build } from 'vite'
import type { Measurement } from '../run/bench-line.ts'
import { getChromium } from '../run/chromium.ts'

export const name = 'a forecast of 20 courses, four treatments, a year, in the browser’s worker and in Node'

const courses = 20
const rounds = 30
const budgetMs = 100

/** Every round asks for another needle length, as a slider does: nothing can be remembered from the round before. */
const asked = Array.from({ length: rounds }, (_, round) => courseOf(1 + round / 100))

export async function* run(): AsyncIterable<Measurement> {
  const code = await bundle()
  const browser = await inBrowser(code)
  const node = inNode()
  const budget = { unit: 'ms', peer: 'the budget of the screen', peerValue: budgetMs, goal: '<=1' }
  yield { name: 'forecast: worker in Chromium, median', value: quantile(browser, 0.5), ...budget }
  yield { name: 'forecast: worker in Chromium, 19 of 20', value: quantile(browser, 0.95), ...budget }
  yield {
    name: 'forecast: worker in Chromium, median',
    value: quantile(browser, 0.5),
    unit: 'ms',
    peer: 'Node, same forecast, no worker',
    peerValue: quantile(node, 0.5),
    goal: '<=2',
  }
  yield {
    name: 'forecast: code of the worker, gzip',
    value: gzipSync(code).length / 1000,
    unit: 'kB',
    peer: 'the planner’s budget',
    peerValue: 90,
    goal: '<=1',
  }
}

function courseOf(needleMm: number): Course {
  const { course, faults } = parseCourse({
    ageYears: 34,
    phototype: 3,
    site: 'cheek',
    indication: 'acne-scars',
    treatments: [0, 28, 56, 84].map((day) => ({ day, device: 'roller', needleMm, passes: 8 })),
  })
  if (faults) throw new Error(JSON.stringify(faults))
  return course
}

async function bundle(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      minify: true,
      lib: { entry: new URL('forecast-worker.ts', import.meta.url).pathname, formats: ['iife'], name: 'forecasts' },
    },
  })
  const [output] = [result].flat()
  if (!output || !('output' in output)) throw new Error('The bundler gave no output')
  return output.output[0].code
}

/** From the question to the answer in the page's hands, ms; the first rounds warm the compiler up and do not count. */
async function inBrowser(code: string): Promise<number[]> {
  const browser = await chromium.launch({ executablePath: await getChromium((line) => console.error(line)) })
  try {
    const page = await browser.newPage()
    return await page.evaluate(
      async ({ code, asked, courses }) => {
        const { Worker } = globalThis as unknown as { Worker: new (url: string) => BrowserWorker }
        const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })))
        const ask = (id: number, course: unknown) =>
          new Promise<void>((resolve, reject) => {
            worker.onmessage = ({ data }) => (data.fault ? reject(new Error(data.fault)) : resolve())
            worker.postMessage({ id, course, options: { courses } })
          })
        const times: number[] = []
        for (const [round, course] of [...asked.slice(0, 5), ...asked].entries()) {
          const startedAt = performance.now()
          await ask(round, course)
          if (round >= 5) times.push(performance.now() - startedAt)
        }
        return times
      },
      { code, asked, courses },
    )
  } finally {
    await browser.close()
  }
}

/** The browser's `Worker`, of which Node's types know nothing. */
interface BrowserWorker {
  onmessage: ((event: { data: { fault?: string } }) => void) | null
  postMessage(message: unknown): void
}

function inNode(): number[] {
  for (const course of asked.slice(0, 5)) forecast(course, { courses })
  return asked.map((course) => {
    const startedAt = performance.now()
    forecast(course, { courses })
    return performance.now() - startedAt
  })
}

function quantile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))]!
}
