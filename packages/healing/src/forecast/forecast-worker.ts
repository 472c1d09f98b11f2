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
  /** Also answer once with this many courses, before the others are solved: a picture can move under the finger. */
  readonly firstCourses?: number
}

/** What comes back, for the request with this id. */
export type ForecastReply =
  | { readonly id: number; readonly forecast: Forecast; readonly isFinal: boolean }
  | { readonly id: number; readonly fault: string }

/** A browser's worker scope, Node's `parentPort`, or one end of a MessageChannel. */
export interface ForecastPort {
  postMessage(reply: ForecastReply): void
  addEventListener(type: 'message', listener: (event: object) => void): void
}

/** The event that brings a message; each host has a type of its own for it. */
type MessageOf<T> = { readonly data: T }

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
        await solve(port, request, () => isStale(request!), pause)
      } catch (error) {
        port.postMessage({ id: request.id, fault: error instanceof Error ? error.message : String(error) })
      }
    }
    isBusy = false
  }
  port.addEventListener('message', (event) => {
    waiting.push((event as MessageOf<ForecastRequest>).data)
    if (!isBusy) void work()
  })
}

/** Answers, unless the question becomes stale on the way. */
async function solve(
  port: ForecastPort,
  { id, course, options, firstCourses }: ForecastRequest,
  isStale: () => boolean,
  pause: () => Promise<void>,
): Promise<void> {
  const run = startForecast(course, options)
  for (let done = 0; done < run.courses; done++) {
    if (done > 0 && done === firstCourses) port.postMessage({ id, forecast: run.summarise(), isFinal: false })
    if (done % COURSES_AT_A_TIME === 0) {
      await pause()
      if (isStale()) return
    }
    run.solveNext()
  }
  port.postMessage({ id, forecast: run.summarise(), isFinal: true })
}

/** The asking side: one worker, any number of questions. */
export interface AskingPort {
  postMessage(request: ForecastRequest): void
  addEventListener(type: 'message', listener: (event: object) => void): void
}

export interface AskOptions extends ForecastOptions {
  readonly topic?: string
  /** Hears a forecast of so many courses first. */
  readonly first?: { readonly courses: number; hear(forecast: Forecast): void }
}

/**
 * Asks a worker that runs `serveForecasts`.
 * @returns `ask`: the forecast, or undefined when a newer question about the same topic was asked meanwhile; rejects with
 *   the worker's reason when the forecast cannot be computed
 */
export function askForecasts(worker: AskingPort): {
  ask(course: Course, options?: AskOptions): Promise<Forecast | undefined>
} {
  const open = new Map<number, OpenQuestion>()
  let lastId = 0
  worker.addEventListener('message', (event) => {
    const reply = (event as MessageOf<ForecastReply>).data
    const asked = open.get(reply.id)
    if ('forecast' in reply && !reply.isFinal) return asked?.hearFirst?.(reply.forecast)
    open.delete(reply.id)
    if ('fault' in reply) asked?.reject(new Error(reply.fault))
    else asked?.resolve(reply.forecast)
  })
  return {
    ask(course, { topic = '', first, ...options } = {}) {
      for (const [id, older] of open) {
        if (older.topic !== topic) continue
        open.delete(id)
        older.resolve()
      }
      const id = ++lastId
      return new Promise((resolve, reject) => {
        open.set(id, { topic, resolve, reject, hearFirst: first?.hear })
        worker.postMessage({ id, topic, course, options, ...(first && { firstCourses: first.courses }) })
      })
    },
  }
}

interface OpenQuestion {
  readonly topic: string
  resolve(forecast?: Forecast): void
  reject(reason: Error): void
  readonly hearFirst: ((forecast: Forecast) => void) | undefined
}
