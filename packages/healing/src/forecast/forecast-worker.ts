import type { Course } from './course.ts'
import { startForecast } from './forecast.ts'
import type { Forecast, ForecastOptions } from './forecast-shape.ts'

/** What is asked of a worker. A newer question about the same `topic` makes an older one stale: it gets no answer. */
export interface ForecastRequest {
  readonly id: number
  /** One slider, one topic; questions about different topics do not disturb each other. */
  readonly topic?: string
  readonly course: Course
  readonly options?: ForecastOptions
}

/** What comes back, for the request with this id. */
export type ForecastReply =
  | { readonly id: number; readonly forecast: Forecast }
  | { readonly id: number; readonly fault: string }

/** A browser's worker scope, Node's `parentPort`, or one end of a MessageChannel. */
export interface ForecastPort {
  postMessage(reply: ForecastReply): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
}

/** Courses solved before the worker looks whether a newer question has come; about 10 ms. */
const COURSES_AT_A_TIME = 10

/**
 * Answers forecasts in a worker, one at a time, in the order in which they were asked.
 * @param pause lets waiting messages in: resolves in a later turn of the event loop. `() => new Promise((later) =>
 *   setTimeout(later))` will do; a MessageChannel does it sooner in a browser.
 */
export function serveForecasts(port: ForecastPort, pause: () => Promise<void>): void {
  const waiting: ForecastRequest[] = []
  let isBusy = false
  const isStale = ({ id, topic }: ForecastRequest) => waiting.some((newer) => newer.topic === topic && newer.id !== id)

  const work = async () => {
    isBusy = true
    for (let request = waiting.shift(); request; request = waiting.shift()) {
      if (isStale(request)) continue
      try {
        const forecast = await solve(request, () => isStale(request!), pause)
        if (forecast) port.postMessage({ id: request.id, forecast })
      } catch (error) {
        port.postMessage({ id: request.id, fault: error instanceof Error ? error.message : String(error) })
      }
    }
    isBusy = false
  }
  port.addEventListener('message', ({ data }) => {
    waiting.push(data as ForecastRequest)
    if (!isBusy) void work()
  })
}

/** The answer, or undefined when the question became stale on the way. */
async function solve(
  { course, options }: ForecastRequest,
  isStale: () => boolean,
  pause: () => Promise<void>,
): Promise<Forecast | undefined> {
  const run = startForecast(course, options)
  for (let done = 0; done < run.courses; done++) {
    if (done % COURSES_AT_A_TIME === 0) {
      await pause()
      if (isStale()) return
    }
    run.solveNext()
  }
  return run.summarise()
}

/** The asking side: one worker, any number of questions. */
export interface AskingPort {
  postMessage(request: ForecastRequest): void
  addEventListener(type: 'message', listener: (event: { readonly data: unknown }) => void): void
}

/**
 * Asks a worker that runs `serveForecasts`.
 * @returns `ask`: the forecast, or undefined when a newer question about the same topic was asked meanwhile; rejects with
 *   the worker's reason when the forecast cannot be computed
 */
export function askForecasts(worker: AskingPort): {
  ask(course: Course, options?: ForecastOptions, topic?: string): Promise<Forecast | undefined>
} {
  const open = new Map<number, { topic: string; resolve(forecast?: Forecast): void; reject(reason: Error): void }>()
  let lastId = 0
  worker.addEventListener('message', ({ data }) => {
    const reply = data as ForecastReply
    const asked = open.get(reply.id)
    open.delete(reply.id)
    if ('fault' in reply) asked?.reject(new Error(reply.fault))
    else asked?.resolve(reply.forecast)
  })
  return {
    ask(course, options = {}, topic = '') {
      for (const [id, older] of open) {
        if (older.topic !== topic) continue
        open.delete(id)
        older.resolve()
      }
      const id = ++lastId
      return new Promise((resolve, reject) => {
        open.set(id, { topic, resolve, reject })
        worker.postMessage({ id, topic, course, options })
      })
    },
  }
}
