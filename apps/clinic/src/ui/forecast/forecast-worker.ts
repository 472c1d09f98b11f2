/// <reference lib="webworker" />
import { startForecast } from '@pointille/healing'
import type { ForecastAnswer, ForecastOrder } from './forecast-orders.ts'
import { pickShown } from './pick-shown.ts'

/* The model in the browser, beside the page. The newest question wins: an older one that is not finished is dropped. */

const page = self as unknown as DedicatedWorkerGlobalScope
/** A first answer after this many ms, when that many courses are there: the picture moves under the finger, then settles. */
const firstAfterMs = 36
const fewestCourses = 20
const sliceMs = 12

let newest = 0

page.onmessage = async ({ data }: MessageEvent<ForecastOrder>) => {
  newest = data.id
  const say = (answer: ForecastAnswer) => page.postMessage(answer)
  try {
    const startedAt = performance.now()
    const run = startForecast(data.course, { observations: data.observations })
    let hasSaid = false
    let pausedAt = startedAt
    for (let solved = 1; solved <= run.courses; solved += 1) {
      run.solveNext()
      const now = performance.now()
      if (!hasSaid && solved >= fewestCourses && solved < run.courses && now - startedAt > firstAfterMs) {
        say({ id: data.id, forecast: pickShown(run.summarise()), isFinal: false })
        hasSaid = true
      }
      if (now - pausedAt > sliceMs) {
        await nextTurn()
        if (newest !== data.id) return
        pausedAt = performance.now()
      }
    }
    say({ id: data.id, forecast: pickShown(run.summarise()), isFinal: true })
  } catch (error) {
    say({ id: data.id, fault: error instanceof Error ? error.message : String(error) })
  }
}

/** Lets a newer question in. A message comes sooner than a timer, which browsers hold back. */
function nextTurn(): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise((resolve) => {
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(0)
  })
}
